import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'
import connect from 'postgres'
import { demoPeople } from '@/lib/accounts/demo-people'
import { hashToken, makeToken } from '@/lib/tokens'
import { alternate, type Line, rounds } from './line'

const connections = 16
const seconds = 4

/** Answers a second. Throws where any is not what is measured. */
async function answersPerSecond(
  url: string,
  status: number,
  headers: Record<string, string>,
): Promise<number> {
  const result = await autocannon({ url, connections, duration: seconds, headers })
  const right = result.statusCodeStats?.[`${status}`]?.count ?? 0
  if (right !== result.requests.total || result.errors > 0) {
    throw new Error(`${url}: ${result.requests.total - right} not ${status}, ${result.errors} failed`)
  }
  return result.requests.total / result.duration
}

/**
 * An expert's own days as a calendar program asks for them, beside an empty route handler behind the same proxy: whole,
 * to a reader who knows nothing yet (`feed`), and as 304 to one who knows the text (`feed-unchanged`).
 */
export async function* feedLines(databaseUrl: string, ours: string, floor: string): AsyncGenerator<Line> {
  const token = await follow(databaseUrl)
  const url = `${ours}/api/calendars/${token}`
  const first = await fetch(url)
  const bytes = (await first.arrayBuffer()).byteLength
  const etag = first.headers.get('etag') ?? ''
  const empty = () => answersPerSecond(`${floor}/empty`, 200, {})
  const lines = [
    { bench: 'feed', status: 200, headers: {} },
    { bench: 'feed-unchanged', status: 304, headers: { 'if-none-match': etag } },
  ]
  for (const { bench, status, headers } of lines) {
    const measured = await alternate(() => answersPerSecond(url, status, headers), empty)
    yield { bench, ...measured, unit: 'answers/s', n: rounds, bytes: status === 200 ? bytes : 0 }
  }
}

/** A link of the demo's expert, made as the action makes it. */
async function follow(databaseUrl: string): Promise<string> {
  const token = makeToken()
  const email = demoPeople.find(({ key }) => key === 'expert')?.email ?? ''
  const sql = connect(databaseUrl, { max: 1, onnotice: () => {} })
  await sql.begin(async tx => {
    await tx`SELECT set_config('startex.change', 'off', true)`
    await tx`
      INSERT INTO "CalendarFeed" ("id", "accountId", "kind", "name", "tokenHash", "createdAt")
      SELECT ${randomUUID()}, "id", 'person', 'Bench', ${hashToken(token)}, now() FROM "Account" WHERE "email" = ${email}`
  })
  await sql.end()
  return token
}
