/**
 * Two hundred people press at once for fifty places: the real action, actor and history included, against the very
 * same statements sent straight through a driver (`registration-rush-replay.ts`). `registration-rush` submits under one
 * nation's quota; `registration-rush-seats` confirms from the waiting lists of four nations, under the quotas of nation
 * and role and the seats of a team at once.
 */
import { performance } from 'node:perf_hooks'
import connect from 'postgres'
import { execute } from '@/lib/action'
import { env } from '@/lib/env'
import { confirm, submit } from '@/lib/registrations/states/actions'
import { loadActor } from '@/lib/session'
import { currentInstant } from '@/lib/time'
import { alternate, type Line, rounds } from './line'
import { unguarded, unguardedConfirm } from './registration-rush-control'
import { type Attempt, record, replay } from './registration-rush-replay'
import { type Held, type Limits, makeRush, placesHeld } from './registration-rush-setting'

const callers = 200
const places = 50
/** As many as `lib/db.ts` gives the application. */
const connections = 16

type Outcome = { ok: true } | { ok: false; error: { code: string; reason: string } }

const full = new Set(['quota_full', 'quota_full_of_nation', 'seat_full'])
const worded = (result: Outcome) =>
  result.ok
    ? 'taken'
    : full.has(result.error.reason)
      ? 'full'
      : `${result.error.code}: ${result.error.reason}`

/** One person each: what a contact sends, and a registrar without the delegation's id. */
const inputOf = (exerciseId: string, caller: Parameters<Attempt>[1]) => ({
  exerciseId,
  participationId: caller.participationId,
  registrationIds: [caller.registrationId],
  requestId: caller.requestId,
})

/** As a request makes it: the actor from the database, then `execute`. */
const submitting: Attempt = async ({ exerciseId }, caller) => {
  const actor = await loadActor(caller.accountId)
  return worded(await execute(submit.definition, actor, inputOf(exerciseId, caller), currentInstant()))
}
const confirming: Attempt = async ({ exerciseId }, caller) => {
  const actor = await loadActor(caller.accountId)
  const { participationId: _, ...input } = inputOf(exerciseId, caller)
  return worded(await execute(confirm.definition, actor, { ...input, teamId: null }, currentInstant()))
}

/** The same without the guard: counts, then writes. It must oversell, or the rush proves nothing. */
const submittingUnguarded: Attempt = async ({ exerciseId }, caller) => {
  const actor = await loadActor(caller.accountId)
  return worded(await execute(unguarded.definition, actor, inputOf(exerciseId, caller), currentInstant()))
}
const confirmingUnguarded: Attempt = async ({ exerciseId }, caller) => {
  const actor = await loadActor(caller.accountId)
  const input = inputOf(exerciseId, caller)
  return worded(await execute(unguardedConfirm.definition, actor, input, currentInstant()))
}

type Deed = {
  bench: string
  attempt: Attempt
  control: Attempt
  limits: Limits
  /** limits for two callers of whom the second finds no place, and no seat */
  short: { place: Limits; seat?: Limits }
}

const oneNation: Limits = { as: 'contacts', nations: 1, roles: 1, places }
/** Of each role at most 40 come in by their nations' quotas and 25 by the seats: whatever the order, 50 in all. */
const fourNations: Limits = { as: 'registrars', nations: 4, roles: 2, places: 20, ofRole: 10, seats: 25 }
const two = { ...fourNations, nations: 1, roles: 1 }

export const deeds: readonly Deed[] = [
  {
    bench: 'registration-rush',
    attempt: submitting,
    control: submittingUnguarded,
    limits: oneNation,
    short: { place: { ...oneNation, places: 1 } },
  },
  {
    bench: 'registration-rush-seats',
    attempt: confirming,
    control: confirmingUnguarded,
    limits: fourNations,
    short: { place: { ...two, ofRole: 1 }, seat: { ...two, seats: 1 } },
  },
]

async function recordedAttempt(sql: connect.Sql, { attempt, short }: Deed): Promise<Attempt> {
  const both = async (limits: Limits) => {
    const rush = await makeRush(2, limits)
    const [winner, loser] = rush.callers
    const won = await record(attempt, rush, winner, 'taken')
    return { won, lost: await record(attempt, rush, loser, 'full') }
  }
  const { won, lost: place } = await both(short.place)
  return replay(sql, won, { place, ...(short.seat ? { seat: (await both(short.seat)).lost } : {}) })
}

type Run = Held & { rate: number; taken: number; refused: number; failed: string[] }

async function run(attempt: Attempt, limits: Limits): Promise<Run> {
  const rush = await makeRush(callers, limits)
  const start = performance.now()
  const outcomes = await Promise.all(rush.callers.map(caller => attempt(rush, caller)))
  const seconds = (performance.now() - start) / 1000
  const count = (of: string) => outcomes.filter(outcome => outcome === of).length
  const failed = outcomes.filter(outcome => outcome !== 'taken' && outcome !== 'full')
  const held = await placesHeld(rush)
  return { rate: callers / seconds, taken: count('taken'), refused: count('full'), failed, ...held }
}

/** Exactly the places are taken, each counter says so, everybody else hears why, nobody fails. */
function check(name: string, { taken, refused, rows, wrong, failed }: Run): void {
  const exact = taken === places && rows === places && refused === callers - places
  if (exact && failed.length === 0 && wrong.length === 0) return
  const why = [...wrong, ...failed].slice(0, 3).join('; ')
  throw new Error(`${name}: ${taken} taken, ${rows} rows, ${refused} refused. ${why}`)
}

/** Measures on the database of `lib/env`, which must be migrated; leaves its own exercises behind. Throws where the
 * rush did not end exactly, or the control did. */
export async function registrationRush(deed: Deed): Promise<Line> {
  const { bench, attempt, control, limits } = deed
  const options = { max: connections, onnotice: () => {}, connection: { TimeZone: 'UTC' } }
  const sql = connect(env.databaseUrl, options)
  try {
    const baseline = await recordedAttempt(sql, deed)
    const held: number[] = []
    const measured = await alternate(
      async () => {
        const done = await run(attempt, limits)
        check('The action', done)
        held.push(done.rows)
        return done.rate
      },
      async () => {
        const done = await run(baseline, limits)
        check('The baseline', done)
        return done.rate
      },
    )
    const without = await run(control, limits)
    if (without.rows <= places)
      throw new Error(`Without the guard ${without.rows} were taken: the rush proves nothing`)
    return {
      ...{ bench, ...measured, unit: 'calls/s', n: rounds },
      ...{ callers, places, taken: held, takenWithoutGuard: without.rows, target: 'ratio at least 0.5' },
    }
  } finally {
    await sql.end()
  }
}

// Alone, on a migrated database that may be written to: STARTEX_DATABASE_URL=… npx tsx bench/registration-rush.ts
if (process.argv[1] === import.meta.filename) {
  for (const deed of deeds) console.log(JSON.stringify(await registrationRush(deed)))
  process.exit(0)
}
