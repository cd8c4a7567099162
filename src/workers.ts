import type { Context, Jobs } from './context.ts'
import { composeStaffInvitation } from './features/accounts/jobs.ts'
import { composeMeetingInvitation } from './features/meetings/jobs.ts'
import { composeAnswerRequest } from './features/proposals/jobs.ts'
import { deliverMail, type PostOffice } from './mail/deliver.ts'
import type { MailKind, Composer } from './mail/message.ts'

/** Every queue there is. */
export const queues = ['mail'] as const satisfies readonly (keyof Jobs)[]

/** Every kind of mail, and what writes it. */
export const composers: Readonly<Record<MailKind, Composer>> = {
  'answer-request': composeAnswerRequest,
  'meeting-invitation': composeMeetingInvitation,
  'staff-invitation': composeStaffInvitation,
}

/** Every queue, and the function that works it. Handlers act as the system and read what is true now. */
export async function startWorkers(ctx: Context, office: PostOffice): Promise<void> {
  await ctx.boss.work<Jobs['mail']>('mail', { pollingIntervalSeconds: 0.5 }, async ([job]) => {
    if (job !== undefined) await deliverMail(ctx, job.data.mailId, office)
  })
}
