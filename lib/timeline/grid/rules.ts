import type { Instant } from '@/lib/time'
import { spanOf, type Window } from '@/lib/timeline/axis/rules'
import { placeMarks } from '@/lib/timeline/labels/rules'
import { contextTexts, markText, type Names, tickText } from '@/lib/timeline/names/rules'
import { pixelOf, type View } from '@/lib/timeline/scene/rules'
import {
  clockChanges,
  contextOf,
  contextsOf,
  levelFor,
  nights,
  type Stretch,
  ticksOf,
  weekends,
} from '@/lib/timeline/ticks/rules'
import { DAY, dayOf, HOUR, type WallZone } from '@/lib/timeline/wall/rules'

export type Moments = { now: Instant; startexAt: Instant; endexAt: Instant }
/** The words that the grid needs; `clocks` holds `{by}`. */
export type GridWords = { names: Names; now: string; clocks: string }
/** `other`: whose days are told beside those of the axis; null for none. */
export type Zones = { shown: WallZone; home: WallZone; other: WallZone | null }

/** A line across all lanes; `word` is the left edge of its text, null where that has no room. */
export type Line = {
  kind: 'now' | 'startex' | 'endex' | 'clocks'
  left: number
  text: string
  word: number | null
}

/** Everything behind the items and above them, in pixels from the left edge. */
export type Grid = {
  contexts: { left: number; text: string }[]
  ticks: { left: number; text: string }[]
  bands: { left: number; right: number; kind: 'weekend' | 'night' }[]
  lines: Line[]
  /** Days of the other zone, told apart by turns. */
  days: { left: number; right: number; odd: boolean; text: string }[]
}

const PAD = 12
/** Pixels of a day from which weekends, and nights instead of years, are worth a band. */
const SEEN = { weekend: 8, night: 100, last: 2000, days: 24 }
/** Over more than this, changes of the clocks would only be a fence. */
const YEARS = 600 * DAY

/** Width of a text in the axis's mono type at 11 px, in pixels. */
function monoWidth(text: string): number {
  return text.length * 6.7
}

export function gridOf(
  view: Pick<View, 'window' | 'width'>,
  zones: Zones,
  words: GridWords,
  moments: Moments,
): Grid {
  const { window, width } = view
  const level = levelFor(window, width)
  const context = contextOf(level)
  const day = (width * DAY) / spanOf(window)
  const band = (kind: 'weekend' | 'night') => (stretch: Stretch) => {
    return { kind, left: pixelOf(view, stretch.from), right: pixelOf(view, stretch.to) }
  }
  const ticks = ticksOf(zones.shown, window, level).map(at => {
    const left = pixelOf(view, at)
    const text = tickText(words.names, zones.shown, at, level.unit)
    return { left, text: width - left < monoWidth(text) + PAD / 2 ? '' : text }
  })
  const contexts = (context ? contextsOf(zones.shown, window, context) : []).flatMap(({ from, to }) => {
    const left = Math.max(0, pixelOf(view, from))
    const room = Math.min(width, pixelOf(view, to)) - left
    const texts = contextTexts(words.names, zones.shown, from, context?.unit ?? 'year')
    const text = texts.find(one => monoWidth(one) + PAD <= room)
    return text === undefined ? [] : [{ left, text }]
  })
  const lines = linesOf(view, zones.shown, words, moments)
  return {
    contexts,
    ticks,
    bands: [
      ...(day >= SEEN.weekend && day < SEEN.last ? weekends(zones.shown, window).map(band('weekend')) : []),
      ...(day >= SEEN.night ? nights(zones.home, window).map(band('night')) : []),
    ],
    lines,
    days: zones.other && day >= SEEN.days ? daysOf(view, zones.other, words.names, lines) : [],
  }
}

/** Where each day of a zone lies; the first in sight says whose they are. What has no room says nothing. */
function daysOf(
  view: Pick<View, 'window' | 'width'>,
  zone: WallZone,
  names: Names,
  lines: readonly Line[],
): Grid['days'] {
  const taken = (from: number, to: number) =>
    lines.some(({ word, text }) => word !== null && word < to && word + monoWidth(text) > from)
  const stretches = contextsOf(zone, view.window, { unit: 'day', step: 1, room: 0 })
  return stretches.map(({ from, to }, index) => {
    const left = Math.max(0, pixelOf(view, from))
    const right = Math.min(view.width, pixelOf(view, to))
    const date = tickText(names, zone, from, 'day')
    const texts = index === 0 ? [`${zone.city} ${date}`, date] : [date]
    const fits = (one: string) => {
      const wide = monoWidth(one) + PAD
      return wide <= right - left && !taken(left, left + wide)
    }
    const text = texts.find(fits) ?? ''
    return { left, right, odd: dayOf(zone, from) % 2 !== 0, text }
  })
}

/** `+1 h`, `−30 min`. */
function changeText(seconds: number): string {
  const hours = (Math.abs(seconds) * 1000) / HOUR
  return `${seconds < 0 ? '−' : '+'}${hours >= 1 ? `${hours} h` : `${hours * 60} min`}`
}

/** The lines in sight in order of importance: where words have no room beside each other, the later ones give way. */
function linesOf(
  view: Pick<View, 'window' | 'width'>,
  zone: WallZone,
  { names, now, clocks }: GridWords,
  moments: Moments,
): Line[] {
  const { window, width } = view
  const changes = spanOf(window) > YEARS ? [] : clockChanges(zone, window)
  const marks = [
    {
      at: moments.startexAt,
      kind: 'startex' as const,
      text: `STARTEX ${markText(names, zone, moments.startexAt)}`,
    },
    { at: moments.now, kind: 'now' as const, text: now },
    { at: moments.endexAt, kind: 'endex' as const, text: 'ENDEX' },
    ...changes.map(({ at, by }) => ({
      at,
      kind: 'clocks' as const,
      text: clocks.replace('{by}', changeText(by)),
    })),
  ]
  const seen = marks
    .filter(({ at }) => inside(window, at))
    .map(mark => ({ ...mark, left: pixelOf(view, mark.at), wide: monoWidth(mark.text) }))
  const sides = placeMarks(
    seen.map(({ left, wide }) => ({ at: left, width: wide })),
    width,
  )
  return seen.map(({ kind, left, text, wide }, index): Line => {
    const side = sides[index] ?? null
    return { kind, left, text, word: side === null ? null : side === 'after' ? left + 4 : left - 4 - wide }
  })
}

function inside(window: Window, at: Instant): boolean {
  return at >= window.from && at <= window.to
}
