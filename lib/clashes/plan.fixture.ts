import fc from 'fast-check'
import type { PlanEdit } from '@/lib/clashes/rules'
import { waitConditions } from '@/lib/logic/graph/rules'
import type { StartexFrame } from '@/lib/time'
import { buildClock } from '@/lib/time-clock'
import type { Plan, PlanGate, PlanInject } from './plan/rules'

export const startexAt = Date.UTC(2027, 2, 23, 7)
export const HOUR = 3_600_000
const frame: StartexFrame = {
  startexAt,
  timeZone: 'Europe/Tallinn',
  clock: buildClock(startexAt, [
    { kind: 'pause', basis: 'planned', at: startexAt + 9 * HOUR },
    { kind: 'resume', basis: 'planned', at: startexAt + 22 * HOUR },
  ]),
}

export const sound: PlanInject = {
  id: 'a',
  serial: '1.1',
  kind: 'inject',
  state: 'approved',
  moment: { anchor: 'ttime', offset: 3600 },
  durationSeconds: 600,
  phaseId: null,
  controllerId: 'anna',
  has: { title: true, text: true, mode: true, trigger: false, sender: true, recipient: true },
  toTeams: ['tallinn'],
  objectives: ['o'],
  techniques: [],
  waits: [],
}
export const plan: Plan = {
  frame,
  night: { from: 22 * 60, to: 6 * 60 },
  controllerLoad: 2,
  phases: [
    { id: 'first', startAt: startexAt, endAt: startexAt + 10 * HOUR },
    { id: 'second', startAt: startexAt + 24 * HOUR, endAt: startexAt + 34 * HOUR },
  ],
  teams: [
    { id: 'tallinn', timeZone: 'Europe/Tallinn' },
    { id: 'tokyo', timeZone: 'Asia/Tokyo' },
    { id: 'osaka', timeZone: 'Asia/Tokyo' },
    { id: 'washington', timeZone: 'America/New_York' },
  ],
  objectives: [{ id: 'o', number: '1', parentId: null, leastInjects: 1 }],
  injects: [sound],
  gates: [],
  techniques: [
    { code: 'T1566', withdrawn: false, replacedBy: null },
    { code: 'T1562', withdrawn: true, replacedBy: 'T1685' },
    { code: 'T1009', withdrawn: true, replacedBy: null },
  ],
}

const ids = ['a', 'b', 'c', 'd', 'e']
const gateIds = ['x', 'y']
const waits = fc.array(
  fc.record({
    after: fc.constantFrom(...ids, ...gateIds, 'gone'),
    condition: fc.constantFrom(...waitConditions),
    // Whole hours, so that two ways to one time take equally long.
    delay: fc.oneof(
      fc.integer({ min: 0, max: 40_000 }),
      fc.integer({ min: 0, max: 3 }).map(hours => hours * 3600),
    ),
  }),
  { maxLength: 3 },
)
const moment = fc.oneof(
  fc.integer({ min: -20_000, max: 200_000 }).map(offset => ({ anchor: 'ttime', offset }) as const),
  fc.integer({ min: 0, max: 6 }).map(offset => ({ anchor: 'ttime', offset: offset * 3600 }) as const),
  fc
    .tuple(fc.integer({ min: -1, max: 2 }), fc.option(fc.integer({ min: 0, max: 1439 })))
    .map(([day, minute]) => ({ anchor: 'dday', day, minute, timeZone: 'Europe/Tallinn' }) as const),
  fc
    .integer({ min: 0, max: 40 })
    .map(hours => ({ anchor: 'fixed', at: startexAt + hours * HOUR, timeZone: 'Asia/Tokyo' }) as const),
)
const anyInject = (id: string): fc.Arbitrary<PlanInject> =>
  fc.record({
    id: fc.constant(id),
    serial: fc.oneof(
      fc.integer({ min: 1, max: 9 }).map(n => `1.${n}`),
      fc.constantFrom('INJ-1', 'inj-2', 'X'),
    ),
    kind: fc.constantFrom(
      'inject',
      'inject',
      'contingency',
      'expected_action',
      'information',
      'administrative',
    ),
    state: fc.constantFrom('draft', 'review', 'approved', 'synchronised'),
    moment: fc.option(moment, { freq: 2 }),
    durationSeconds: fc.option(fc.integer({ min: 0, max: 40_000 })),
    phaseId: fc.constantFrom(null, 'first', 'second', 'gone'),
    controllerId: fc.constantFrom(null, 'anna', 'anna', 'bela'),
    has: fc.record({
      title: fc.boolean(),
      text: fc.boolean(),
      mode: fc.boolean(),
      trigger: fc.boolean(),
      sender: fc.boolean(),
      recipient: fc.boolean(),
    }),
    toTeams: fc.subarray(['tallinn', 'tokyo', 'osaka', 'washington', 'gone']),
    objectives: fc.subarray(['o', 'p', 'q']),
    techniques: fc.subarray(['T1566', 'T1562', 'T1009', 'T9999']),
    waits,
  })
const anyGate = (id: string): fc.Arbitrary<PlanGate> =>
  fc.record({
    id: fc.constant(id),
    number: fc.integer({ min: 1, max: 9 }),
    kind: fc.constantFrom('all', 'any', 'manual'),
    waits,
  })
export const anyPlan: fc.Arbitrary<Plan> = fc
  .tuple(fc.subarray(ids), fc.subarray(gateIds), fc.integer({ min: 1, max: 2 }), fc.nat(1439), fc.nat(1439))
  .chain(([some, between, controllerLoad, from, to]) =>
    fc.record({
      frame: fc.constant(frame),
      night: fc.constant({ from, to }),
      controllerLoad: fc.constant(controllerLoad),
      phases: fc.constantFrom(plan.phases, []),
      teams: fc.constant(plan.teams),
      objectives: fc.constant([
        { id: 'o', number: '1', parentId: null, leastInjects: 2 },
        { id: 'p', number: '1.1', parentId: 'o', leastInjects: 1 },
        { id: 'q', number: '1.1.1', parentId: 'p', leastInjects: 1 },
      ]),
      injects: fc.tuple(...some.map(anyInject)),
      gates: fc.tuple(...between.map(anyGate)),
      techniques: fc.constantFrom(plan.techniques, null),
    }),
  )
export const anyEdit: fc.Arbitrary<PlanEdit> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ids).chain(id => editOf('inject', id, anyInject(id))) },
  { weight: 1, arbitrary: fc.constantFrom(...gateIds).chain(id => editOf('gate', id, anyGate(id))) },
)

function editOf<Of extends 'inject' | 'gate', To>(of: Of, id: string, to: fc.Arbitrary<To>) {
  return fc.record({ of: fc.constant(of), id: fc.constant(id), to: fc.option(to, { freq: 4 }) })
}
