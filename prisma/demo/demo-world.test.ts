import { describe, expect, test } from 'vitest'
import { instantOf, momentOf, resolveMoment } from '@/lib/time'
import { DAY } from '@/lib/time-calendar'
import { demoWorld } from './demo-world'
import { demoDates } from './moments'
import { one } from './world'

// A leap day, new year's days, the nights on which Tallinn changes its clocks, and the next day of each weekday.
const days = [
  '2026-11-22',
  '2027-01-01',
  '2027-03-28',
  '2027-10-31',
  '2028-02-29',
  '2029-08-04',
  '2030-12-31',
]

const worlds = days.map(today => ({ today, world: demoWorld(today) }))

describe.each(worlds)('seeded on $today', ({ today, world }) => {
  const { now, main } = demoDates(today)

  test('every moment is a time that the clocks show once', () => {
    for (const row of [...world.Activity, ...world.Phase]) {
      const exercise = one(world.Exercise, found => found.id === row.exerciseId)
      const frame = { startexAt: instantOf(exercise.startexAt), timeZone: exercise.timeZone }
      expect(resolveMoment(momentOf(row, 'start'), frame).adjusted).toBe(null)
      if ('endAnchor' in row) {
        const [start, end] = [momentOf(row, 'start'), momentOf(row, 'end')]
        expect(resolveMoment(end, frame).at).toBeGreaterThan(resolveMoment(start, frame).at)
      }
    }
  })

  test('today lies in the registration of the main exercise, between its main and final planning conferences', () => {
    const exercise = one(world.Exercise, row => instantOf(row.startexAt) === main)
    const frame = { startexAt: main, timeZone: exercise.timeZone }
    const at = (title: string) =>
      resolveMoment(
        momentOf(
          one(world.Activity, row => row.exerciseId === exercise.id && row.title === title),
          'start',
        ),
        frame,
      ).at
    expect(exercise.status).toBe('registration')
    expect(at('Registration opens')).toBeLessThan(now)
    expect(at('Main planning conference')).toBeLessThan(now)
    expect(at('Registration closes')).toBeGreaterThan(now)
    expect(at('Final planning conference')).toBeGreaterThan(now)
  })

  test('codes of exercises and e-mails of people are given once', () => {
    expect(new Set(world.Exercise.map(row => row.code)).size).toBe(world.Exercise.length)
    expect(new Set(world.Person.map(row => row.email)).size).toBe(world.Person.length)
    expect(new Set(world.Account.map(row => row.email)).size).toBe(world.Account.length)
  })

  test('one nation has closed, and whoever came after that says why', () => {
    const late = world.Registration.filter(row => row.lateReason !== null)
    expect(late.length).toBeGreaterThan(0)
    expect(new Set(late.map(row => row.participationId)).size).toBe(1)
    expect(late.every(row => instantOf(row.submittedAt ?? new Date(0)) > now - 7 * DAY)).toBe(true)
  })

  test('quotas and seats never run over', () => {
    expect(world.Quota.filter(row => row.used > row.size)).toEqual([])
    expect(world.Seat.filter(row => row.used > row.most)).toEqual([])
    expect(world.Quota.filter(row => row.cutTo !== null && row.cutTo < row.used)).toHaveLength(1)
  })
})

test('activities are of every kind, every anchor and every audience, some in a zone of their own', () => {
  const activities = worlds[0]?.world.Activity ?? []
  const seen = <T>(values: T[]) => [...new Set(values)].sort()
  expect(seen(activities.map(row => row.kind))).toHaveLength(8)
  expect(seen(activities.map(row => row.startAnchor))).toEqual(['dday', 'fixed', 'ttime'])
  expect(seen(activities.map(row => row.audience))).toHaveLength(4)
  expect(seen(activities.map(row => row.startTimeZone))).toContain('Asia/Tokyo')
})
