import type { MailMedium } from '../../db/types.ts'

/** Where a try to send ended. */
export const stages = [
  'address',
  'sender',
  'content',
  'sign-in',
  'encryption',
  'connection',
  'stopped',
  'other',
] as const

export interface LastAnswer {
  stage: (typeof stages)[number]
  /** The server's code, or the name of what went wrong where it gave none. */
  code: string | null
  /** Whether the server will not take it later either. */
  isFinal: boolean
}

/** Reads the failure that was stored with a mail: codes and a stage, as `failureOf` writes them. */
export function lastAnswerOf(
  failure: string | null,
  medium: MailMedium = 'mail',
): LastAnswer | null {
  if (failure === null) return null
  const reply = / (\d{3})(?: |$)/.exec(failure)?.[1]
  const [name = null] = failure.split(' ')
  return {
    stage: stageOf(failure, reply),
    code: failure === 'abandoned' ? null : (reply ?? name),
    isFinal: reply === undefined ? failure === 'EENVELOPE API' : isFinal[medium].test(reply),
  }
}

/** A gateway's 401 is about us, and 408 and 429 ask us to come again. */
const isFinal = { mail: /^5/, sms: /^4(?!01|07|08|29)/ }

function stageOf(failure: string, reply: string | undefined): LastAnswer['stage'] {
  if (failure === 'abandoned') return 'stopped'
  if (/AUTH/.test(failure) || signIn.test(reply ?? '')) return 'sign-in'
  if (failure.startsWith('ETLS')) return 'encryption'
  if (failure.includes('RCPT TO') || failure === 'EENVELOPE API') return 'address'
  if (failure.includes('MAIL FROM')) return 'sender'
  if (reply !== undefined) return 'content'
  return /^E[A-Z]/.test(failure) ? 'connection' : 'other'
}

const signIn = /^(53[0458]|401|407)$/
