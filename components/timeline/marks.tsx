import type { Instant } from '@/lib/time'
import { shareOf, spanOf, type Window } from '@/lib/timeline/axis/rules'
import { placeMarks, type Side } from '@/lib/timeline/labels/rules'
import { markText } from '@/lib/timeline/names/rules'
import type { View } from '@/lib/timeline/scene/rules'
import { clockChanges } from '@/lib/timeline/ticks/rules'
import { DAY, HOUR, type WallZone } from '@/lib/timeline/wall/rules'
import { monoWidth, place } from './drawing'
import styles from './timeline.module.css'
import { type BoardWords, fill } from './words'

export type Moments = { now: Instant; startexAt: Instant; endexAt: Instant }

/** A line across all lanes; `side` is where its word stands, null where that has no room. */
export type Mark = {
  at: Instant
  kind: 'now' | 'startex' | 'endex' | 'clocks'
  text: string
  side: Exclude<Side, 'inside'> | null
}

/** Over more than this, changes of the clocks would only be a fence. */
const YEARS = 600 * DAY

/** `+1 h`, `−30 min`. */
function changeText(seconds: number): string {
  const hours = (Math.abs(seconds) * 1000) / HOUR
  return `${seconds < 0 ? '−' : '+'}${hours >= 1 ? `${hours} h` : `${hours * 60} min`}`
}

/** The lines in sight in order of importance: where words have no room beside each other, the later ones give way. */
export function marksOf(
  { window, width }: View,
  zone: WallZone,
  words: BoardWords,
  moments: Moments,
): Mark[] {
  const { now, startexAt, endexAt } = moments
  const changes = spanOf(window) > YEARS ? [] : clockChanges(zone, window)
  const marks: Omit<Mark, 'side'>[] = [
    { at: startexAt, kind: 'startex', text: `STARTEX ${markText(words.names, zone, startexAt)}` },
    { at: now, kind: 'now', text: words.now },
    { at: endexAt, kind: 'endex', text: 'ENDEX' },
    ...changes.map(({ at, by }) => ({
      at,
      kind: 'clocks' as const,
      text: fill(words.clocks, { by: changeText(by) }),
    })),
  ]
  const seen = marks.filter(({ at }) => at >= window.from && at <= window.to)
  const sides = placeMarks(
    seen.map(({ at, text }) => ({ at: shareOf(window, at) * width, width: monoWidth(text) })),
    width,
  )
  return seen.map((mark, index) => ({ ...mark, side: sides[index] ?? null }))
}

type MarksProps = { marks: readonly Mark[]; window: Window }

/** The lines of the marks, from the top of what holds them to its bottom. */
export function MarkLines({ marks, window }: MarksProps) {
  return marks.map(({ at, kind }) => (
    <i key={`${kind}${at}`} data-mark={kind} className={styles.mark} style={{ left: place(window, at) }} />
  ))
}

/** Their words in the head, over all lines. */
export function MarkWords({ marks, window }: MarksProps) {
  return marks.map(({ at, kind, text, side }) =>
    side ? (
      <em key={`${kind}${at}`} data-mark={kind} data-side={side} style={{ left: place(window, at) }}>
        {text}
      </em>
    ) : null,
  )
}
