/**
 * The preview of sliding a phase with 10,000 injects and 5,000 shifts by a day: what moves, what follows, what it makes
 * and mends, and its fingerprint, by a server that has the plan as it is (`keptPlan`), as while somebody drags. Beside it
 * the same by recomputing everything: all times and all clashes of the plan as it is and as it would be, and the
 * difference of both. Both must say the same.
 */
import { performance } from 'node:perf_hooks'
import type { PlanPerson, PlanShift, WholePlan } from '@/lib/clashes/whole/plan/rules'
import { clashesOf } from '@/lib/clashes/whole/rules'
import { impliedTimes } from '@/lib/logic/times/rules'
import { clashEffect, type Looked, lookedAt } from '@/lib/moves/clashing/rules'
import { graphOfPlan, type Logic, logicOf } from '@/lib/moves/follows/rules'
import type { Outcome } from '@/lib/moves/outcome/rules'
import { indexed, type MovePlan, type PlanIndex, type PlanRow, spanOf } from '@/lib/moves/plan/rules'
import { outcomeOf } from '@/lib/moves/rules'
import type { Operation } from '@/lib/moves/schema'
import { printOf } from '@/lib/moves/seen/rules'
import { toldOf } from '@/lib/moves/telling/rules'
import { usualRest } from '@/lib/shifts/rest/rules'
import type { Moment } from '@/lib/time'
import { alternate, type Line } from './line'

const [injects, shifts, people] = [10_000, 5_000, 1_500]
const HOUR = 3600
const DAY = 24 * HOUR
const frame = { startexAt: Date.UTC(2027, 3, 20, 6), timeZone: 'Europe/Tallinn' }
const now = Date.UTC(2026, 10, 22)
const tTime = (offset: number): Moment => ({ anchor: 'ttime', offset })

function item(table: PlanRow['table'], id: string, given: Partial<PlanRow>): PlanRow {
  return {
    ...{ table, id, name: id, of: null, phaseId: null, start: null, end: null, durationSeconds: null },
    ...{ days: null, gate: null, state: null, version: 1, partner: null },
    ...given,
  }
}

/** Ten days of play; every third inject waits for the one before. Three places a shift, and some who stand two at once. */
function planOf(): { plan: MovePlan; whole: WholePlan } {
  const items = [
    item('Phase', 'play', { start: tTime(0), end: tTime(10 * DAY) }),
    item('Rota', 'rota', { phaseId: 'play', start: tTime(0), end: tTime(10 * DAY) }),
  ]
  const waits: MovePlan['waits'][number][] = []
  for (let n = 0; n < injects; n++) {
    const follows = n % 3 === 2
    const start = follows ? null : tTime(Math.floor((n * 10 * DAY) / injects))
    items.push(item('Inject', `i${n}`, { phaseId: 'play', start, durationSeconds: 1800, state: 'approved' }))
    if (follows)
      waits.push({
        ...{ injectId: `i${n}`, gateId: null, afterInjectId: `i${n - 1}`, afterGateId: null },
        ...{ condition: 'completed', delaySeconds: 600 },
      })
  }
  const standing: PlanShift[] = []
  for (let n = 0; n < shifts; n++) {
    const offset = Math.floor(n / 167) * 8 * HOUR
    items.push(item('Shift', `s${n}`, { of: 'rota', start: tTime(offset), durationSeconds: 8 * HOUR }))
    const startAt = frame.startexAt + offset * 1000
    const duties = [0, 1, 2].map(place => {
      const person = `p${(n * 3 + place + (n % 97 === 0 ? 1 : 0)) % people}`
      return { person, standing: 'confirmed' as const }
    })
    standing.push({
      id: `s${n}`,
      teamId: 'blue',
      startAt,
      endAt: startAt + 8 * HOUR * 1000,
      places: 3,
      duties,
    })
  }
  const zones = ['Europe/Tallinn', 'Asia/Tokyo', 'America/New_York']
  const play = { startAt: frame.startexAt, endAt: frame.startexAt + 10 * DAY * 1000 }
  return {
    plan: { frame, endexOffset: 10 * DAY, status: 'planning', items, gates: [], waits },
    whole: {
      rest: usualRest,
      phases: [{ id: 'play', ...play }],
      ...{ activities: [], shifts: standing, seats: [], delegations: [] },
      people: Array.from(
        { length: people },
        (_, n): PlanPerson => ({
          ...{ id: `p${n}`, timeZone: zones[n % 3] ?? 'UTC', delegationId: null, play, elsewhere: [] },
        }),
      ),
    },
  }
}

const slide: Operation = { kind: 'slide_phase', phaseId: 'play', bySeconds: DAY, withPinned: false }

type Told = { moves: number; made: string[]; mended: string[] }
const sorted = (keys: Iterable<string>) => [...keys].sort()

type Data = ReturnType<typeof planOf> & { index: PlanIndex; logic: Logic; looked: Looked }

function ours({ index, logic, looked }: Data): Told {
  const told = toldOf(index, logic, slide, now)
  const { exercise } = told.outcome
  const { made, mended } = clashEffect(looked, { exercise, touched: told.touched })
  // What goes back with the move is a part of every preview.
  if (printOf(told) === '') throw new Error('A preview without a fingerprint')
  const keys = (clashes: readonly { key: string }[]) => sorted(clashes.map(({ key }) => key))
  return { moves: told.touched.length, made: keys(made), mended: keys(mended) }
}

/** The plan as it would be, then everything there is to know of both. */
function everything({ plan, whole }: Data): Told {
  const index = indexed(plan)
  const next = moved(index, outcomeOf(index, slide, now))
  const [before, after] = [timesOf(index), timesOf(next)]
  const moves = [...after].filter(([id, at]) => before.get(id) !== at).length
  const at = new Map(next.items.map(one => [one.id, spanOf(one, next.frame)]))
  const put = <Row extends { id: string; startAt: number; endAt: number }>(row: Row): Row => {
    const span = at.get(row.id)
    return span ? { ...row, startAt: span.startAt, endAt: span.endAt ?? row.endAt } : row
  }
  const keysOf = (of: WholePlan) => new Set(clashesOf(of).map(({ key }) => key))
  const [was, is] = [
    keysOf(whole),
    keysOf({ ...whole, shifts: whole.shifts.map(put), phases: whole.phases.map(put) }),
  ]
  const only = (some: Set<string>, others: Set<string>) => sorted([...some].filter(key => !others.has(key)))
  return { moves, made: only(is, was), mended: only(was, is) }
}

function moved(plan: PlanIndex, outcome: Outcome): PlanIndex {
  const rows = new Map(outcome.moved.map(row => [row.item, row]))
  return indexed({ ...plan, items: plan.items.map(one => ({ ...one, ...withoutItem(rows.get(one)) })) })
}

function withoutItem(row: Outcome['moved'][number] | undefined): Partial<PlanRow> {
  return row ? { start: row.start, end: row.end } : {}
}

function timesOf(plan: PlanIndex): Map<string, number | null> {
  const times = impliedTimes(graphOfPlan(plan, plan.frame))
  return new Map(
    plan.items.map(one => [
      one.id,
      one.table === 'Inject' ? (times.get(one.id)?.at ?? null) : (spanOf(one, plan.frame)?.startAt ?? null),
    ]),
  )
}

export async function movePreview(): Promise<Line> {
  const made = planOf()
  const index = indexed(made.plan)
  const data = { ...made, index, logic: logicOf(index), looked: lookedAt(made.whole) }
  const [first, second] = [ours(data), everything(data)]
  if (JSON.stringify(first) !== JSON.stringify(second)) throw new Error('The two previews differ')
  const timed = (run: typeof ours) => async () => {
    const begun = performance.now()
    run(data)
    return performance.now() - begun
  }
  const measured = await alternate(timed(ours), timed(everything))
  return {
    bench: 'move-preview',
    ...measured,
    unit: 'ms a preview',
    n: injects + shifts,
    clashes: clashesOf(data.whole).length,
  }
}
