import type { TestProject } from 'vitest/node'
import { openPostgres } from '../../src/db/open.ts'
import { addressOf, execute, owner, startPostgres } from './postgres.ts'
import { makeTemplate } from './template.ts'

const template = 'makker_template'

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { maintenance, stop } = await startPostgres()
  try {
    await execute(maintenance, `create database ${template} owner ${owner}`)
    await makeTemplate(openPostgres(addressOf(maintenance, template), 2))
  } catch (error) {
    await stop()
    throw error
  }
  project.provide('maintenance', maintenance)
  project.provide('template', template)
  return stop
}
