import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { dateNames } from '@/lib/time-names'
import { DAY, ZULU } from '@/lib/timeline/wall/rules'
import { wallZoneOf } from '@/lib/timeline/zones/rules'
import { contextTexts, markText, rangeText, tickText } from './rules'

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const en = { ...dateNames.en, quarter: 'Q{n}' }
const fr = { ...dateNames.fr, quarter: 'T{n}' }
const tallinn = wallZoneOf('Europe/Tallinn', at('2026-01-01T00:00Z'), at('2028-01-01T00:00Z'))
const STARTEX = at('2027-04-20T06:00Z')

describe('the words of the axis', () => {
  it('grow from years to minutes', () => {
    const units = ['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute'] as const
    expect(units.map(unit => tickText(en, tallinn, STARTEX, unit))).toEqual([
      ...['2027', 'Q2', 'Apr', '20 Apr', 'Tue 20', '09:00', '09:00'],
    ])
    expect(units.slice(1, 5).map(unit => tickText(fr, tallinn, STARTEX, unit))).toEqual([
      ...['T2', 'avr.', '20 avr.', 'mar. 20'],
    ])
  })

  it('say the day of the zone, not of Zulu', () => {
    const late = at('2027-04-19T22:30Z')
    expect(contextTexts(en, tallinn, late, 'day')[0]).toBe('Tue 20 April 2027')
    expect(contextTexts(en, ZULU, late, 'day')[0]).toBe('Mon 19 April 2027')
    expect(contextTexts(fr, tallinn, late, 'month')[0]).toBe('avril 2027')
    expect(contextTexts(en, tallinn, late, 'year')).toEqual(['2027'])
    expect(contextTexts(en, tallinn, late, 'day').slice(1)).toEqual(['Tue 20 Apr', '20 Apr'])
    expect(contextTexts(en, tallinn, late, 'month')).toEqual(['April 2027', 'Apr'])
  })

  it('name the zone at STARTEX', () => {
    expect(markText(en, tallinn, STARTEX)).toBe('20 Apr 09:00 EEST')
    expect(markText(en, ZULU, STARTEX)).toBe('20 Apr 06:00 Z')
  })

  it('say what is in sight as finely as it is worth', () => {
    const window = (days: number) => ({ from: STARTEX, to: STARTEX + days * DAY })
    expect(rangeText(en, tallinn, window(250))).toBe('Apr 2027 – Dec 2027')
    expect(rangeText(en, tallinn, window(14))).toBe('20 Apr 2027 – 4 May 2027')
    expect(rangeText(en, tallinn, window(0.5))).toBe('20 Apr 09:00 – 20 Apr 21:00')
  })
})
