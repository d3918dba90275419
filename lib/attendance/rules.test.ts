import { describe, expect, it } from 'vitest'
import type { Moment } from '@/lib/time'
import { DAY, MINUTE } from '@/lib/time-calendar'
import {
  cancelProblem,
  freePlaces,
  placesProblem,
  signUpDoor,
  signUpKindProblem,
  signUpProblem,
  signUpWindow,
  sizeProblem,
  windowProblem,
} from './rules'

const frame = { startexAt: Date.UTC(2027, 3, 13, 6), timeZone: 'Europe/Tallinn' }
const startAt = Date.UTC(2027, 1, 22, 7)
const day = (number: number, minute: number | null = null): Moment => ({
  anchor: 'dday',
  day: number,
  minute,
  timeZone: 'Europe/Tallinn',
})
const always = { open: true, opens: null, closes: null }

describe('A sign-up', () => {
  it('without dates lasts until the activity begins', () => {
    const window = signUpWindow(always, startAt, frame)
    expect(signUpDoor(window, 0)).toBe('open')
    expect(signUpDoor(window, startAt - 1)).toBe('open')
    expect(signUpDoor(window, startAt)).toBe('closed')
  })
  it('opens as a whole day begins at home and closes as one ends', () => {
    const window = signUpWindow({ open: true, opens: day(-70), closes: day(-60) }, startAt, frame)
    expect(window.opensAt).toBe(Date.UTC(2027, 1, 1, 22))
    expect(window.closesAt).toBe(Date.UTC(2027, 1, 12, 22))
    expect(signUpDoor(window, Date.UTC(2027, 1, 1, 22) - 1)).toBe('not_yet')
    expect(signUpDoor(window, Date.UTC(2027, 1, 12, 22) - 1)).toBe('open')
    expect(signUpDoor(window, Date.UTC(2027, 1, 12, 22))).toBe('closed')
  })
  it('never outlasts the beginning, and can be shut by hand', () => {
    expect(signUpWindow({ ...always, closes: day(0, 540) }, startAt, frame).closesAt).toBe(startAt)
    expect(signUpDoor(signUpWindow({ ...always, open: false }, startAt, frame), 0)).toBe('shut')
  })
  it('closes after it opens', () => {
    const of = (opens: Moment, closes: Moment | null) =>
      windowProblem(signUpWindow({ open: true, opens, closes }, startAt, frame))
    expect(of(day(-70), day(-70))).toBeNull()
    expect(of(day(-70, 600), day(-70, 600))).toBe('closes_before_opens')
    expect(of(day(0), null)).toBe('closes_before_opens')
  })
})

describe('Who may sign up', () => {
  const window = signUpWindow({ ...always, opens: day(-70), closes: day(-60) }, startAt, frame)
  const before = Date.UTC(2027, 0, 1)
  const during = Date.UTC(2027, 1, 5)
  const after = Date.UTC(2027, 1, 20)
  it('is a nation, and a person only where persons may', () => {
    const by = (who: 'nation' | 'person') => ({ by: who, window })
    expect(signUpProblem(by('nation'), 'nation', during, null)).toBeNull()
    expect(signUpProblem(by('person'), 'nation', during, null)).toBeNull()
    expect(signUpProblem(by('person'), 'person', during, null)).toBeNull()
    expect(signUpProblem(by('nation'), 'person', during, null)).toBe('sign_up_by_nation')
  })
  it('is told why not before and after', () => {
    const offer = { by: 'person', window } as const
    expect(signUpProblem(offer, 'nation', before, null)).toBe('sign_up_not_yet')
    expect(signUpProblem(offer, 'person', after, 'a reason helps nobody but organisers')).toBe(
      'sign_up_closed',
    )
    const shut = { ...offer, window: { ...window, open: false } }
    expect(signUpProblem(shut, 'nation', during, null)).toBe('sign_up_shut')
  })
  it('is the organiser at any time, who says why once it is not open', () => {
    const offer = { by: 'nation', window } as const
    expect(signUpProblem(offer, 'organiser', during, null)).toBeNull()
    expect(signUpProblem(offer, 'organiser', after, null)).toBe('sign_up_reason_required')
    expect(signUpProblem(offer, 'organiser', after, 'Asked before')).toBeNull()
  })
  it('may give the place back until it begins, the organiser afterwards too', () => {
    expect(cancelProblem(startAt, 'nation', startAt - 1)).toBeNull()
    expect(cancelProblem(startAt, 'person', startAt)).toBe('cancel_too_late')
    expect(cancelProblem(startAt, 'organiser', startAt + DAY + MINUTE)).toBeNull()
  })
})

describe('Places', () => {
  it('that do not exist are refused, not waited for', () => {
    const places = [
      { presence: 'on_site', partnerId: null, size: 4 },
      { presence: 'remote', partnerId: null, size: 0 },
    ] as const
    expect(placesProblem(places, 'on_site', null)).toBeNull()
    expect(placesProblem(places, 'remote', null)).toBe('no_places_remote')
    expect(placesProblem(places, 'on_site', 0)).toBe('no_places_for_nation')
  })
  it('are never fewer than those who have one', () => {
    expect([sizeProblem(3, 3), sizeProblem(null, 90), sizeProblem(2, 3)]).toEqual([
      null,
      null,
      'places_taken_already',
    ])
    expect([freePlaces({ size: null, used: 9 }), freePlaces({ size: 5, used: 3 })]).toEqual([null, 2])
  })
  it('are for what people go to', () => {
    expect([signUpKindProblem('course'), signUpKindProblem('deadline')]).toEqual([
      null,
      'deadline_has_no_places',
    ])
  })
})
