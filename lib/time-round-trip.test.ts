import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { type Moment, momentLimits, resolveMoment } from './time'
import { dtgLetterOffset, formatDtg, formatDuration, formatInstant, formatMoment } from './time-format'
import { parseDuration, parseMoment } from './time-parse'
import { momentSchema } from './time-schema'
import { listTimeZones, offsetSecondsAt } from './time-zones'

// Thousands of runs take seconds on a machine that is busy with the rest of the tests.
vi.setConfig({ testTimeout: 30_000 })

const anyZone = fc.constantFrom(...listTimeZones(), 'Europe/Kiev', 'US/Eastern', 'Etc/GMT-2')
const anyInstant = fc.integer({ min: momentLimits.earliest, max: momentLimits.latest })
const anyFrame = fc.record({
  startexAt: fc.integer({ min: Date.UTC(2010, 0), max: Date.UTC(2060, 0) }),
  timeZone: anyZone,
})
const days = fc.integer({ min: -momentLimits.day, max: momentLimits.day })
const anyMoment: fc.Arbitrary<Moment> = fc.oneof(
  fc.record({ anchor: fc.constant('fixed' as const), at: anyInstant, timeZone: anyZone }),
  fc.record({
    anchor: fc.constant('dday' as const),
    day: days,
    minute: fc.option(fc.integer({ min: 0, max: 1439 })),
    timeZone: anyZone,
  }),
  fc.record({
    anchor: fc.constant('ttime' as const),
    offset: fc.integer({ min: -momentLimits.offset, max: momentLimits.offset }),
  }),
)

describe('What is written is read back', () => {
  test('as the same moment, in the notation that forms show', () => {
    fc.assert(
      fc.property(anyMoment, anyFrame, anyZone, fc.boolean(), (moment, frame, timeZone, named) => {
        expect(momentSchema.parse(moment)).toEqual(moment)
        const parsed = parseMoment(formatMoment(moment, named ? undefined : timeZone), { frame, timeZone })
        const { adjusted } = resolveMoment(moment, frame)
        if (adjusted === null) expect(parsed).toEqual({ ok: true, moment })
        // What the moving of STARTEX brought into a changed hour is put to the person who opens it.
        else expect(parsed).toMatchObject({ ok: false, problem: `${adjusted}_hour` })
      }),
      { numRuns: 1000 },
    )
  })

  test('also in the hours that a zone repeats', () => {
    const repeated = fc.integer({ min: Date.UTC(2027, 9, 31, 0), max: Date.UTC(2027, 9, 31, 2) - 1 })
    const frame = { startexAt: Date.UTC(2027, 3, 20, 6), timeZone: 'Europe/Tallinn' }
    fc.assert(
      fc.property(repeated, at => {
        const moment: Moment = { anchor: 'fixed', at, timeZone: 'Europe/Tallinn' }
        expect(parseMoment(formatMoment(moment), { frame, timeZone: 'UTC' })).toEqual({ ok: true, moment })
      }),
    )
  })

  test('as the same minute, in a DTG of any letter', () => {
    const letters = fc.constantFrom(...'ABCDEFGHIKLMNOPQRSTUVWXYZ')
    fc.assert(
      fc.property(
        anyFrame,
        fc.integer({ min: -45 * 365, max: 45 * 365 }),
        letters,
        anyZone,
        (frame, near, letter, timeZone) => {
          const at = frame.startexAt + near * 86_400_000
          fc.pre(at > momentLimits.earliest + 86_400_000)
          const parsed = parseMoment(formatDtg(at, letter), { frame, timeZone })
          if (!parsed.ok || parsed.moment.anchor !== 'fixed') throw new Error(JSON.stringify(parsed))
          expect(parsed.moment.at).toBe(Math.floor(at / 60_000) * 60_000)
          // The zone it is kept in shows the wall time that the letter stands for.
          expect(offsetSecondsAt(parsed.moment.timeZone, at)).toBe(dtgLetterOffset(letter))
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('as the same minute, in the dates that pages show in either language', () => {
    const frame = { startexAt: Date.UTC(2027, 3, 20, 6), timeZone: 'Europe/Tallinn' }
    fc.assert(
      fc.property(
        anyInstant,
        fc.constantFrom('en' as const, 'fr' as const),
        fc.constantFrom('date', 'longDate'),
        (at, locale, style) => {
          const date = formatInstant(at, {
            timeZone: 'UTC',
            locale,
            style: style === 'date' ? 'date' : 'longDate',
          })
          const time = formatInstant(at, { timeZone: 'UTC', locale, style: 'time' })
          const parsed = parseMoment(`${date} ${time}`, { frame, timeZone: 'Asia/Tokyo' })
          const minute = Math.floor(at / 60_000) * 60_000
          expect(parsed).toEqual({ ok: true, moment: { anchor: 'fixed', at: minute, timeZone: 'UTC' } })
        },
      ),
    )
  })

  test('as the same duration, in either language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: momentLimits.offset }),
        fc.constantFrom('en' as const, 'fr' as const),
        (seconds, locale) => {
          expect(parseDuration(formatDuration(seconds, locale))).toMatchObject({ ok: true, seconds })
        },
      ),
    )
  })
})

describe('Whatever is typed', () => {
  const frame = { startexAt: Date.UTC(2027, 3, 20, 6), timeZone: 'Europe/Tallinn' }
  const pieces = fc.constantFrom(
    ...[
      'D',
      'T',
      'STARTEX',
      '+',
      '-',
      '−',
      '1',
      '31',
      '240',
      '2027',
      '2027-02-11',
      'Feb',
      'mars',
      '17:00',
      '1730',
    ],
    ...[
      'h',
      'm',
      'd',
      'Z',
      ' ',
      ' ',
      '[',
      ']',
      'Asia/Tokyo',
      '221430ZNOV26',
      '(whole day)',
      ':',
      '99',
      '\u0000',
      'é',
    ],
  )
  const anyText = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 9 }).map(parts => parts.join('')),
  )

  test('is either a moment that the database takes or a refusal, never an error', () => {
    fc.assert(
      fc.property(anyText, text => {
        const parsed = parseMoment(text, { frame, timeZone: 'Europe/Tallinn' })
        if (parsed.ok) expect(momentSchema.safeParse(parsed.moment).success).toBe(true)
        else expect(parsed.problem).toMatch(/^[a-z_]+$/)
        const duration = parseDuration(text)
        if (duration.ok) expect(Number.isInteger(duration.seconds) && duration.seconds >= 0).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })
})
