import { expect, test } from 'vitest'
import type { StartexFrame } from '@/lib/time'
import { parseMoment } from '@/lib/time-parse'
import { phaseProblem, readLength, resolveActivity, resolvePhase, windowProblem } from '../rules'
import { templateFor } from './rules'

const frame: StartexFrame = { startexAt: Date.UTC(2027, 3, 20, 6), timeZone: 'Europe/Tallinn' }
const endex = { day: 3, offset: 3 * 86_400 + 8 * 3600 }

function read(text: string) {
  const parsed = parseMoment(text, { frame, timeZone: frame.timeZone })
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem}`)
  return parsed.moment
}

test('every row of the template reads back and lasts what it says', () => {
  const { phases, activities } = templateFor(endex)
  for (const phase of phases)
    expect(phaseProblem({ start: read(phase.start), end: read(phase.end) }, frame)).toBeNull()
  for (const { start, duration } of activities) expect(readLength(duration, read(start)).ok).toBe(true)
  expect(activities).toHaveLength(19)
})

test('the gates of the template stand in order', () => {
  const { activities } = templateFor(endex)
  const gates = activities.flatMap(row => (row.gate ? [{ gate: row.gate, moment: read(row.start) }] : []))
  expect(gates.map(({ gate }) => gate)).toEqual([
    'registration_opens',
    'registration_closes',
    'edit_deadline',
  ])
  expect(windowProblem(gates, frame)).toBeNull()
})

test('what follows ENDEX goes with it', () => {
  const find = (key: string, days: number) =>
    templateFor({ day: days, offset: days * 86_400 }).activities.find(row => row.key === key)?.start
  expect(find('hotwash', 2)).toBe('T+2d 00:00:00')
  expect(find('impressions', 2)).toBe('D+16')
  expect(find('impressions', 4)).toBe('D+18')
  expect(find('report', 4)).toBe('D+95')
  expect(find('main', 4)).toBe('D-168')
})

test('a STARTEX on a Tuesday gives conferences that begin on Tuesdays', () => {
  const conferences = templateFor(endex).activities.filter(row => row.kind === 'conference')
  const days = conferences.map(({ start }) => {
    const { startAt } = resolveActivity({ start: read(start), durationSeconds: null, days: 1 }, frame)
    return new Date(startAt + 12 * 3_600_000).getUTCDay()
  })
  expect(days).toEqual([2, 2, 2, 2])
})

test('play lasts from STARTEX to ENDEX', () => {
  const play = templateFor(endex).phases.find(({ key }) => key === 'play')
  const { startAt, endAt } = resolvePhase(
    { start: read(play?.start ?? ''), end: read(play?.end ?? '') },
    frame,
  )
  expect(startAt).toBe(frame.startexAt)
  expect(endAt).toBe(frame.startexAt + endex.offset * 1000)
})
