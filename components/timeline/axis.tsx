import { shareOf, spanOf } from '@/lib/timeline/axis/rules'
import { contextText, type Names, tickText } from '@/lib/timeline/names/rules'
import type { View } from '@/lib/timeline/scene/rules'
import { contextOf, contextsOf, levelFor, nights, ticksOf, weekends } from '@/lib/timeline/ticks/rules'
import { DAY, type WallZone } from '@/lib/timeline/wall/rules'
import { HEAD, monoWidth, percent, place } from './drawing'
import { type Mark, Marks } from './marks'
import styles from './timeline.module.css'

export type AxisProps = { view: View; zone: WallZone; marks: readonly Mark[] }

/** The head of the drawing: what stretch of time this is, and its divisions. */
export function Axis({ view, zone, marks, names }: AxisProps & { names: Names }) {
  const { window, width } = view
  const level = levelFor(window, width)
  const context = contextOf(level)
  const contexts = context ? contextsOf(zone, window, context) : []
  return (
    <svg className={styles.axis} height={HEAD} aria-hidden="true">
      {context
        ? contexts.map(({ from, to }) => {
            const text = contextText(names, zone, from, context.unit)
            const start = Math.max(0, shareOf(window, from))
            const room = (Math.min(1, shareOf(window, to)) - start) * width
            return room < monoWidth(text) + 12 ? null : (
              <text key={from} className={styles.context} x={percent(start)} dx={6} y={14}>
                {text}
              </text>
            )
          })
        : null}
      {ticksOf(zone, window, level).map(at => {
        const text = tickText(names, zone, at, level.unit)
        const cut = (1 - shareOf(window, at)) * width < monoWidth(text) + 6
        return (
          <g key={at}>
            <line className={styles.grid} x1={place(window, at)} x2={place(window, at)} y1={22} y2={HEAD} />
            {cut ? null : (
              <text className={styles.tick} x={place(window, at)} dx={5} y={31}>
                {text}
              </text>
            )}
          </g>
        )
      })}
      <Marks marks={marks} view={view} head />
    </svg>
  )
}

/** Behind the lanes: the divisions, weekends and, close enough, the nights of the home zone. */
export function Backdrop({ view, zone, marks, home }: AxisProps & { home: WallZone }) {
  const { window, width } = view
  const day = (width * DAY) / spanOf(window)
  const bands = day >= 100 ? nights(home, window) : []
  return (
    <svg className={styles.backdrop} aria-hidden="true">
      {day >= 8 && day < 2000
        ? weekends(zone, window).map(({ from, to }) => (
            <rect
              key={from}
              className={styles.weekend}
              x={place(window, from)}
              width={percent(Math.min(1.5, shareOf(window, to)) - Math.max(-0.5, shareOf(window, from)))}
              height="100%"
            />
          ))
        : null}
      {bands.map(({ from, to }) => (
        <rect
          key={from}
          className={styles.night}
          x={place(window, from)}
          width={percent(Math.min(1.5, shareOf(window, to)) - Math.max(-0.5, shareOf(window, from)))}
          height="100%"
        />
      ))}
      {ticksOf(zone, window, levelFor(window, width)).map(at => (
        <line
          key={at}
          className={styles.grid}
          x1={place(window, at)}
          x2={place(window, at)}
          y1={0}
          y2="100%"
        />
      ))}
      <Marks marks={marks} view={view} />
    </svg>
  )
}
