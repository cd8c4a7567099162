import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/**
 * A self-signed certificate for localhost and 127.0.0.1, valid for a day. Node can read
 * certificates but not make them, and the machine need not have openssl.
 */
export function selfSignedCertificate(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const algorithm = der(0x30, hex('06082a8648ce3d040302')) // ecdsa-with-SHA256
  const name = der(0x30, der(0x31, der(0x30, hex('0603550403'), der(0x0c, text('localhost')))))
  const alternatives = der(
    0x30,
    der(0x82, text('localhost')),
    der(0x87, Buffer.from([127, 0, 0, 1])),
  )
  const content = der(
    0x30,
    der(0xa0, hex('020102')), // version 3
    der(0x02, Buffer.concat([hex('01'), randomBytes(8)])), // serial number
    algorithm,
    name, // issuer
    der(0x30, time({ hours: -1 }), time({ hours: 24 })),
    name, // subject
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, der(0x30, hex('0603551d11'), der(0x04, alternatives)))),
  )
  const signature = Buffer.concat([hex('00'), sign('sha256', content, privateKey)])
  const certificate = der(0x30, content, algorithm, der(0x03, signature)).toString('base64')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`,
  }
}

const hex = (digits: string) => Buffer.from(digits, 'hex')
const text = (value: string) => Buffer.from(value, 'ascii')

/** A DER element: tag, length, content. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const size = body.length
  const length = size < 128 ? [size] : [0x82, size >> 8, size & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}

/** The real time, which the checking program uses. */
function time(fromNow: { hours: number }): Buffer {
  const at = Temporal.Now.instant().add(fromNow).round({ smallestUnit: 'second' })
  return der(0x18, text(at.toString().replace(/[-:T]/g, '')))
}
