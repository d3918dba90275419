import { shareOf, spanOf, type Window } from '@/lib/timeline/axis/rules'
import { contextTexts, type Names, tickText } from '@/lib/timeline/names/rules'
import type { View } from '@/lib/timeline/scene/rules'
import {
  contextOf,
  contextsOf,
  levelFor,
  nights,
  type Stretch,
  ticksOf,
  weekends,
} from '@/lib/timeline/ticks/rules'
import { DAY, type WallZone } from '@/lib/timeline/wall/rules'
import { monoWidth, percent, place } from './drawing'
import { type Mark, MarkLines, MarkWords } from './marks'
import styles from './timeline.module.css'

export type AxisProps = { view: View; zone: WallZone; marks: readonly Mark[] }

const PAD = 12

/** The head of the drawing: what stretch of time this is, and its divisions. */
export function Axis({ view, zone, marks, names }: AxisProps & { names: Names }) {
  const { window, width } = view
  const level = levelFor(window, width)
  const context = contextOf(level)
  const contexts = context ? contextsOf(zone, window, context) : []
  return (
    <div className={styles.axis} aria-hidden="true">
      {contexts.map(({ from, to }) => {
        const start = Math.max(0, shareOf(window, from))
        const room = (Math.min(1, shareOf(window, to)) - start) * width
        const texts = contextTexts(names, zone, from, context?.unit ?? 'year')
        const text = texts.find(one => monoWidth(one) + PAD <= room)
        return text === undefined ? null : (
          <b key={from} style={{ left: percent(start) }}>
            {text}
          </b>
        )
      })}
      {ticksOf(zone, window, level).map(at => {
        const text = tickText(names, zone, at, level.unit)
        const cut = (1 - shareOf(window, at)) * width < monoWidth(text) + PAD / 2
        return (
          <span key={at} style={{ left: place(window, at) }}>
            {cut ? null : text}
          </span>
        )
      })}
      <MarkLines marks={marks} window={window} />
      <MarkWords marks={marks} window={window} />
    </div>
  )
}

function band(window: Window, { from, to }: Stretch) {
  const left = Math.max(-0.1, shareOf(window, from))
  return { left: percent(left), width: percent(Math.min(1.1, shareOf(window, to)) - left) }
}

/** Pixels of a day from which weekends, and nights instead of years, are worth a band. */
const SEEN = { weekend: 8, night: 100, last: 2000 }

/** Behind the lanes: the divisions, weekends and, close enough, the nights of the home zone. */
export function Backdrop({ view, zone, marks, home }: AxisProps & { home: WallZone }) {
  const { window, width } = view
  const day = (width * DAY) / spanOf(window)
  const weekend = day >= SEEN.weekend && day < SEEN.last ? weekends(zone, window) : []
  const night = day >= SEEN.night ? nights(home, window) : []
  return (
    <div className={styles.backdrop} aria-hidden="true">
      {weekend.map(stretch => (
        <s key={stretch.from} data-weekend="" style={band(window, stretch)} />
      ))}
      {night.map(stretch => (
        <s key={stretch.from} style={band(window, stretch)} />
      ))}
      {ticksOf(zone, window, levelFor(window, width)).map(at => (
        <u key={at} style={{ left: place(window, at) }} />
      ))}
      <MarkLines marks={marks} window={window} />
    </div>
  )
}
