import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

/** The place of a sealed value: copied into another row or column it does not open. */
export interface SealedPlace {
  table: string
  column: string
  id: string
}

/** Thrown when a value does not open: its key is missing, or it was altered or moved. Names no value. */
export class BrokenSeal extends Error {}

/** The keys by which values are sealed before they reach the database. */
export interface KeyRing {
  seal(text: string, place: SealedPlace): string
  open(sealed: string, place: SealedPlace): string
  /** Whether a stored value is sealed with the current key. */
  isCurrent(stored: string): boolean
  /** The name of the key that a value needs, if it is missing. */
  missingKey(stored: string): string | undefined
}

/** AES-256-GCM, prefixed by the key's name, so that keys can be rotated. */
const form = /^sealed:([\w-]{8}):([\w-]{38,})$/
const nonceLength = 12
const tagLength = 16

/** Opens a ring of at least one key: the first seals, all open. */
export function openKeyRing(secrets: readonly string[]): KeyRing {
  const keys = new Map(secrets.map(keyOf))
  const [current] = keys.keys()
  if (current === undefined) throw new Error('a ring without a key seals nothing')
  return {
    seal: (text, place) => {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', keys.get(current)!, nonce)
      cipher.setAAD(addressOf(place))
      const parts = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]
      return `sealed:${current}:${Buffer.concat(parts).toString('base64url')}`
    },
    open: (sealed, place) => {
      const [, name = '', data = ''] = form.exec(sealed) ?? []
      const key = keys.get(name)
      if (key === undefined) throw new BrokenSeal(`${describe(place)} needs a key that is missing`)
      return unseal(Buffer.from(data, 'base64url'), key, place)
    },
    isCurrent: (stored) => form.exec(stored)?.[1] === current,
    missingKey: (stored) => {
      const name = form.exec(stored)?.[1]
      return name === undefined || keys.has(name) ? undefined : name
    },
  }
}

/** A key and its name, a hash that discloses nothing of it. */
function keyOf(secret: string): [name: string, key: Buffer] {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'makker values at rest', 32))
  return [createHash('sha256').update(key).digest('base64url').slice(0, 8), key]
}

function unseal(data: Buffer, key: Buffer, place: SealedPlace): string {
  const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(0, nonceLength), {
    authTagLength: tagLength,
  })
  decipher.setAAD(addressOf(place))
  decipher.setAuthTag(data.subarray(-tagLength))
  try {
    const text = decipher.update(data.subarray(nonceLength, -tagLength))
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    throw new BrokenSeal(`${describe(place)} was altered, or sealed for another place`)
  }
}

function addressOf({ table, column, id }: SealedPlace): Buffer {
  return Buffer.from(`${table}|${column}|${id}`)
}

function describe({ table, column, id }: SealedPlace): string {
  return `${table}.${column} of ${id}`
}
