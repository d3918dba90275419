import { expect, test } from 'vitest'
import type { PlannedShift } from '@/lib/shifts/pattern/rules'
import { makingOf, type StandingShift } from './rules'

const HOUR = 3600
const startexAt = Date.UTC(2027, 3, 13, 6)
const at = (hour: number) => startexAt + hour * HOUR * 1000
const eights: PlannedShift[] = [0, 8, 16, 24].map((hour, i) => ({
  start: { anchor: 'ttime', offset: hour * HOUR },
  startAt: at(hour),
  durationSeconds: 8 * HOUR,
  crew: (i % 2) + 1,
}))
const kask = { registrationId: 'kask', accountId: null }
const mets = { registrationId: null, accountId: 'mets' }
const crewA = [{ ...kask, crew: 1 }]
const given = { places: 2, now: startexAt - 1, afresh: false }

/** A shift as its rota made it, so many hours from STARTEX. */
const standing = (hour: number, more: Partial<StandingShift> = {}): StandingShift => ({
  id: `at ${hour}`,
  startAt: at(hour),
  durationSeconds: 8 * HOUR,
  crew: (hour / 8) % 2 === 0 ? 1 : 2,
  places: 2,
  version: 1,
  madeVersion: 1,
  duties: (hour / 8) % 2 === 0 ? [kask] : [],
  ...more,
})
const told = (shifts: StandingShift[], more: Partial<typeof given> = {}) => {
  const { make, remove, relength, resize, ...counts } = makingOf(shifts, eights, crewA, { ...given, ...more })
  return {
    make: make.map(slot => (slot.startAt - startexAt) / HOUR / 1000),
    remove: remove.map(shift => shift.id),
    relength: relength.map(({ id, durationSeconds }) => `${id}: ${durationSeconds / HOUR} h`),
    resize: resize.map(shift => shift.id),
    ...counts,
  }
}
const nothing = {
  make: [],
  remove: [],
  relength: [],
  resize: [],
  stay: 0,
  begun: 0,
  edited: 0,
  manned: 0,
  lost: 0,
}

test('an empty rota is made whole, and made again it stays as it is', () => {
  expect(told([])).toEqual({ ...nothing, make: [0, 8, 16, 24] })
  expect(told([0, 8, 16, 24].map(hour => standing(hour)))).toEqual({ ...nothing, stay: 4 })
})

test('shifts of another pattern that nobody has touched make room, with the crew that stood them', () => {
  const old = standing(0, { startAt: at(2) })
  expect(told([old, standing(8)])).toEqual({ ...nothing, make: [0, 16, 24], remove: ['at 0'], stay: 1 })
})

test('a shift that only lasts otherwise stays what it is, with its crew, unless somebody has put work into it', () => {
  const longer = standing(0, { durationSeconds: 9 * HOUR })
  expect(told([longer, standing(8)])).toEqual({
    ...nothing,
    make: [16, 24],
    relength: ['at 0: 8 h'],
    stay: 1,
  })
  const rest = [8, 16, 24].map(hour => standing(hour))
  for (const [shift, kept] of [
    [{ ...longer, version: 2 }, { edited: 1 }],
    [{ ...longer, duties: [kask, mets] }, { manned: 1 }],
  ] as const)
    expect(told([shift, ...rest])).toEqual({ ...nothing, stay: 3, ...kept })
  expect(told([longer, ...rest], { now: at(1) })).toEqual({ ...nothing, stay: 3, begun: 1 })
})

test('what somebody moved stands in place of the watch that it covers most of', () => {
  const moved = standing(8, { startAt: at(9), version: 2 })
  expect(told([moved])).toEqual({ ...nothing, make: [0, 16, 24], edited: 1 })
  // Half an hour over: it takes the place of one, not of two.
  const longer = standing(8, { durationSeconds: 10 * HOUR, version: 2 })
  expect(told([longer])).toEqual({ ...nothing, make: [0, 16, 24], edited: 1 })
})

test('a shift that somebody added is kept, however it lies', () => {
  expect(told([standing(40, { madeVersion: null })])).toEqual({ ...nothing, make: [0, 8, 16, 24], edited: 1 })
})

test('a stand-in, and a crew member who was taken off, are work of somebody’s', () => {
  const other = { durationSeconds: 12 * HOUR }
  expect(told([standing(0, { ...other, duties: [kask, mets] })])).toMatchObject({ manned: 1, remove: [] })
  expect(told([standing(0, { ...other, duties: [] })])).toMatchObject({ manned: 1, remove: [] })
  expect(told([standing(0, { ...other, duties: [mets] })], { afresh: true })).toMatchObject({
    manned: 0,
    remove: ['at 0'],
    lost: 1,
  })
})

test('made afresh, a shift that was edited is made anew even where it lies as planned', () => {
  expect(told([standing(8, { version: 3 })], { afresh: true })).toEqual({
    ...nothing,
    make: [0, 8, 16, 24],
    remove: ['at 8'],
  })
})

test('what has begun and is stood is not unmade', () => {
  const begun = standing(0, { durationSeconds: 12 * HOUR })
  for (const afresh of [false, true])
    expect(told([begun], { now: at(1), afresh })).toEqual({ ...nothing, make: [8, 16, 24], begun: 1 })
  expect(told([{ ...begun, duties: [] }], { now: at(1), afresh: true })).toMatchObject({ remove: ['at 0'] })
})

test('another number of places is given to the shifts that stay', () => {
  expect(told([standing(0), standing(8, { places: 5, version: 2 })], { places: 3 })).toEqual({
    ...nothing,
    make: [16, 24],
    resize: ['at 0'],
    stay: 1,
  })
})
