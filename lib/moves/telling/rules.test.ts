import { describe, expect, it } from 'vitest'
import type { Locale } from '@/lib/locale'
import { logicOf } from '../follows/rules'
import { indexed, type PlanRow } from '../plan/rules'
import { DAY, dday, fixed, HOUR, home, ids, item, planOf, slide, tTime } from '../plan.fixture'
import type { Operation } from '../schema'
import { printOf } from '../seen/rules'
import { toldOf } from './rules'

const now = Date.UTC(2026, 0, 1)
const slip = (startex: string): Operation => ({
  ...{ kind: 'slip_startex', startex, startexChoice: null, keepPast: true },
})

const tell = (items: readonly PlanRow[], operation: Operation, at = now, startexAt?: number) => {
  const plan = planOf(items)
  const from = startexAt === undefined ? plan : indexed({ ...plan, frame: { startexAt, timeZone: home } })
  return toldOf(from, logicOf(from), operation, at).telling
}
const names = ({ rows }: { rows: readonly { name: string }[] }) => rows.map(({ name }) => name)

describe('what a slip of STARTEX brings into an hour that the clocks change', () => {
  const night = [dday(5, 179), dday(5, 180), dday(5, 239), dday(5, 240), dday(5, 210, 'Asia/Tokyo')].map(
    (start, n) => item('Activity', n, { start }),
  )
  const [april, october] = [Date.UTC(2027, 3, 20, 6), Date.UTC(2027, 9, 26, 6)]

  it('is listed to be decided, and what lies beside it is not', () => {
    // The clocks go forward on Sunday 28 March, five days after.
    const { decide } = tell(night, slip('2027-03-23 09:00'), now, april)
    expect(decide.rows).toMatchObject([
      { name: 'Activity 1', adjusted: 'skipped' },
      { name: 'Activity 2', adjusted: 'skipped' },
    ])
    expect(tell(night, slip('2027-10-26 09:00'), now, april).decide.rows).toMatchObject([
      { name: 'Activity 1', adjusted: 'repeated' },
      { name: 'Activity 2', adjusted: 'repeated' },
    ])
  })

  it('is not listed where it was there already, nor where it leaves, but from one such night to another', () => {
    expect(tell(night, slip('2027-10-26 13:00'), now, october).decide.total).toBe(0)
    expect(tell(night, slip('2027-04-20 09:00'), now, october).decide.total).toBe(0)
    const fromMarch = tell(night, slip('2028-03-21 09:00'), now, Date.UTC(2027, 2, 23, 7))
    expect(fromMarch.decide.rows.map(({ adjusted }) => adjusted)).toEqual(['skipped', 'skipped'])
  })
})

it('a slip warns of what it leaves behind us, and of what would end before it begins', () => {
  const at = Date.UTC(2027, 1, 1)
  const [opens, closes] = [fixed(Date.UTC(2027, 1, 10)), dday(-20, null)]
  const { past, overtaken, unfit, problem } = tell(
    [
      item('Phase', 1, { start: fixed(Date.UTC(2027, 2, 1)), end: dday(0, null) }),
      item('Rota', 2, { start: fixed(Date.UTC(2027, 2, 1)), end: tTime(DAY) }),
      item('Phase', 3, { start: dday(-1, null), end: dday(0, null) }),
      item('Activity', 4, { start: opens, gate: 'registration_opens' }),
      item('Activity', 5, { start: closes, gate: 'registration_closes' }),
      item('Activity', 6, { start: dday(-30) }),
    ],
    slip('2027-02-16 09:00'),
    at,
  )
  expect(problem).toBeNull()
  expect(past).toBe(false)
  expect(names(overtaken)).toEqual(['Activity 6', 'Activity 5'])
  expect(unfit).toEqual({ names: ['Phase 1', 'Rota 2'], window: true, nations: [] })
  expect(tell([], slip('2027-01-05 09:00'), at).past).toBe(true)
})

describe('nations’ own dates', () => {
  const phaseId = ids(1)
  const plan = [
    item('Phase', 1, { start: dday(-60, null), end: dday(-10, null) }),
    item('Activity', 2, { phaseId, start: dday(-50), gate: 'registration_opens' }),
    item('Activity', 3, { phaseId, start: dday(-30), gate: 'registration_closes' }),
    { ...item('ParticipationGate', 4, { start: dday(-40), gate: 'registration_closes' }), id: `${ids(4)}/x` },
    { ...item('ParticipationGate', 5, { start: dday(-35), gate: 'registration_closes' }), id: `${ids(5)}/x` },
  ]

  it('stay where the exercise’s date moves, are named, and are checked against it', () => {
    const { stays, unfit, problem } = tell(plan, slide(12 * DAY))
    expect(problem).toBeNull()
    expect(stays).toMatchObject([{ why: 'own_date', total: 2 }])
    // Registration would open on D-38: after the one's own close on D-40.
    expect(unfit).toEqual({ names: [], window: false, nations: [ids(4)] })
    expect(tell(plan, slide(DAY)).unfit.nations).toEqual([])
  })

  it('say whose they are in the reader’s language, and by the own name where it is no country', () => {
    const own = (partner: PlanRow['partner']) =>
      planOf([
        ...plan.slice(0, 3),
        ...plan.slice(3, 4).map(date => ({ ...date, name: 'Registration closes', partner })),
      ])
    const japan = own({ kind: 'nation', code: 'JPN', name: 'Japan' })
    const named = (from: ReturnType<typeof own>, locale: Locale) =>
      toldOf(from, logicOf(from), slide(DAY), now, locale).telling.stays.flatMap(({ rows }) =>
        names({ rows }),
      )
    expect(named(japan, 'fr')).toEqual(['Japon · Registration closes'])
    expect(named(japan, 'en')).toEqual(['Japan · Registration closes'])
    const berylia = own({ kind: 'fictional', code: 'BER', name: 'Berylia' })
    expect(named(berylia, 'fr')).toEqual(['Berylia · Registration closes'])
  })

  it('that do not fit until now are no news', () => {
    const shut = {
      ...item('ParticipationGate', 6, { start: dday(-55), gate: 'registration_closes' }),
      id: 'p/x',
    }
    expect(tell([...plan, shut], slide(DAY)).unfit.nations).toEqual([])
  })
})

describe('the fingerprint of a preview', () => {
  const rows = [
    item('Phase', 1, { start: tTime(0), end: tTime(2 * DAY) }),
    item('Inject', 2, { phaseId: ids(1), start: tTime(HOUR) }),
    item('Inject', 3, { phaseId: ids(1), start: tTime(2 * HOUR) }),
    item('Activity', 4, { phaseId: ids(1), start: fixed(now + 400 * DAY * 1000) }),
  ]
  const print = (items: readonly PlanRow[], by = DAY) => {
    const plan = planOf(items)
    return printOf(toldOf(plan, logicOf(plan), slide(by), now))
  }

  it('is the same in whichever order the rows are read, and whatever they are called', () => {
    const first = print(rows)
    expect(print(rows.toReversed())).toBe(first)
    expect(print(rows.map(row => ({ ...row, name: 'Another' })))).toBe(first)
  })

  it('is another from another STARTEX, though the same would follow', () => {
    const slipped = (startexAt: number) => {
      const plan = indexed({ ...planOf([]), frame: { startexAt, timeZone: home } })
      return printOf(toldOf(plan, logicOf(plan), slip('2027-06-01 09:00'), now))
    }
    expect(slipped(Date.UTC(2027, 2, 23, 7))).not.toBe(slipped(Date.UTC(2027, 3, 20, 6)))
  })

  it('is another for each thing that somebody could have changed', () => {
    const changed = (n: number, by: Partial<PlanRow>) =>
      print(rows.map((row, at) => (at === n ? { ...row, ...by } : row)))
    const all = [
      print(rows),
      print(rows, 2 * DAY),
      print(rows.slice(0, 3)),
      changed(1, { start: tTime(2 * HOUR) }),
      changed(2, { start: tTime(HOUR) }),
      changed(1, { durationSeconds: 60 }),
      changed(1, { state: 'approved' }),
      changed(1, { phaseId: null }),
      changed(3, { start: dday(1) }),
      print([...rows, item('Inject', 5, { phaseId: ids(1), start: tTime(HOUR) })]),
    ]
    expect(new Set(all).size).toBe(all.length)
  })
})

it('a row says in which zone it is planned in whole days, and nothing where it is planned by the clock', () => {
  const tokyo = 'Asia/Tokyo'
  const { follows } = tell(
    [
      item('Activity', 1, { start: dday(-40, null, tokyo), days: 2 }),
      item('Activity', 2, { start: dday(-39), durationSeconds: HOUR }),
      item('Phase', 3, { start: dday(-38, null), end: dday(-10, null) }),
      item('Phase', 4, { start: dday(-37, null), end: dday(-10) }),
      item('Activity', 5, { start: tTime(0), days: 1 }),
    ],
    slip('2027-04-20 09:00'),
  )
  expect(follows.rows.map(({ name, days }) => [name, days])).toEqual([
    ['Activity 1', tokyo],
    ['Activity 2', null],
    ['Phase 3', home],
    ['Phase 4', null],
    ['Activity 5', home],
  ])
})
