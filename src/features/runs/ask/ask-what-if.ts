import { type Context, transact, type Work } from '../../../context.ts'
import type { Outcome, Variant } from '../../../matching/what-if.ts'
import { Problem } from '../../../problems.ts'
import { askThread } from '../thread/in-thread.ts'
import { readFinishedRun } from './read-finished-run.ts'
import type { AskWhatIf, DescribedMentor } from '../schema.ts'
import { listMentorsOfRun, readFinished } from '../sql.ts'
import { described } from './what-if/changed-pairs.ts'

export type Tried = Omit<Outcome, 'run'>

/**
 * Solves the pool of a run again under other objectives or weights, with one more mentor or more
 * places. The first outcome is the run itself. Nothing is written.
 */
export async function askWhatIf(
  ctx: Context,
  runId: string,
  { variants }: AskWhatIf,
): Promise<Tried[]> {
  const { key, wanted } = await transact(ctx, async (ctx) => ({
    key: (await readFinished(ctx.db, runId)).key,
    wanted: await wantedMentors(ctx, runId, variants),
  }))
  const runRef = { key, read: () => readFinishedRun(ctx, runId) }
  return askThread('whatIf', runRef, {
    variants: variants.map((variant, at) => coreVariant(variant, wanted[at])),
  })
}

type AskedVariant = AskWhatIf['variants'][number]

/** The mentor's person in each variant that gives one mentor more places. */
async function wantedMentors(
  ctx: Work,
  runId: string,
  variants: AskedVariant[],
): Promise<(string | undefined)[]> {
  const asked = variants.flatMap(({ morePlaces }) => morePlaces?.mentor ?? [])
  if (asked.length === 0) return []
  const found = await listMentorsOfRun(ctx.db, runId, asked)
  return variants.map(({ morePlaces }, at) => {
    if (morePlaces?.mentor === undefined) return undefined
    const mentor = found.find(({ id }) => id === morePlaces.mentor)
    if (mentor !== undefined) return mentor.personId
    const pointer = `/variants/${at}/morePlaces/mentor`
    throw new Problem('invalid-input', { fields: [{ pointer, code: 'choice' }] })
  })
}

function coreVariant(
  { name, objective, weights, mentor, morePlaces }: AskedVariant,
  wanted: string | undefined,
): Variant {
  return {
    name,
    settings: { ...(objective && { objective }), ...(weights && { weights }) },
    ...(mentor && { addMentors: [describedMentor(mentor)] }),
    ...(morePlaces && { morePlaces: { mentor: wanted ?? 'all', places: morePlaces.places } }),
  }
}

/** A described mentor as if registered and ready. */
function describedMentor(mentor: DescribedMentor) {
  return {
    id: described,
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
