import { describe, expect, it, test } from 'vitest'
import { type FieldValue, fieldValue, type InjectField, type InjectRow } from '../rules'
import { columnOfKind, id, injectNumbered, knowing } from './known.fixture'
import { judgeEdit } from './rules'

const judge = (field: InjectField, value: FieldValue, row = injectNumbered(1), ...others: InjectRow[]) =>
  judgeEdit(row, field, value, knowing(row, ...others))

const rowAfter = (outcome: ReturnType<typeof judgeEdit>) => {
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.row
}

describe('An incident and its storyline', () => {
  it('go together: an incident brings its storyline, another storyline leaves the incident behind', () => {
    const moved = rowAfter(judge('incidentId', id(12)))
    expect(moved).toMatchObject({ storylineId: id(2), incidentId: id(12) })
    expect(rowAfter(judge('storylineId', id(1), moved))).toMatchObject({
      storylineId: id(1),
      incidentId: null,
    })
    expect(rowAfter(judge('storylineId', id(2), moved)).incidentId).toBe(id(12))
    expect(rowAfter(judge('storylineId', null, moved)).incidentId).toBe(null)
  })
  it('are of this exercise', () => {
    expect(judge('incidentId', id(99))).toMatchObject({ reason: 'not_found' })
    expect(judge('storylineId', id(99))).toMatchObject({ reason: 'not_found' })
  })
})

describe('A time', () => {
  const noted: [string, InjectRow['moment']][] = [
    ['T+45m', { anchor: 'ttime', offset: 2700 }],
    ['d+2 9:30', { anchor: 'dday', day: 2, minute: 570, timeZone: 'Europe/Tallinn' }],
    ['141430zapr27', { anchor: 'fixed', at: Date.UTC(2027, 3, 14, 14, 30), timeZone: 'UTC' }],
  ]
  test.each(noted)('is understood as %s', (text, moment) => {
    const row = rowAfter(judge('start', text))
    expect(row.moment).toMatchObject(moment ?? {})
    const again = fieldValue(row, 'start', knowing(row))
    expect(rowAfter(judge('start', again, row)).moment).toEqual(row.moment)
  })

  it('that is cleared follows what it waits for again; cleared once more, it waits for nothing', () => {
    const first = injectNumbered(2, { moment: { anchor: 'ttime', offset: 0 } })
    const waits = rowAfter(judge('start', 'after 3.2', injectNumbered(1), first))
    const pinned = rowAfter(judge('start', 'T+1h', waits, first))
    expect([pinned.waits.length, pinned.moment]).toEqual([1, { anchor: 'ttime', offset: 3600 }])
    const follows = rowAfter(judge('start', '', pinned, first))
    expect([follows.waits.length, follows.moment]).toEqual([1, null])
    expect(rowAfter(judge('start', '', follows, first)).waits).toEqual([])
  })

  it('is refused where what it waits for takes longer than there is', () => {
    const first = injectNumbered(2, { moment: { anchor: 'ttime', offset: 0 }, durationSeconds: 3600 })
    const waiting = rowAfter(judge('start', 'after 3.2 completed', injectNumbered(1), first))
    expect(judge('start', 'T+30m', waiting, first)).toMatchObject({
      reason: 'logic_too_early',
      params: { path: '3.2 → 3.1', floor: 'T+01:00:00' },
    })
  })

  it('of the story is read in the story’s own zone, and is a date', () => {
    const row = rowAfter(judge('scenarioAt', '2031-05-02 14:00'))
    expect(row.scenarioAt).toBe(Date.UTC(2031, 4, 2, 5))
    expect(fieldValue(row, 'scenarioAt', knowing(row))).toBe('2031-05-02 14:00')
    expect(judge('scenarioAt', 'D+1 09:00')).toMatchObject({ reason: 'scenario_time_fixed' })
  })
})

describe('A column of the exercise’s own', () => {
  const cases: [string, string, string | null][] = [
    ['text', 'anything', null],
    ['number', '-12.5', null],
    ['number', '1e9', 'not_a_number'],
    ['choice', 'MEDIA', null],
    ['choice', 'media', 'not_a_choice'],
    ['choices', 'MEDIA\nLEGAL', null],
    ['choices', 'MEDIA\nOTHER', 'not_a_choice'],
    ['date', '2027-02-28', null],
    ['date', '2027-02-29', 'not_a_date'],
    ['yes_no', 'yes', null],
    ['yes_no', 'perhaps', 'invalid'],
    ['team', id(3), null],
    ['team', id(4), 'not_found'],
    ['person', id(4), null],
    ['url', 'https://example.org/a', null],
    ['url', 'javascript:alert(1)', 'not_a_link'],
  ]
  test.each(cases)('of %s takes %j: %j', (kind, text, problem) => {
    const outcome = judge(columnOfKind(kind), text)
    expect(outcome.ok ? null : outcome.reason).toBe(problem)
  })
  it('is empty again where its value is taken away', () => {
    const row = rowAfter(judge(columnOfKind('text'), 'x'))
    expect(rowAfter(judge(columnOfKind('text'), '', row)).values).toEqual({})
  })
})

it('scores from the least to the most', () => {
  const row = rowAfter(judge('scoreMost', 5))
  expect(judge('scoreLeast', 6, row)).toMatchObject({ reason: 'score_range' })
  expect(rowAfter(judge('scoreLeast', 5, row)).scoreLeast).toBe(5)
  expect(judge('scoreMost', 1.5)).toMatchObject({ ok: false })
})
