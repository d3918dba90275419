import { sql } from './db'
import { env } from './env'

/** What the one-click sign-in of the demo needs, all of it. */
type DoorFacts = {
  /** The seed has marked this database as the demo's. */
  marked: boolean
  /** An operator gave the database. */
  operatorDatabase: boolean
  /** The address the server is bound to. */
  host: string
  headers: Headers
}

/** True only for a person at this machine itself, in front of the demo. Pure. */
function isDoorOpen({ marked, operatorDatabase, host, headers }: DoorFacts): boolean {
  return marked && !operatorDatabase && host === '127.0.0.1' && isFromHere(headers)
}

/** A proxy on this machine would bring the whole world to 127.0.0.1, so what it passes on must be local too. */
function isFromHere(headers: Headers): boolean {
  const names = [headers.get('host'), headers.get('x-forwarded-host')].filter(name => name !== null)
  const addresses = (headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(Boolean)
  return (
    headers.has('host') &&
    names.every(name => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(name)) &&
    addresses.every(address => /^(::ffff:)?127\.|^::1$/.test(address)) &&
    !headers.has('forwarded')
  )
}

/** Whether the demo's door is open to whoever sends these headers. */
export async function isDemoOpenTo(headers: Headers): Promise<boolean> {
  const facts = { operatorDatabase: env.operatorDatabase, host: env.host, headers }
  if (!isDoorOpen({ ...facts, marked: true })) return false
  const rows = await sql`SELECT FROM "Marker" WHERE "key" = 'demo'`
  return isDoorOpen({ ...facts, marked: rows.length > 0 })
}
