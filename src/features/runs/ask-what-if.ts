import { type Context, transact } from '../../context.ts'
import type { Role } from '../../matching/types.ts'
import type { Outcome, Variant } from '../../matching/what-if.ts'
import { Problem } from '../../problems.ts'
import { linksByPerson } from './explain.ts'
import { inThread } from './in-thread.ts'
import type { AskWhatIf, DescribedMentor } from './schema.ts'
import { listNames, type RunRow, readRun } from './sql.ts'

export interface WhatIf {
  /** The first is the run as it was. */
  outcomes: Outcome[]
  /** None for the mentor who is only described. */
  linkOf: (role: Role, id: string) => { name: string; enrolmentId: string } | undefined
}

/**
 * Runs the frozen pool of a run again under other objectives or weights, with one more mentor or more
 * places, side by side: the first outcome is the run as it was. Nothing is written, nobody is asked.
 */
export async function askWhatIf(
  ctx: Context,
  runId: string,
  { variants }: AskWhatIf,
): Promise<WhatIf> {
  const { run, people } = await transact(ctx, async (ctx) => {
    const run = await readRun(ctx.db, runId)
    if (run.result === null) throw new Problem('state-conflict', { state: run.state })
    const ids = [...run.pool.mentors, ...run.pool.mentees].map(({ id }) => id)
    return { run, people: await listNames(ctx.db, ids) }
  })
  const links = linksByPerson(people)
  const personOf = new Map(people.map(({ enrolmentId, personId }) => [enrolmentId, personId]))
  const outcomes = await inThread('whatIf', {
    input: run.pool,
    variants: variants.map((variant, at) => coreVariant(variant, { at, run, personOf })),
  })
  return { outcomes, linkOf: (role, id) => links.get(`${role}:${id}`) }
}

function coreVariant(
  { name, objective, weights, mentor, morePlaces }: AskWhatIf['variants'][number],
  given: { at: number; run: RunRow; personOf: Map<string, string> },
): Variant {
  return {
    name,
    settings: { ...(objective && { objective }), ...(weights && { weights }) },
    ...(mentor && { addMentors: [describedMentor(mentor)] }),
    ...(morePlaces && {
      morePlaces: { mentor: mentorOf(morePlaces.mentor, given), places: morePlaces.places },
    }),
  }
}

function mentorOf(
  enrolmentId: string | undefined,
  { at, run, personOf }: { at: number; run: RunRow; personOf: Map<string, string> },
): string {
  if (enrolmentId === undefined) return 'all'
  const personId = personOf.get(enrolmentId)
  if (run.pool.mentors.some(({ id }) => id === personId)) return personId!
  const pointer = `/variants/${at}/morePlaces/mentor`
  throw new Problem('invalid-input', { fields: [{ pointer, code: 'choice' }] })
}

/** As one who had registered and been made ready; people's ids are never such a text. */
function describedMentor(mentor: DescribedMentor) {
  return {
    id: 'described',
    languages: mentor.languages,
    availability: mentor.hours.map((hour) => ({ ...hour, day: hour.day as 1 })),
    municipality: mentor.residence,
    coordinates: null,
    furthestDistanceKm: null,
    meets: mentor.meets,
    gender: mentor.sex,
    birthYear: null,
    wishes: { gender: null, age: null, onlyAtLibrary: false },
    interests: [],
    offers: mentor.offers,
    capacity: mentor.capacity,
    taken: 0,
    requirementsMetUntil: '9999-12-31',
    acceptsChildren: mentor.acceptsChildren,
  }
}
