import fc from 'fast-check'
import type {
  Elsewhere,
  PlanActivity,
  PlanDelegation,
  PlanPerson,
  PlanPhase,
  PlanSeat,
  PlanShift,
  WholePlan,
} from '@/lib/clashes/whole/plan/rules'
import type { WholeEdit } from '@/lib/clashes/whole/rules'
import { activityKinds } from '@/lib/schedule/kinds/rules'
import { usualRest } from '@/lib/shifts/rest/rules'

export const HOUR = 3_600_000
/** A day before Tallinn changes to summer time. */
export const startexAt = Date.UTC(2027, 2, 27, 7)

/** Somebody in Kathmandu, with nothing to do. */
export const maya: PlanPerson = {
  ...{ id: 'maya', timeZone: 'Asia/Kathmandu', delegationId: 'npl', elsewhere: [] },
  play: { startAt: startexAt, endAt: startexAt + 100 * HOUR },
}
/** A day shift of ten hours in which Maya stands alone. */
export const shift: PlanShift = {
  ...{ id: 's', teamId: 'blue', places: 1, duties: [{ person: 'maya', standing: 'confirmed' }] },
  ...{ startAt: startexAt, endAt: startexAt + 10 * HOUR },
}
/** A conference in Tallinn in the morning of that day. */
export const activity: PlanActivity = {
  ...{ id: 'a', kind: 'conference', gate: null, phaseId: null, wholeDays: false, place: 'Hall 1' },
  ...{ startAt: startexAt, endAt: startexAt + 4 * HOUR, online: false, invited: [], attendees: [] },
}
export const sound: WholePlan = {
  rest: usualRest,
  phases: [{ id: 'play', startAt: startexAt, endAt: startexAt + 100 * HOUR }],
  ...{ activities: [activity], shifts: [shift], people: [maya] },
  seats: [{ teamId: 'blue', roleId: 'analyst', least: 2, used: 2 }],
  delegations: [{ id: 'npl', timeZone: 'Asia/Kathmandu', contacts: 2, own: [] }],
}

const zone = fc.constantFrom('Europe/Tallinn', 'Asia/Kathmandu', 'America/New_York', 'Pacific/Auckland')
const hour = fc.integer({ min: 0, max: 60 }).map(hours => startexAt + hours * HOUR)
const span = (most: number) =>
  fc
    .tuple(hour, fc.integer({ min: 1, max: most }))
    .map(([startAt, hours]) => ({ startAt, endAt: startAt + hours * HOUR }))
const people = ['maya', 'noor', 'otto']
const person = fc.constantFrom(...people, 'unknown')
const anyShift = (id: string): fc.Arbitrary<PlanShift> =>
  fc
    .record({
      places: fc.integer({ min: 1, max: 3 }),
      duties: fc.array(
        fc.record({
          person,
          standing: fc.constantFrom('confirmed', 'confirmed', 'staff', 'endorsed', 'withdrawn', 'gone'),
        }),
        { maxLength: 3 },
      ),
      span: span(14),
    })
    .map(({ span, ...rest }): PlanShift => ({ id, teamId: 'blue', ...rest, ...span }))
const anyActivity = (id: string): fc.Arbitrary<PlanActivity> =>
  fc
    .record({
      kind: fc.constantFrom(...activityKinds, 'deadline' as const),
      gate: fc.constantFrom(null, 'registration_opens' as const, 'registration_closes' as const),
      phaseId: fc.constantFrom(null, 'one', 'two', 'gone'),
      span: fc.oneof(
        span(30),
        hour.map(startAt => ({ startAt, endAt: null })),
      ),
      wholeDays: fc.constantFrom(false, false, true),
      place: fc.constantFrom('', 'Hall 1', ' hall-1', 'Hall 2', 'online', 'https://example.org/room'),
      online: fc.boolean(),
      invited: fc.subarray(['npl', 'usa', 'gone']),
      attendees: fc.uniqueArray(fc.record({ person, awayIn: fc.option(zone) }), {
        selector: one => one.person,
        maxLength: 3,
      }),
    })
    .map(({ span, ...rest }): PlanActivity => ({ id, ...rest, ...span }))
const anyElsewhere = (id: string): fc.Arbitrary<Elsewhere> =>
  fc
    .record({ what: fc.constantFrom('duty' as const, 'activity' as const, 'play' as const), span: span(40) })
    .map(({ what, span }) => ({ id, exercise: 'OTHER27', what, ...span }))
const anyPerson = (id: string): fc.Arbitrary<PlanPerson> =>
  fc.record({
    id: fc.constant(id),
    timeZone: zone,
    delegationId: fc.constantFrom(null, 'npl', 'usa'),
    play: fc.option(span(60)),
    elsewhere: fc.subarray(['e1', 'e2']).chain(ids => fc.tuple(...ids.map(anyElsewhere))),
  })
const anyPhase = (id: string): fc.Arbitrary<PlanPhase> => span(40).map(both => ({ id, ...both }))
const anySeat = (roleId: string): fc.Arbitrary<PlanSeat> =>
  fc.record({
    ...{ teamId: fc.constant('blue'), roleId: fc.constant(roleId) },
    ...{ least: fc.integer({ min: 0, max: 3 }), used: fc.integer({ min: 0, max: 3 }) },
  })
const anyDelegation = (id: string): fc.Arbitrary<PlanDelegation> =>
  fc.record({
    ...{ id: fc.constant(id), timeZone: fc.option(zone), contacts: fc.integer({ min: 0, max: 2 }) },
    own: fc.constantFrom([], [{ gate: 'registration_closes' as const, at: startexAt - 50 * HOUR }]),
  })

const some = <Row>(ids: string[], row: (id: string) => fc.Arbitrary<Row>) =>
  fc.subarray(ids).chain(chosen => fc.tuple(...chosen.map(row)))
const [shiftIds, activityIds] = [
  ['s1', 's2', 's3', 's4', 's5'],
  ['a1', 'a2', 'a3', 'a4'],
]

export const anyPlan: fc.Arbitrary<WholePlan> = fc.record({
  rest: fc.constantFrom(usualRest, { ...usualRest, mostNights: 1, nightFromMinute: 60, nightToMinute: 300 }),
  phases: some(['one', 'two'], anyPhase),
  activities: some(activityIds, anyActivity),
  shifts: some(shiftIds, anyShift),
  people: some(people, anyPerson),
  seats: some(['analyst', 'lawyer'], anySeat),
  delegations: some(['npl', 'usa'], anyDelegation),
})

export const anyEdit: fc.Arbitrary<WholeEdit> = fc.oneof(
  { weight: 4, arbitrary: editOf('shift', shiftIds, anyShift) },
  { weight: 3, arbitrary: editOf('activity', activityIds, anyActivity) },
  editOf('phase', ['one', 'two'], anyPhase),
  editOf('person', people, anyPerson),
  editOf('delegation', ['npl', 'usa'], anyDelegation),
  fc
    .tuple(fc.constantFrom('analyst', 'lawyer'), fc.boolean())
    .chain(([role, stays]) =>
      anySeat(role).map(seat => ({ of: 'seat' as const, id: `blue ${role}`, to: stays ? seat : null })),
    ),
)

function editOf<Of extends 'shift' | 'activity' | 'phase' | 'person' | 'delegation', To>(
  of: Of,
  ids: string[],
  row: (id: string) => fc.Arbitrary<To>,
) {
  return fc
    .constantFrom(...ids)
    .chain(id => fc.record({ of: fc.constant(of), id: fc.constant(id), to: fc.option(row(id), { freq: 4 }) }))
}
