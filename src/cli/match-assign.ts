import { parseArgs } from 'node:util'
import { FileProblem, type PairsFile, readPairs, writePairs } from '../files/pairs-file.ts'
import {
  findViolations,
  graphToCheck,
  MOST_VIOLATIONS,
  type Violation,
} from '../matching/certificate.ts'
import { graphRows, transposeGraph } from '../matching/graph.ts'
import type { AssignmentSolution, Objective } from '../matching/objectives.ts'
import { solveAssignment } from '../matching/objectives.ts'
import { type Io, refuse } from './io.ts'

const USAGE = `Usage: makker match assign --pairs pairs.csv [--capacities capacities.csv]
         [--objective score|coverage|worst-off] [--output pairs-out.csv] [--json]

pairs.csv       mentor,mentee,score: one feasible pair a line, score a whole number 1…1000000
capacities.csv  mentor,capacity: free places of a mentor; 1 for mentors who are not in it
`

const OBJECTIVES: readonly Objective[] = ['coverage', 'score', 'worst-off']

interface Options {
  pairs: string
  capacities?: string
  objective: Objective
  output?: string
  json: boolean
}

/**
 * `makker match assign`: the solver alone, for scores made elsewhere. Returns the exit status: 0 when the
 * optimum was found and proved, 1 when the proof fails (a bug), 2 when arguments or files are invalid.
 * Unless 0, nothing is written.
 */
export function matchAssign(argv: string[], { stdout, stderr }: Io): number {
  try {
    const options = readOptions(argv)
    if (!options) {
      stdout.write(USAGE)
      return 0
    }
    return assignFiles(options, { stdout, stderr })
  } catch (error) {
    if (!isInputError(error)) throw error
    return refuse({ stderr }, [error.message])
  }
}

function assignFiles(options: Options, { stdout, stderr }: Io): number {
  const began = performance.now()
  const people = readPairs(options.pairs, options.capacities)
  const read = performance.now()
  const { graph, capacity } = people
  const { objective } = options
  const solution = solveAssignment({
    rows: graphRows(graph),
    capacity,
    objective,
    columns: () => graphRows(transposeGraph(graph)),
  })
  const solved = performance.now()
  const violations = findViolations(graphToCheck(graph), { capacity, objective }, solution)
  const verified = performance.now()
  if (violations.length > 0) {
    stderr.write(describeViolations(violations, people))
    return 1
  }
  if (options.output !== undefined) {
    writePairs(options.output, people, solution.mentorOf, solution.pairValue)
  }
  const seconds = {
    read: toSeconds(read - began),
    solve: toSeconds(solved - read),
    verify: toSeconds(verified - solved),
  }
  stdout.write(options.json ? asJson(solution, seconds) : asText(solution, seconds, people))
  return 0
}

function readOptions(argv: string[]): Options | undefined {
  const { values } = parseArgs({
    args: argv,
    options: {
      pairs: { type: 'string' },
      capacities: { type: 'string' },
      objective: { type: 'string', default: 'score' },
      output: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  const { pairs, capacities, output, json } = values
  if (pairs === undefined) throw new UsageProblem('--pairs is missing')
  const objective = OBJECTIVES.find((name) => name === values.objective)
  if (!objective) throw new UsageProblem(`--objective must be one of ${OBJECTIVES.join(', ')}`)
  return {
    pairs,
    objective,
    json,
    ...(capacities === undefined ? {} : { capacities }),
    ...(output === undefined ? {} : { output }),
  }
}

class UsageProblem extends Error {}

/** Errors the user can correct: options, missing files, content of files. */
function isInputError(error: unknown): error is Error {
  if (error instanceof FileProblem || error instanceof UsageProblem) return true
  if (!(error instanceof Error) || !('code' in error)) return false
  return 'syscall' in error || String(error.code).startsWith('ERR_PARSE_ARGS')
}

interface Seconds {
  read: number
  solve: number
  verify: number
}

function toSeconds(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1_000_000
}

function asJson({ matched, total, bound }: AssignmentSolution, seconds: Seconds): string {
  return `${JSON.stringify({ matched, total, bound, proof: 'optimal', seconds, peakMiB: peakMiB() })}\n`
}

function asText(solution: AssignmentSolution, seconds: Seconds, people: PairsFile): string {
  const { matched, total, bound } = solution
  const { graph } = people
  return `${graph.mentor.length} feasible pairs of ${graph.mentorCount} mentors and ${graph.menteeCount} mentees
${matched} matched, total ${total}, bound ${bound}: proved best
read ${seconds.read} s, solve ${seconds.solve} s, verify ${seconds.verify} s, peak ${peakMiB()} MiB
`
}

function peakMiB(): number {
  return Math.round(process.resourceUsage().maxRSS / 102.4) / 10
}

const MOST_SHOWN = 10

/** The error for a result that is not proved: ten violations, and how many there are besides. */
export function describeViolations(
  violations: readonly Violation[],
  { mentors, mentees }: Pick<PairsFile, 'mentors' | 'mentees'>,
): string {
  const lines = violations.slice(0, MOST_SHOWN).map(({ rule, detail, mentee, mentor }) => {
    const who = [
      mentee === undefined ? [] : `mentee ${mentees[mentee]}`,
      mentor === undefined ? [] : `mentor ${mentors[mentor]}`,
    ].flat()
    return `  ${rule}: ${[detail, ...who].join(', ')}`
  })
  const more = violations.length - MOST_SHOWN
  if (more > 0) {
    const atLeast = violations.length === MOST_VIOLATIONS ? 'at least ' : ''
    lines.push(`  and ${atLeast}${more} more`)
  }
  return `The result could not be proved best, nothing was written:\n${lines.join('\n')}\n`
}
