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
export function lastAnswerOf(failure: string | null): LastAnswer | null {
  if (failure === null) return null
  const reply = / (\d{3})(?: |$)/.exec(failure)?.[1]
  const [name = null] = failure.split(' ')
  return {
    stage: stageOf(failure, reply),
    code: failure === 'abandoned' ? null : (reply ?? name),
    isFinal: reply?.startsWith('5') ?? failure === 'EENVELOPE API',
  }
}

function stageOf(failure: string, reply: string | undefined): LastAnswer['stage'] {
  if (failure === 'abandoned') return 'stopped'
  if (failure.startsWith('EAUTH') || failure.includes('AUTH') || signIn.test(reply ?? ''))
    return 'sign-in'
  if (failure.startsWith('ETLS')) return 'encryption'
  if (failure.includes('RCPT TO') || failure === 'EENVELOPE API') return 'address'
  if (failure.includes('MAIL FROM')) return 'sender'
  if (reply !== undefined && failure.includes('DATA')) return 'content'
  return /^E[A-Z]/.test(failure) ? 'connection' : 'other'
}

const signIn = /^53[0458]$/
