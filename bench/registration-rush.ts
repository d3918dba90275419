/**
 * Two hundred people press "submit" at once for fifty places: the real action, actor and history included, against
 * the very same statements sent straight through a driver. They are not written down here a second time but recorded
 * from one real call, so that the baseline cannot drift from what it is compared with.
 */
import { performance } from 'node:perf_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import connect from 'postgres'
import { execute } from '@/lib/action'
import { env } from '@/lib/env'
import { submit } from '@/lib/registrations/states/actions'
import { loadActor } from '@/lib/session'
import { currentInstant } from '@/lib/time'
import { alternate, type Line, rounds } from './line'
import { unguarded } from './registration-rush-control'
import { makeRush, placesHeld, type Rush, type RushCaller } from './registration-rush-setting'

const callers = 200
const places = 50
/** As many as `lib/db.ts` gives the application. */
const connections = 16

/** `taken`, `full`, or what went wrong. */
type Attempt = (rush: Rush, caller: RushCaller) => Promise<string>

/** The real action, as a request makes it: the actor from the database, then `execute`. */
const ours: Attempt = async (rush, caller) => {
  const actor = await loadActor(caller.accountId)
  const result = await execute(submit.definition, actor, inputOf(rush, caller), currentInstant())
  if (result.ok) return 'taken'
  return result.error.reason === 'quota_full' ? 'full' : `${result.error.code}: ${result.error.reason}`
}

/** The same without the guard: counts, then writes. It must oversell, or the rush proves nothing. */
const control: Attempt = async (rush, caller) => {
  const actor = await loadActor(caller.accountId)
  const result = await execute(unguarded.definition, actor, inputOf(rush, caller), currentInstant())
  return result.ok ? 'taken' : result.error.reason === 'quota_full' ? 'full' : result.error.reason
}

function inputOf(rush: Rush, caller: RushCaller) {
  const { exerciseId, participationId } = rush
  return {
    exerciseId,
    participationId,
    registrationIds: [caller.registrationId],
    requestId: caller.requestId,
  }
}

type Statement = { text: string; values: unknown[] }

/** What one real call sends between BEGIN and the end, seen where Prisma's adapter hands it to its driver. */
async function record(rush: Rush, caller: RushCaller, expected: string): Promise<Statement[]> {
  const adapter = await new PrismaPg({ connectionString: env.databaseUrl }).connect()
  const client = clientOf(adapter.underlyingDriver())
  await adapter.dispose()
  const query = client.query
  const seen: Statement[] = []
  client.query = function (this: unknown, ...given) {
    const [sent] = given
    if (typeof sent === 'object' && sent !== null && 'text' in sent && 'values' in sent) {
      seen.push({ text: String(sent.text), values: Array.isArray(sent.values) ? sent.values : [] })
    }
    return Reflect.apply(query, this, given)
  }
  const outcome = await ours(rush, caller).finally(() => {
    client.query = query
  })
  if (outcome !== expected) throw new Error(`The recorded call should be ${expected}, and is: ${outcome}`)
  return seen.filter(({ text }) => !/^(BEGIN|COMMIT|ROLLBACK)/i.test(text))
}

/** What every connection of a pool inherits; the driver's types leave it out. */
function clientOf(pool: object): { query: (...given: unknown[]) => unknown } {
  const client: unknown = Reflect.get(pool, 'Client')
  if (typeof client !== 'function') throw new Error('The driver has changed: nothing to record')
  return client.prototype
}

/** The recorded values with another caller's in their place; lists too. */
function valuesFor(statement: Statement, from: Record<string, string>): string[] {
  const swap = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(swap) : typeof value === 'string' ? (from[value] ?? value) : value
  return statement.values.map(swap) as string[]
}

class Full extends Error {}

/** A recorded submission, played by any number of callers on a plain driver. */
async function recordedAttempt(sql: connect.Sql): Promise<Attempt> {
  const rush = await makeRush(2, 1)
  const [winner, loser] = rush.callers
  if (!winner || !loser) throw new Error('Nobody to record')
  const won = await record(rush, winner, 'taken')
  const lost = await record(rush, loser, 'full')
  return async (target, caller) => {
    await loadActor(caller.accountId)
    const own = { [rush.exerciseId]: target.exerciseId, [rush.participationId]: target.participationId }
    const asWinner = {
      ...own,
      [winner.accountId]: caller.accountId,
      [winner.registrationId]: caller.registrationId,
      [winner.requestId]: caller.requestId,
    }
    const asLoser = {
      ...own,
      [loser.accountId]: caller.accountId,
      [loser.registrationId]: caller.registrationId,
      [loser.requestId]: caller.requestId,
    }
    try {
      await sql.begin(async tx => {
        let moved: unknown
        let sent = 0
        for (const statement of won) {
          sent += 1
          const [row] = await tx.unsafe(statement.text, valuesFor(statement, asWinner), { prepare: true })
          if (row && 'moved' in row) moved = row.moved
          // Where no place was left, the letter to the expert and the rest are not sent either.
          if (moved === 0) break
        }
        if (moved === 1) return
        for (const statement of lost.slice(sent)) {
          await tx.unsafe(statement.text, valuesFor(statement, asLoser), { prepare: true })
        }
        throw new Full()
      })
      return 'taken'
    } catch (error) {
      return error instanceof Full ? 'full' : String(error)
    }
  }
}

type Run = { rate: number; taken: number; full: number; rows: number; used: number; failed: string[] }

async function run(attempt: Attempt): Promise<Run> {
  const rush = await makeRush(callers, places)
  const start = performance.now()
  const outcomes = await Promise.all(rush.callers.map(caller => attempt(rush, caller)))
  const seconds = (performance.now() - start) / 1000
  const count = (of: string) => outcomes.filter(outcome => outcome === of).length
  const failed = outcomes.filter(outcome => outcome !== 'taken' && outcome !== 'full')
  return {
    rate: callers / seconds,
    taken: count('taken'),
    full: count('full'),
    failed,
    ...(await placesHeld(rush)),
  }
}

/** Exactly the places are taken, everybody else hears why, nobody fails. */
function check(name: string, { taken, full, rows, used, failed }: Run): void {
  const exact = taken === places && rows === places && used === places && full === callers - places
  if (!exact || failed.length > 0) {
    throw new Error(
      `${name}: ${taken} taken, ${rows} rows, counter ${used}, ${full} refused, failed: ${failed.slice(0, 3).join('; ')}`,
    )
  }
}

/** Measures on the database of `lib/env`, which must be migrated; leaves its own exercises behind. Throws where the
 * rush did not end exactly, or the control did. */
export async function registrationRush(): Promise<Line> {
  const sql = connect(env.databaseUrl, {
    max: connections,
    onnotice: () => {},
    connection: { TimeZone: 'UTC' },
  })
  try {
    const baseline = await recordedAttempt(sql)
    const held: number[] = []
    const measured = await alternate(
      async () => {
        const done = await run(ours)
        check('The action', done)
        held.push(done.rows)
        return done.rate
      },
      async () => {
        const done = await run(baseline)
        check('The baseline', done)
        return done.rate
      },
    )
    const without = await run(control)
    if (without.rows <= places)
      throw new Error(`Without the guard ${without.rows} were taken: the rush proves nothing`)
    return {
      bench: 'registration-rush',
      ...measured,
      unit: 'calls/s',
      n: rounds,
      callers,
      places,
      taken: held,
      takenWithoutGuard: without.rows,
    }
  } finally {
    await sql.end()
  }
}

// Alone, on a migrated database that may be written to: STARTEX_DATABASE_URL=… npx tsx bench/registration-rush.ts
if (process.argv[1] === import.meta.filename) {
  console.log(JSON.stringify(await registrationRush()))
  process.exit(0)
}
