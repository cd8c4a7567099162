/*
 * A mail server in a process of its own that takes every mail and keeps none. Its first line is its port.
 */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

const server = new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  authOptional: true,
  disableReverseLookup: true,
  logger: false,
  onData: (stream, _session, done) => {
    stream.resume().once('end', () => done())
  },
})
server.on('error', () => {})
const listener = server.listen(0, '127.0.0.1')
await once(listener, 'listening')
console.log((listener.address() as AddressInfo).port)
