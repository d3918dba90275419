import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bruteClashes } from '@/lib/clashes/whole/brute.fixture'
import type { Clash, PlanActivity, PlanPerson, PlanShift, WholePlan } from '@/lib/clashes/whole/plan/rules'
import { printOf } from '@/lib/clashes/whole/plan/rules'
import {
  activity,
  anyEdit,
  anyPlan,
  HOUR,
  maya,
  shift,
  sound,
  startexAt,
} from '@/lib/clashes/whole/plan.fixture'
import { clashesOf, type WholeEdit, watchClashes } from './rules'

const only = (plan: WholePlan): Clash | undefined => {
  const all = clashesOf(plan)
  expect(all.map(({ key }) => key)).toHaveLength(1)
  return all[0]
}
const at = (hours: number, length: number) => ({
  startAt: startexAt + hours * HOUR,
  endAt: startexAt + (hours + length) * HOUR,
})
const shifts = (...some: Partial<PlanShift>[]): WholePlan => ({
  ...sound,
  shifts: some.map((one, at) => ({ ...shift, id: `s${at + 1}`, ...one })),
})
const activities = (...some: Partial<PlanActivity>[]): WholePlan => ({
  ...sound,
  activities: some.map((one, at) => ({ ...activity, id: `a${at + 1}`, ...one })),
})
const person = (about: Partial<PlanPerson>): WholePlan => ({ ...sound, people: [{ ...maya, ...about }] })

describe('what is wrong with the whole plan', () => {
  it('is nothing where nothing is', () => {
    expect(clashesOf(sound)).toEqual([])
  })

  it('is somebody on two shifts, or on one during what they signed up for, from when until when', () => {
    expect(only(shifts({}, at(8, 2)))).toMatchObject({
      key: 'double_booked:maya:s2',
      about: [
        { kind: 'person', id: 'maya' },
        { kind: 'shift', id: 's1' },
        { kind: 'shift', id: 's2' },
      ],
      ...at(8, 2),
      evidence: { most: 2, count: 2, timeZone: 'Asia/Kathmandu' },
    })
    const attendees = [{ person: 'maya', awayIn: null }]
    expect(only(activities({ attendees }))?.about[2]).toEqual({ kind: 'shift', id: 's' })
    expect(clashesOf(activities({ attendees, ...at(10, 2) }))).toEqual([])
  })

  it('is what keeps somebody busy in another exercise, of which its code is told and no more', () => {
    const duty = { id: 'x', what: 'duty' as const, exercise: 'LS27', ...at(9, 8) }
    expect(only(person({ elsewhere: [duty] }))).toMatchObject({
      kind: 'booked_elsewhere',
      about: [{ id: 'maya' }, { kind: 'exercise', id: 'LS27' }, { kind: 'shift', id: 's' }],
      ...at(9, 1),
    })
    expect(only(person({ elsewhere: [{ ...duty, what: 'play', ...at(50, 100) }] }))).toMatchObject({
      kind: 'two_exercises',
      ...at(50, 50),
    })
  })

  it('is duty for somebody who withdrew, which then stands in the way of nothing, and for somebody not confirmed', () => {
    const duties = [{ person: 'maya', standing: 'withdrawn' as const }]
    const kinds = clashesOf(shifts({ duties }, { duties })).map(({ kind }) => kind)
    expect(kinds.sort()).toEqual(['duty_gone', 'shift_short', 'shift_short'])
    const endorsed = shifts({
      places: 1,
      duties: [...shift.duties, { person: 'noor', standing: 'endorsed' }],
    })
    expect(only(endorsed)).toMatchObject({
      kind: 'duty_unconfirmed',
      evidence: { standing: 'endorsed', count: 1 },
    })
  })

  it('is rest that is too short, in the words of the rules of rest', () => {
    expect(only(shifts({}, at(20, 2)))).toMatchObject({
      key: 'rest_short:maya:s2',
      ...at(10, 10),
      evidence: { hasMinutes: 600, limitMinutes: 660 },
    })
  })

  it('is a shift with too few people, and a seat under its least', () => {
    expect(only(shifts({ places: 3 }))).toMatchObject({
      kind: 'shift_short',
      evidence: { filled: 1, missing: 2 },
    })
    const seats = [{ teamId: 'blue', roleId: 'analyst', least: 2, used: 0 }]
    expect(only({ ...sound, seats })).toMatchObject({
      kind: 'seat_short',
      startAt: null,
      evidence: { missing: 2 },
    })
  })

  it('is one room for two, however it is written, but no link and no video conference', () => {
    const two = (place: string, other = place) =>
      clashesOf(activities({ place }, { place: other, ...at(3, 3) }))
    expect(two('Hall 1', ' HALL-1 ')).toMatchObject([
      { kind: 'place_twice', ...at(3, 1), evidence: { most: 2 } },
    ])
    for (const place of ['', 'https://example.org/room', 'Online', 'À distance'])
      expect(two(place)).toEqual([])
    expect(two('Hall 1', 'Hall 2')).toEqual([])
  })

  it('is a delegation with one contact or none on the deadlines that it has to keep', () => {
    const contacts = (contacts: number) => ({
      ...activities({ kind: 'deadline', endAt: null, invited: ['npl'], place: '' }),
      delegations: [{ id: 'npl', timeZone: null, contacts, own: [] }],
    })
    expect(only(contacts(1))).toMatchObject({ kind: 'contact_alone', evidence: { contacts: 1, count: 1 } })
    expect(only(contacts(0))?.evidence.contacts).toBe(0)
    expect(clashesOf(contacts(2))).toEqual([])
  })

  it('is a meeting from a distance in somebody’s night, and none for whoever comes', () => {
    // 21:00 in Tallinn is 00:45 in Kathmandu.
    const late = { ...at(12, 1), online: true, invited: ['npl'] }
    expect(only(activities(late))).toMatchObject({
      key: 'night_invitation:a1:Asia/Kathmandu',
      about: [{ id: 'a1' }, { kind: 'delegation', id: 'npl' }],
      evidence: { minute: 45, people: 0, delegations: 1 },
    })
    expect(clashesOf(activities({ ...late, online: false }))).toEqual([])
    const remote = only(activities({ ...late, attendees: [{ person: 'maya', awayIn: 'Asia/Kathmandu' }] }))
    expect(remote?.evidence).toMatchObject({ people: 1, delegations: 0 })
    expect(clashesOf(activities({ ...late, attendees: [{ person: 'maya', awayIn: null }] }))).toEqual([])
    expect(clashesOf(activities({ ...late, ...at(0, 1) }))).toEqual([])
    // It begins at 22:45 there, a quarter of an hour before the night does.
    expect(only(activities({ ...late, ...at(10, 1) }))?.kind).toBe('night_invitation')
  })

  it('is an activity outside all phases, or outside its own', () => {
    expect(only(activities(at(-2, 1)))?.kind).toBe('activity_outside_phases')
    expect(only(activities({ phaseId: 'play', ...at(99, 2) }))).toMatchObject({
      kind: 'activity_outside_own_phase',
      about: [{ id: 'a1' }, { kind: 'phase', id: 'play' }],
    })
    expect(clashesOf({ ...activities(at(-2, 1)), phases: [] })).toEqual([])
  })
})

function edited(plan: WholePlan, { of, id, to }: WholeEdit): WholePlan {
  const rows = { shift: 'shifts', activity: 'activities', phase: 'phases', person: 'people' } as const
  if (of === 'seat') {
    const seats = plan.seats.filter(seat => `${seat.teamId} ${seat.roleId}` !== id)
    return { ...plan, seats: to ? [...seats, to] : seats }
  }
  const table = of === 'delegation' ? 'delegations' : rows[of]
  const others = plan[table].filter(row => row.id !== id)
  return { ...plan, [table]: to ? [...others, to] : others }
}

/** The number that the slow judge gives with a clash. */
function chief({ kind, evidence, startAt, endAt, about }: Clash): number {
  const count = about.filter(ref => ref.kind === 'shift' || ref.kind === 'activity').length
  if (kind === 'double_booked' || kind === 'place_twice' || kind === 'two_exercises') return endAt ?? 0
  if (kind === 'shift_short' || kind === 'seat_short') return Number(evidence.missing)
  if (kind === 'night_invitation') return Number(evidence.people) + Number(evidence.delegations)
  if (kind === 'activity_outside_own_phase') return endAt ?? 0
  if (kind === 'activity_outside_phases' || kind.startsWith('rest') || kind.startsWith('nights'))
    return startAt ?? 0
  return kind === 'duty_long' ? (startAt ?? 0) : count
}

const prints = (clashes: Iterable<Clash>) => [...clashes].map(printOf).sort()

describe('the checks of the whole plan', () => {
  it('find what their definitions say, in any plan', () => {
    fc.assert(
      fc.property(anyPlan, plan => {
        const all = clashesOf(plan)
        expect(new Map(all.map(clash => [clash.key, chief(clash)]))).toEqual(bruteClashes(plan))
        expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
      }),
      { numRuns: 1500 },
    )
  })

  it('say the same after one edit after another as from scratch, and tell what each made, changed and mended', () => {
    const together = fc.array(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(anyPlan, together, (first, steps) => {
        const watch = watchClashes(first)
        let now = first
        for (const edits of steps) {
          const told = new Map(watch.clashes().map(clash => [clash.key, clash]))
          now = edits.reduce(edited, now)
          const { made, changed, mended } = watch.apply(edits)
          expect(prints(watch.clashes())).toEqual(prints(clashesOf(now)))
          for (const { key } of made) expect(told.has(key)).toBe(false)
          for (const { key } of [...changed, ...mended]) expect(told.delete(key)).toBe(true)
          for (const clash of [...made, ...changed]) told.set(clash.key, clash)
          expect(prints(told.values())).toEqual(prints(clashesOf(now)))
        }
      }),
      { numRuns: 1000 },
    )
  })
})
