import type { Work } from '../../../context.ts'
import { zone } from '../../../locales/zone.ts'
import type { ProposeInput, Settings } from '../../../matching/types.ts'
import { DEFAULT_SETTINGS } from '../../../matching/weights.ts'
import type { RunMatching } from '../schema.ts'
import { menteeOf, mentorOf } from './people.ts'
import { listDraftPairs, listSpentPairs, readPool } from './sql.ts'

/** Takes the snapshot of a run: everyone who is ready, the settings, and excluded and locked pairs. */
export async function freezePool(
  ctx: Work,
  programme: { id: string; settings: unknown },
  command: RunMatching,
): Promise<ProposeInput> {
  const today = ctx.now().toZonedDateTimeISO(zone).toPlainDate()
  const rows = await readPool(ctx.db, programme.id, today)
  return {
    mentors: rows.filter((row) => row.role === 'mentor').map(mentorOf),
    mentees: rows.filter((row) => row.role === 'mentee').map(menteeOf),
    excluded: await listSpentPairs(ctx.db, programme.id),
    locked: [],
    earlier: await listDraftPairs(ctx.db, programme.id),
    settings: { ...settingsOf(programme.settings), objective: command.objective },
    today: today.toString(),
  }
}

/** The programme's settings over the defaults; only differences are stored. */
function settingsOf(stored: unknown): Settings {
  return { ...DEFAULT_SETTINGS, ...(stored as Partial<Settings>) }
}
