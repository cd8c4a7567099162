import type { Context, Jobs } from './context.ts'
import { composeStaffInvitation } from './features/accounts/jobs.ts'
import { flagBrowsing } from './features/audit/flag-browsing.ts'
import { sealAudit } from './features/audit/seal.ts'
import { journalHeads } from './features/audit/journal-heads.ts'
import { composeMatchEnd } from './features/matches/jobs.ts'
import { composeMeetingCancellation, composeMeetingInvitation } from './features/meetings/jobs.ts'
import { composeConfirmation, composeNewEmailNotice } from './features/people/registration/jobs.ts'
import { resumePaused } from './features/people/transitions/resume.ts'
import { applyRetention } from './features/privacy/apply-retention.ts'
import { replayErasures } from './features/privacy/replay-erasures.ts'
import { composeAnswerRequest, composeOfferWithdrawal } from './features/proposals/jobs.ts'
import { composeInterview, lookAfterEveryone } from './features/requirements/jobs.ts'
import { composeReconfirmation } from './features/requirements/reconfirmation/jobs.ts'
import { type Runs, workRuns } from './features/runs/queue/jobs.ts'
import { composeOwnPageLink } from './features/self-service/jobs.ts'
import { sendLinks } from './features/self-service/send-links.ts'
import { resumeSpreadsheets, workSpreadsheet } from './features/imports/jobs.ts'
import { zone } from './locales/zone.ts'
import { deliverMail, type PostOffice } from './mail/deliver.ts'
import type { MailKind, Composer } from './mail/message.ts'

/** Every queue there is. */
export const queues = [
  'mail',
  'link-request',
  'spreadsheet',
  'daily',
  'audit-seal',
  'audit-heads',
] as const satisfies readonly (keyof Jobs)[]

/** Every kind of mail, and what writes it. */
export const composers: Readonly<Record<MailKind, Composer>> = {
  'answer-request': composeAnswerRequest,
  'email-changed': composeConfirmation,
  'email-replaced': composeNewEmailNotice,
  interview: composeInterview,
  'match-ended': composeMatchEnd,
  'meeting-cancelled': composeMeetingCancellation,
  'meeting-invitation': composeMeetingInvitation,
  'offer-withdrawn': composeOfferWithdrawal,
  'own-page-link': composeOwnPageLink,
  reconfirmation: composeReconfirmation,
  registration: composeConfirmation,
  'staff-invitation': composeStaffInvitation,
}

/**
 * Every queue, and the function that works it. Handlers act as the system and read what is true now.
 * The queues stop with the queue's own connection; what is returned works the runs of the matching.
 */
export async function startWorkers(
  ctx: Context,
  office: PostOffice,
  onError: (error: unknown) => void,
): Promise<Runs> {
  const options = { batchSize: 10, burstWhenBatchFull: true, pollingIntervalSeconds: 0.5 }
  await ctx.boss.work<Jobs['mail']>('mail', options, async (jobs) => {
    const results = await Promise.allSettled(
      jobs.map((job) => deliverMail(ctx, job.data.mailId, office)),
    )
    // The whole batch is tried again; those that were delivered know it and stay quiet.
    const failed = results.find((result) => result.status === 'rejected')
    if (failed !== undefined) throw new Error('A mail could not be delivered now')
  })
  await ctx.boss.work<Jobs['link-request']>('link-request', options, async (jobs) => {
    for (const { data } of jobs) await sendLinks(ctx, data.linkRequestId)
  })
  await ctx.boss.work<Jobs['daily']>('daily', async () => {
    await resumePaused(ctx, ctx.now().toZonedDateTimeISO(zone).toPlainDate())
    await lookAfterEveryone(ctx)
    await applyRetention(ctx)
    await replayErasures(ctx)
  })
  // Before the library opens; and now, for the days on which nothing ran.
  await ctx.boss.schedule('daily', '15 5 * * *', null, { tz: zone })
  await ctx.boss.send('daily', {}, { singletonSeconds: 3600 })
  await ctx.boss.work<Jobs['spreadsheet']>(
    'spreadsheet',
    { pollingIntervalSeconds: 0.5 },
    async ([job]) => {
      if (job !== undefined) await workSpreadsheet(ctx, job.data.spreadsheetId)
    },
  )
  // What a process that ended was at goes on at once.
  await resumeSpreadsheets(ctx)
  await ctx.boss.work('audit-seal', async () => {
    await flagBrowsing(ctx)
    await sealAudit(ctx)
  })
  await ctx.boss.schedule('audit-seal', '*/5 * * * *', {}, { tz: zone })
  await ctx.boss.work('audit-heads', async () => {
    await journalHeads(ctx)
  })
  await ctx.boss.schedule('audit-heads', '0 * * * *', {}, { tz: zone })
  return workRuns(ctx, onError)
}
