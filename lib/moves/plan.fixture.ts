import fc from 'fast-check'
import type { Moment } from '@/lib/time'
import type { Outcome } from './outcome/rules'
import { indexed, keyOf, type PlanIndex, type PlanRow, type PlanTable } from './plan/rules'
import type { Operation } from './schema'

export const home = 'Europe/Tallinn'
/** Tuesday 23 March 2027, 09:00 in Tallinn: five days before the clocks go forward. */
export const frame = { startexAt: Date.UTC(2027, 2, 23, 7), timeZone: home }
export const HOUR = 3600
export const DAY = 24 * HOUR

export const ids = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export function item(table: PlanTable, n: number, given: Partial<PlanRow> = {}): PlanRow {
  return {
    ...{ table, id: ids(n), name: `${table} ${n}`, of: null, phaseId: null, start: null, end: null },
    ...{ durationSeconds: null, days: null, gate: null, state: null, version: 1, partner: null },
    ...given,
  }
}

export const dday = (day: number, minute: number | null = 540, timeZone = home): Moment => ({
  ...{ anchor: 'dday', day, minute, timeZone },
})
export const tTime = (offset: number): Moment => ({ anchor: 'ttime', offset })
export const fixed = (at: number): Moment => ({ anchor: 'fixed', at, timeZone: home })

export const planOf = (items: readonly PlanRow[], waits: PlanIndex['waits'] = []): PlanIndex =>
  indexed({ frame, endexOffset: 5 * DAY, status: 'planning', items, gates: [], waits })

export const waitsFor = (injectId: string, afterInjectId: string, delaySeconds = 600) => ({
  ...{ injectId, afterInjectId, delaySeconds, gateId: null, afterGateId: null },
  condition: 'released' as const,
})

const zone = fc.constantFrom(home, 'Asia/Tokyo', 'America/New_York', 'UTC')
/** Any moment within months of STARTEX, away from the hours that DST skips or repeats. */
export const anyMoment: fc.Arbitrary<Moment> = fc.oneof(
  fc
    .record({
      day: fc.integer({ min: -200, max: 200 }),
      minute: fc.integer({ min: 240, max: 1439 }),
      timeZone: zone,
    })
    .map((one): Moment => ({ anchor: 'dday', ...one })),
  fc.integer({ min: -100 * DAY, max: 100 * DAY }).map(tTime),
  fc.integer({ min: -200, max: 200 }).map(days => fixed(frame.startexAt + days * DAY * 1000)),
)

/** A phase with activities, injects and shifts, some of them pinned, beside what is in none. */
export const anyPlan: fc.Arbitrary<PlanIndex> = fc
  .array(
    fc.record({
      table: fc.constantFrom('Activity' as const, 'Inject' as const, 'Shift' as const),
      start: anyMoment,
      inside: fc.boolean(),
    }),
    { maxLength: 20 },
  )
  .map(rows => {
    const [phase, rota] = [ids(1), ids(2)]
    return planOf([
      item('Phase', 1, { start: tTime(0), end: tTime(2 * DAY) }),
      item('Rota', 2, { phaseId: phase, start: tTime(0), end: tTime(2 * DAY) }),
      ...rows.map(({ table, start, inside }, n) =>
        item(table, n + 3, {
          ...{ start, durationSeconds: HOUR },
          ...(table === 'Shift' ? { of: inside ? rota : null } : { phaseId: inside ? phase : null }),
        }),
      ),
    ])
  })

/** The plan as the move leaves it. */
export function movedPlan(plan: PlanIndex, { moved, frame: to }: Outcome): PlanIndex {
  const rows = new Map(moved.map(one => [keyOf(one.item), one]))
  const items = plan.items.map((one): PlanRow => {
    const row = rows.get(keyOf(one))
    return row
      ? { ...one, start: row.start, end: row.end, durationSeconds: row.durationSeconds, days: row.days }
      : one
  })
  return indexed({ ...plan, frame: to, items })
}

export const slide = (bySeconds: number, withPinned = false): Operation => ({
  ...{ kind: 'slide_phase', phaseId: ids(1), bySeconds, withPinned },
})
