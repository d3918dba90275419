import { createTranslator } from 'next-intl'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { readCatalogue } from '@/lib/messages'
import { lanesOf } from '@/lib/timeline/lanes/rules'
import type { TimelineActivity, TimelineSource } from '@/lib/timeline/rules'
import { boardWords, type Translate } from './board-words'
import { spokenText } from './spoken'
import { itemTexts } from './texts'
import { fill } from './words'

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds

const conference: TimelineActivity = {
  id: 'fpc',
  title: 'Final planning conference',
  kind: 'conference',
  startAt: at('2027-03-22T22:00Z'),
  endAt: at('2027-03-25T22:00Z'),
  wholeDays: true,
  audience: 'nations',
  place: 'Tallinn',
  anchorText: 'D-28',
}
const source: TimelineSource = {
  home: 'Europe/Tallinn',
  startexAt: at('2027-04-20T06:00Z'),
  endexAt: at('2027-04-23T15:00Z'),
  // Over the night in which clocks go forward.
  phases: [
    {
      id: 'p',
      name: 'Build',
      startAt: at('2027-03-26T22:00Z'),
      endAt: at('2027-03-29T21:00Z'),
      tone: 'accent',
    },
  ],
  activities: [
    conference,
    {
      ...conference,
      id: 'call',
      title: 'Call',
      wholeDays: false,
      endAt: null,
      startAt: at('2027-03-23T07:00Z'),
    },
    {
      ...conference,
      id: 'tokyo',
      title: 'Main',
      timeZone: 'Asia/Tokyo',
      startAt: at('2027-01-18T15:00Z'),
      endAt: at('2027-01-20T15:00Z'),
    },
  ],
  teams: [
    {
      ...{
        id: 't',
        label: 'BT 01',
        name: 'Blue team 1',
        swatch: 'blue',
        letter: 'B',
        nations: ['EST', 'USA'],
      },
      ...{ seatsFilled: 25, seatsMost: 40, registrationFrom: at('2027-03-01T07:00Z') },
      ...{
        registrationTo: at('2027-03-22T15:00Z'),
        playFrom: at('2027-04-20T06:00Z'),
        playTo: at('2027-04-23T15:00Z'),
      },
    },
  ],
}
const english: Translate = createTranslator({
  locale: 'en',
  messages: readCatalogue('en'),
  namespace: 'timeline',
})
const french: Translate = createTranslator({
  locale: 'fr',
  messages: readCatalogue('fr'),
  namespace: 'timeline',
})
const inEnglish = { t: english, locale: 'en', home: 'Europe/Tallinn', viewer: 'Asia/Tokyo' } as const
const texts = itemTexts(source, inEnglish)

describe('what is said of an item', () => {
  it('covers every item of the drawing', () => {
    const ids = lanesOf(source, 'phases').flatMap(lane => lane.items.map(item => item.id))
    expect(Object.keys(texts).sort()).toEqual(ids.sort())
  })

  it('gives a whole-day conference its dates at home and its times where the viewer is', () => {
    expect(texts['activity:fpc']).toMatchObject({
      note: 'Conference · Tallinn · nations and staff',
      times: [
        'Tue 23 Mar – Thu 25 Mar 2027',
        'Tue 23 Mar 2027 07:00 – Fri 26 Mar 2027 07:00 JST',
        '222200ZMAR27 – 252200ZMAR27',
      ],
      facts: [
        ['Anchor', 'D-28'],
        ['Length', '3 days'],
      ],
    })
  })

  it('gives a moment one time in each zone and no length', () => {
    expect(texts['activity:call']).toMatchObject({
      times: ['Tue 23 Mar 2027 09:00 EET', 'Tue 23 Mar 2027 16:00 JST', '230700ZMAR27'],
      facts: [['Anchor', 'D-28']],
    })
  })

  it('says when it is at the place of something held elsewhere', () => {
    expect(texts['activity:tokyo']?.facts[0]).toEqual(['There · Tokyo', 'Tue 19 Jan – Wed 20 Jan 2027'])
    expect(texts['activity:tokyo']?.times[0]).toBe('Mon 18 Jan 2027 17:00 – Wed 20 Jan 2027 17:00 EET')
  })

  it('counts a phase over a change of the clocks in whole days', () => {
    expect(texts['phase:p']).toMatchObject({
      times: ['Sat 27 Mar – Mon 29 Mar 2027', expect.any(String), expect.any(String)],
    })
    expect(texts['phase:p']?.facts).toEqual([['Length', '3 days']])
  })

  it('gives a team its seats and nations', () => {
    expect(texts['team:t']).toMatchObject({ title: 'Registration for BT 01', short: 'EST · USA' })
    expect(texts['play:t']).toMatchObject({ title: 'BT 01 plays', short: '25 of 40 seats' })
    expect(itemTexts(source, { ...inEnglish, t: french, locale: 'fr' })['play:t']?.short).toBe(
      '25 places sur 40',
    )
  })
})

describe('what a screen reader says', () => {
  const words = boardWords(english, 'en', 1)
  const items = lanesOf(source, 'phases').flatMap(lane => lane.items)

  it('is what, what kind and when at home', () => {
    const item = items.find(one => one.id === 'activity:fpc')
    if (!item) throw new Error('no conference')
    const spoken = spokenText(
      { crowd: false, item, row: 0, startAt: item.startAt, endAt: item.endAt },
      texts,
      words,
    )
    expect(spoken).toBe(
      'Final planning conference, Conference · Tallinn · nations and staff, Tue 23 Mar – Thu 25 Mar 2027',
    )
  })

  it('names the first of a crowd and says how to open it', () => {
    const crowd = { crowd: true, items, row: 0, startAt: 0, endAt: 1 } as const
    expect(spokenText({ ...crowd, items }, texts, words)).toBe(
      `${items.length} together: Build, Final planning conference, Call…. Enter zooms in`.replace(
        'Build, Final planning conference, Call',
        items
          .slice(0, 3)
          .map(item => texts[item.id]?.title)
          .join(', '),
      ),
    )
  })
})

describe('a template', () => {
  it('is filled with what is known and leaves the rest', () => {
    expect(fill('{count} of {all}, {other}', { count: 0, all: 'x' })).toBe('0 of x, {other}')
  })
})
