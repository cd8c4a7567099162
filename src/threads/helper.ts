import { parentPort } from 'node:worker_threads'
import { openHelper } from '../matching/people-work.ts'

parentPort?.on('message', openHelper())
