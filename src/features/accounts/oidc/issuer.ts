import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientError,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  type IDToken,
  ResponseBodyError,
} from 'openid-client'
import { Problem } from '../../../problems.ts'

/** How the product is known to the municipality's own sign-in. */
export interface OidcSettings {
  issuer: string
  clientId: string
  clientSecret: string
  /** What it says, as `acr` or among `amr`, of who proved it with a second factor. */
  secondFactor: readonly string[]
}

/** What is known of one visit to the issuer by the browser and by us, and by nobody else. */
export interface Visit {
  state: string
  nonce: string
  verifier: string
  /** The colleague must prove their identity to the issuer again, even after a recent sign-in. */
  again: boolean
}

/** Who came back, by the issuer's signed word. */
export interface Identity {
  issuer: string
  subject: string
  /** Only an address of which the issuer says that it is theirs. */
  email: string | undefined
  hasSecondFactor: boolean
}

export interface Issuer {
  /** The address to send a browser to. */
  addressFor(visit: Visit): Promise<string>
  /** Where a browser ends its session with the issuer; nothing where it cannot be, or be asked now. */
  endAddress(): Promise<string | undefined>
  /** Who somebody is who came back with this query. Refuses whatever is not the answer to the visit. */
  identify(query: string, visit: Visit): Promise<Identity>
}

/** Within this many seconds before coming back they must have proved who they are, to have done it again. */
const freshSeconds = 60
/** Long enough for a slow server, too short to hold up whoever signs in with a password. */
const timeoutSeconds = 5

/**
 * The issuer as the product speaks with it. What it says of itself is asked for when first needed and
 * every hour; while it cannot be asked, what it said before holds.
 */
export function openIssuer(
  settings: OidcSettings,
  baseUrl: string,
  now: () => Temporal.Instant,
): Issuer {
  // From our own settings: what a request says of where it came to is never sent on.
  const callback = new URL(`${baseUrl}/sign-in/oidc/callback`)
  let known: { configuration: Configuration; until: Temporal.Instant } | undefined

  async function configure(): Promise<Configuration> {
    if (known !== undefined && Temporal.Instant.compare(now(), known.until) < 0)
      return known.configuration
    try {
      const configuration = await discover(settings)
      known = { configuration, until: now().add({ hours: 1 }) }
      return configuration
    } catch {
      if (known !== undefined) return known.configuration
      throw new Problem('issuer-unavailable')
    }
  }

  return {
    addressFor: async (visit) => {
      const address = buildAuthorizationUrl(await configure(), {
        redirect_uri: callback.href,
        scope: 'openid email',
        state: visit.state,
        nonce: visit.nonce,
        code_challenge: await calculatePKCECodeChallenge(visit.verifier),
        code_challenge_method: 'S256',
        ...(visit.again ? { prompt: 'login', max_age: String(freshSeconds) } : {}),
      })
      return address.href
    },
    endAddress: async () => {
      const configuration = await configure().catch(() => undefined)
      if (configuration?.serverMetadata().end_session_endpoint === undefined) return undefined
      // Without an ID token for a hint, which would have to be kept and names the colleague: it may ask.
      const back = { post_logout_redirect_uri: `${baseUrl}/` }
      return buildEndSessionUrl(configuration, back).href
    },
    identify: async (query, visit) => {
      const configuration = await configure()
      const answer = new URL(`${callback.href}?${query}`)
      try {
        return await exchange(configuration, answer, visit, settings)
      } catch (error) {
        throw refusalOf(error)
      }
    },
  }
}

async function discover(settings: OidcSettings): Promise<Configuration> {
  const { issuer, clientId, clientSecret } = settings
  // The signature too, though the token comes over TLS from the issuer itself: a proxy may read along.
  const execute = [enableNonRepudiationChecks]
  if (issuer.startsWith('http:')) execute.push(allowInsecureRequests)
  return discovery(new URL(issuer), clientId, clientSecret, undefined, {
    execute,
    timeout: timeoutSeconds,
  })
}

async function exchange(
  configuration: Configuration,
  answer: URL,
  visit: Visit,
  settings: OidcSettings,
): Promise<Identity> {
  const tokens = await authorizationCodeGrant(configuration, answer, {
    expectedState: visit.state,
    expectedNonce: visit.nonce,
    pkceCodeVerifier: visit.verifier,
    idTokenExpected: true,
    ...(visit.again ? { maxAge: freshSeconds } : {}),
  })
  const claims = tokens.claims()!
  const hasProfile = configuration.serverMetadata().userinfo_endpoint !== undefined
  const profile =
    claims.email === undefined && hasProfile
      ? await fetchUserInfo(configuration, tokens.access_token, claims.sub)
      : claims
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: verifiedEmail(profile),
    hasSecondFactor: methodsOf(claims).some((method) => settings.secondFactor.includes(method)),
  }
}

/** Entra ID says `xms_edov` where others say `email_verified`; an address without either proves nothing. */
function verifiedEmail(profile: Record<string, unknown>): string | undefined {
  const { email, email_verified: isVerified, xms_edov: isOwned } = profile
  if (typeof email !== 'string' || email.length > 254) return undefined
  return isVerified === true || isOwned === true || isOwned === '1' ? email : undefined
}

function methodsOf({ acr, amr }: IDToken): string[] {
  const methods: unknown[] = [acr, ...(Array.isArray(amr) ? amr : [])]
  return methods.filter((method) => typeof method === 'string')
}

/** An issuer that does not answer is one thing, an answer that is not to be believed another. */
function refusalOf(error: unknown): Problem {
  const isAway =
    error instanceof TypeError ||
    (error instanceof ClientError && error.code === 'OAUTH_TIMEOUT') ||
    (error instanceof ResponseBodyError && error.status >= 500) ||
    statusOf(error) >= 500
  if (isAway) return new Problem('issuer-unavailable')
  // The library's word for what was wrong: for whoever sets it up, in the log.
  const { code } = error as { code?: unknown }
  return new Problem('sign-in-refused', typeof code === 'string' ? { state: code } : {})
}

function statusOf(error: unknown): number {
  const { cause } = error as { cause?: unknown }
  return cause instanceof Response ? cause.status : 0
}
