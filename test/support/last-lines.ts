import type { Reporter, TestCase } from 'vitest/node'

const nameOf = (test: TestCase) =>
  `${test.project.name} ${test.module.relativeModuleId} > ${test.fullName}`

/** Ends the output of a run with what failed, and with the seed that draws the same cases again. */
export const lastLines: Reporter = {
  onTestRunEnd(modules, unhandledErrors) {
    const failed = modules.flatMap((module) => {
      const tests = [...module.children.allTests('failed')].map(nameOf)
      // A file that cannot be loaded fails without a test to its name.
      const isOwn = tests.length === 0 && module.state() === 'failed'
      return isOwn ? [`${module.project.name} ${module.relativeModuleId}`] : tests
    })
    for (const error of unhandledErrors) failed.push(`outside a test: ${error.message}`)
    const seeds = new Set(modules.map(({ project }) => project.config.env.SEED))
    console.log([...failed.map((name) => `FAILED ${name}`), `SEED=${[...seeds].join()}`].join('\n'))
  },
}
