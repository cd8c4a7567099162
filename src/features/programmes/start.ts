import { actingAs, type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { recordEvent } from '../audit/record.ts'
import type { StartProgramme } from './schema.ts'
import { findOwnProgramme, insertProgramme, lockMunicipalities } from './sql.ts'

/**
 * Opens a municipality's mentor-match: from now on people who live there, or in the other
 * municipalities it serves, can register. Refuses a municipality that already runs one.
 */
export async function startProgramme(ctx: Context, command: StartProgramme): Promise<string> {
  const { actor } = ctx
  // An administrator has no municipality, so row-level security would refuse the programme's rows.
  return transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
    const area = [...new Set([command.municipality, ...command.alsoServes])]
    const known = await lockMunicipalities(ctx.db, area)
    if (!known.includes(command.municipality)) throw refused('/municipality')
    if (known.length < area.length) throw refused('/alsoServes')
    if (await findOwnProgramme(ctx.db, command.municipality)) throw new Problem('already-exists')
    const { municipality, name } = command
    const subjectId = await insertProgramme(
      ctx.db,
      { municipality, name, createdAt: ctx.now() },
      area,
    )
    const action = 'programme-started'
    await recordEvent(actingAs(ctx, actor), { action, municipality, subjectId })
    return subjectId
  })
}

function refused(pointer: string): Problem {
  return new Problem('invalid-input', { fields: [{ pointer, code: 'choice' }] })
}
