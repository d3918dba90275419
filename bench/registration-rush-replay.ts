/**
 * The statements of a real call, sent straight through a driver. They are not written down here a second time but
 * recorded from one call, so that the baseline cannot drift from what it is compared with.
 */
import { PrismaPg } from '@prisma/adapter-pg'
import type connect from 'postgres'
import { env } from '@/lib/env'
import { loadActor } from '@/lib/session'
import type { Rush, RushCaller } from './registration-rush-setting'

/** `taken`, `full`, or what went wrong. */
export type Attempt = (rush: Rush, caller: RushCaller) => Promise<string>

type Statement = { text: string; values: unknown[] }

/** A call that was recorded, and whose ids stand in it. */
export type Recording = { rush: Rush; caller: RushCaller; statements: Statement[] }

/** What one real call sends between BEGIN and the end, seen where Prisma's adapter hands it to its driver. */
export async function record(
  attempt: Attempt,
  rush: Rush,
  caller: RushCaller | undefined,
  expected: string,
): Promise<Recording> {
  if (!caller) throw new Error('Nobody to record')
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
  const outcome = await attempt(rush, caller).finally(() => {
    client.query = query
  })
  if (outcome !== expected) throw new Error(`The recorded call should be ${expected}, and is: ${outcome}`)
  const statements = seen.filter(({ text }) => !/^(BEGIN|COMMIT|ROLLBACK)/i.test(text))
  return { rush, caller, statements }
}

/** What every connection of a pool inherits; the driver's types leave it out. */
function clientOf(pool: object): { query: (...given: unknown[]) => unknown } {
  const client: unknown = Reflect.get(pool, 'Client')
  if (typeof client !== 'function') throw new Error('The driver has changed: nothing to record')
  return client.prototype
}

/** The recorded values with another caller's in their place; lists too. */
function valuesFor({ values }: Statement, from: ReadonlyMap<string, string>): string[] {
  const swap = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(swap) : typeof value === 'string' ? (from.get(value) ?? value) : value
  return values.map(swap) as string[]
}

function idsFrom({ rush, caller }: Recording, target: Rush, other: RushCaller): Map<string, string> {
  const keys = [
    ...(['accountId', 'registrationId', 'requestId'] as const),
    ...(['participationId', 'roleId', 'teamId'] as const),
  ]
  return new Map([
    [rush.exerciseId, target.exerciseId],
    ...keys.map((key): [string, string] => [caller[key], other[key]]),
  ])
}

/** Where a winner's call stands still for a loser: no place of the nation, or no seat of the team. */
function missing(row: Record<string, unknown> | undefined): 'place' | 'seat' | null {
  if (row && 'moved' in row) return row.moved === 0 ? 'place' : null
  return row && 'seats' in row && row.taken === 0 ? 'seat' : null
}

class Full extends Error {}

/** A recorded call, played by any number of callers on a plain driver; the losers' go on as theirs was recorded. */
export function replay(
  sql: connect.Sql,
  won: Recording,
  lost: { place: Recording; seat?: Recording },
): Attempt {
  return async (target, caller) => {
    await loadActor(caller.accountId)
    try {
      await sql.begin(async tx => {
        const play = async (statement: Statement, of: Recording) => {
          const values = valuesFor(statement, idsFrom(of, target, caller))
          const [row] = await tx.unsafe(statement.text, values, { prepare: true })
          return row
        }
        for (const [at, statement] of won.statements.entries()) {
          const lack = missing(await play(statement, won))
          if (lack === null) continue
          const rest = lost[lack]
          if (!rest) throw new Error(`No call was recorded that finds no ${lack}`)
          for (const refusing of rest.statements.slice(at + 1)) await play(refusing, rest)
          throw new Full()
        }
      })
      return 'taken'
    } catch (error) {
      return error instanceof Full ? 'full' : String(error)
    }
  }
}
