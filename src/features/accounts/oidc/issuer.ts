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

/** How the product is registered with the municipality's own sign-in. */
export interface OidcSettings {
  issuer: string
  clientId: string
  clientSecret: string
  /** Values of `acr` or `amr` that mean a second factor. */
  secondFactor: readonly string[]
}

/** The parameters of one authorisation request. */
export interface Visit {
  state: string
  nonce: string
  verifier: string
  /** The colleague must prove their identity to the issuer again, even after a recent sign-in. */
  again: boolean
}

/** The identity in a verified ID token. */
export interface Identity {
  issuer: string
  subject: string
  /** Present only if the issuer has verified it. */
  email: string | undefined
  hasSecondFactor: boolean
}

export interface Issuer {
  addressFor(visit: Visit): Promise<string>
  /** Ends the browser's session at the issuer; undefined if there is none or it is unreachable. */
  endAddress(): Promise<string | undefined>
  /** The identity in the answer to a request. Refuses an answer that does not belong to it. */
  identify(query: string, visit: Visit): Promise<Identity>
}

/** The maximum age in seconds of a fresh authentication at the issuer. */
const freshSeconds = 60
/** Long enough for a slow server; password sign-in must not wait longer for it. */
const timeoutSeconds = 5

/** A client of the issuer, whose metadata is refreshed hourly and kept while it is unreachable. */
export function openIssuer(
  settings: OidcSettings,
  baseUrl: string,
  now: () => Temporal.Instant,
): Issuer {
  // From our settings: the request's own host header is not trusted.
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
      // Sends no ID token as a hint: it would have to be stored and names the colleague. The issuer
      // may ask for confirmation instead.
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
  // Checks the signature as well: a TLS-terminating proxy may sit between us and the issuer.
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

/**
 * Entra ID sends `xms_edov` instead of `email_verified`. An address without either is not verified.
 */
function verifiedEmail(profile: Record<string, unknown>): string | undefined {
  const { email, email_verified: isVerified, xms_edov: isOwned } = profile
  if (typeof email !== 'string' || email.length > 254) return undefined
  return isVerified === true || isOwned === true || isOwned === '1' ? email : undefined
}

function methodsOf({ acr, amr }: IDToken): string[] {
  const methods: unknown[] = [acr, ...(Array.isArray(amr) ? amr : [])]
  return methods.filter((method) => typeof method === 'string')
}

/** Distinguishes an unreachable issuer from an invalid answer. */
function refusalOf(error: unknown): Problem {
  const isAway =
    error instanceof TypeError ||
    (error instanceof ClientError && error.code === 'OAUTH_TIMEOUT') ||
    (error instanceof ResponseBodyError && error.status >= 500) ||
    statusOf(error) >= 500
  if (isAway) return new Problem('issuer-unavailable')
  // The library's error code, for the log.
  const { code } = error as { code?: unknown }
  return new Problem('sign-in-refused', typeof code === 'string' ? { state: code } : {})
}

function statusOf(error: unknown): number {
  const { cause } = error as { cause?: unknown }
  return cause instanceof Response ? cause.status : 0
}
