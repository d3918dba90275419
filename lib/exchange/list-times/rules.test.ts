import { expect, it } from 'vitest'
import { writeCsv } from '@/lib/sheets/csv/rules'
import { encodeUtf8 } from '@/lib/sheets/encoding/rules'
import { readExchange } from '../files/rules'
import { noChoices, type TimeChoices } from '../times/rules'
import { type ListTimes, rememberedTimes, timesRemembered } from './rules'

const said = (times: Partial<ListTimes>): ListTimes => ({
  timeZone: null,
  launchOn: null,
  dayFirst: null,
  ...times,
})

it('remembers what was said of the times of a list, and nothing that can no longer be meant', () => {
  const again = (times: ListTimes) =>
    timesRemembered(new Map(rememberedTimes(times).map(({ word, meaning }) => [word, meaning])))
  for (const times of [
    said({}),
    said({ timeZone: 'America/St_Johns', launchOn: '2027-04-20', dayFirst: false }),
    said({ dayFirst: true }),
  ])
    expect(again(times)).toEqual(times)
  expect(again(said({ launchOn: 'soon' }))).toEqual(said({}))
  expect(timesRemembered(new Map([[':zone', 'Mars/Olympus']]))).toEqual(said({}))
})

/** How the first date of a list is understood, and what is noted of its times. */
function read(dates: string[], choices: Partial<TimeChoices> = {}) {
  const rows = [['No', 'Time', 'Title'], ...dates.map((date, at) => [`${at + 1}`, date, `Inject ${at + 1}`])]
  const times = { ...noChoices(Date.UTC(2026, 10, 22)), ...choices }
  const found = readExchange(encodeUtf8(writeCsv(rows)), { name: 'm.csv', times })
  if (!found.ok) throw new Error(found.refusal)
  const start = found.document.scenario.injects[0]?.start
  return {
    at: start?.anchor === 'fixed' ? start.at : start,
    reasons: [...new Set(found.notes.map(({ reason }) => reason))],
  }
}

it('asks for day or month only where no cell and no person says which comes first', () => {
  expect(read(['3/4/2027 10:00', '5/6/2027 11:00'])).toEqual({
    at: '2027-04-03T10:00:00.000Z',
    reasons: ['times_in_zone', 'time_day_or_month_first'],
  })
  expect(read(['3/4/2027 10:00', '5/26/2027 11:00'])).toEqual({
    at: '2027-03-04T10:00:00.000Z',
    reasons: ['times_in_zone'],
  })
  expect(read(['3/4/2027 10:00'], { dayFirst: false })).toEqual({
    at: '2027-03-04T10:00:00.000Z',
    reasons: ['times_in_zone'],
  })
})

it('reads wall times in the zone, and times of day on the date, that a person names', () => {
  expect(read(['2027-04-03 10:00'], { timeZone: 'Asia/Tokyo' }).at).toBe('2027-04-03T01:00:00.000Z')
  expect(read(['10:00', '11:00']).reasons).toContain('time_no_day')
  expect(read(['10:00', '11:00'], { launchOn: '2027-04-20' })).toEqual({
    at: '2027-04-20T10:00:00.000Z',
    reasons: ['times_in_zone'],
  })
})
