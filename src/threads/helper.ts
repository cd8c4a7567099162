import { parentPort } from 'node:worker_threads'
import { takePart } from '../matching/people-work.ts'

parentPort?.on('message', takePart)
