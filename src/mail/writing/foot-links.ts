import type { Work } from '../../context.ts'
import { type Draft, isOptionalKind } from '../message.ts'
import type { MailRow } from '../sql.ts'

export interface Drafted {
  mail: MailRow
  draft: Draft
}

/** A personal link that stands below what a mail says. */
export interface FootLink {
  purpose: 'unsubscribe' | 'concern'
  municipality: string
  personId?: string
  accountId?: string
  mailKind?: string
  lasts: Temporal.Duration
}

export type FootUrls = { [Purpose in FootLink['purpose']]?: string }

/** Old mails are found again: a link to unsubscribe works for a year. */
const unsubscribeLasts = Temporal.Duration.from({ hours: 365 * 24 })
const concernLasts = Temporal.Duration.from({ hours: 90 * 24 })

/** Opens the links of several mails at once; their addresses by the id of the mail. */
export async function openFootLinks(
  ctx: Work,
  drafts: readonly Drafted[],
  desk: {
    baseUrl: string
    openLinks(ctx: Work, links: readonly FootLink[]): Promise<string[]>
  },
): Promise<Map<string, FootUrls>> {
  const links = drafts.flatMap((drafted) =>
    linksOf(drafted).map((link) => ({ mailId: drafted.mail.id, link })),
  )
  const tokens = await desk.openLinks(
    ctx,
    links.map(({ link }) => link),
  )
  const urls = new Map<string, FootUrls>()
  for (const [at, { mailId, link }] of links.entries()) {
    const url = `${desk.baseUrl}/${link.purpose}/${tokens[at]}`
    urls.set(mailId, { ...urls.get(mailId), [link.purpose]: url })
  }
  return urls
}

function linksOf({ mail, draft }: Drafted): FootLink[] {
  const { kind, municipality, personId, accountId } = mail
  if (municipality === null) return []
  const links: FootLink[] = []
  // Where a person reports that something is wrong. Not in a mail to an address that nobody has
  // confirmed: the page behind the link knows their pairs.
  if (personId !== null && draft.address === undefined)
    links.push({ purpose: 'concern', municipality, personId, lasts: concernLasts })
  if (isOptionalKind(kind))
    links.push({
      ...{ purpose: 'unsubscribe', municipality, mailKind: kind, lasts: unsubscribeLasts },
      ...(personId === null ? { accountId: accountId! } : { personId }),
    })
  return links
}
