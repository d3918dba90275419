import { expect, it } from 'vitest'
import { type ActivityLine, activityItem, phaseItem, registrationItem, registrationOf } from './rules'

const DAY = 86_400_000
const STARTEX = Date.UTC(2027, 3, 20, 6)
const frame = { startexAt: STARTEX, timeZone: 'Europe/Tallinn' }
const play = { from: STARTEX, to: STARTEX + 2 * DAY }
const registration = { from: STARTEX - 200 * DAY, to: STARTEX - 30 * DAY }
const may = { schedule: false, scenario: false }

const gate = (name: ActivityLine['gate'], day: number): ActivityLine => ({
  ...{ id: `${name}`, title: '', kind: 'deadline', startAt: 0, endAt: null, wholeDays: true, phaseId: null },
  ...{ teamId: null, place: '', beganAt: null, endedAt: null, gate: name, audience: 'public' },
  start: { anchor: 'dday', day, minute: null, timeZone: 'Europe/Tallinn' },
})

it('tells play, registration and what comes after from the planning of an exercise', () => {
  const tone = (from: number, to: number) => {
    const phase = { id: 'p', name: 'P', startAt: from, endAt: to, beganAt: null, endedAt: null }
    const start = { anchor: 'fixed', at: from, timeZone: frame.timeZone } as const
    const line = { ...phase, start, audience: 'public' } as const
    return phaseItem(line, may, play, registration, frame.timeZone).tone
  }
  expect(tone(play.from - DAY, play.to)).toBe('bad')
  expect(tone(registration.from + DAY, registration.to - DAY)).toBe('good')
  expect(tone(play.to, play.to + 60 * DAY)).toBe('quiet')
  expect(tone(registration.from, STARTEX - 10 * DAY)).toBeNull()
})

it('opens registration as its first day begins and closes it as its last one ends', () => {
  const both = [gate('registration_opens', -200), gate('registration_closes', -30)]
  expect(registrationOf(both, frame)).toEqual({
    from: Date.UTC(2026, 9, 1, 21),
    to: Date.UTC(2027, 2, 21, 22),
  })
  expect(registrationOf([both[0] ?? gate(null, 0)], frame)).toBeNull()
  expect(registrationOf([], frame)).toBeNull()
})

it('shows the seats of a team over the registration, and that most are empty', () => {
  const team = {
    id: 't',
    name: 'Blue 1',
    parentId: null,
    nations: [],
    kind: { name: 'B', letter: 'B', colour: '' },
  }
  const [bar] = registrationItem({ ...team, used: 9, most: 20 }, registration)
  expect(bar).toMatchObject({ label: 'Blue 1 · 9/20', places: 20, filled: 9, tone: 'bad', teamIds: ['t'] })
  expect(registrationItem({ ...team, used: 10, most: 20 }, registration)).toMatchObject([{ tone: null }])
  expect(registrationItem({ ...team, used: 0, most: 0 }, registration)).toEqual([])
})

it('says how an activity was planned, and where it was meant if not at home', () => {
  const at = (timeZone: string) =>
    activityItem(
      { ...gate(null, -28), start: { anchor: 'dday', day: -28, minute: 540, timeZone } },
      [],
      may,
      frame.timeZone,
    )
  expect(at(frame.timeZone)).toMatchObject({ moment: 'D-28 09:00', timeZone: null, audience: 'public' })
  expect(at('Asia/Tokyo')).toMatchObject({ moment: 'D-28 09:00 Asia/Tokyo', timeZone: 'Asia/Tokyo' })
})
