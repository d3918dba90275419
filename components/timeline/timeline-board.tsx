'use client'

import { type MouseEvent, useRef, useState } from 'react'
import type { Instant } from '@/lib/time'
import type { TimeLocale } from '@/lib/time-names'
import { instantAt, panBy, windowInto, zoomAt } from '@/lib/timeline/axis/rules'
import { rangeText } from '@/lib/timeline/names/rules'
import type { Position, ZoneChoice } from '@/lib/timeline/position/rules'
import { extentOf, type TimelineSource } from '@/lib/timeline/rules'
import type { WallZone } from '@/lib/timeline/wall/rules'
import { Card } from './card'
import { Details } from './details'
import { useGestures } from './gestures'
import type { ItemText } from './item-text'
import { Mini } from './mini'
import { Plot } from './plot'
import styles from './timeline.module.css'
import { Toolbar } from './toolbar'
import { useCard } from './use-card'
import { useDevice } from './use-device'
import { useKeys } from './use-keys'
import { useNow } from './use-now'
import { usePosition } from './use-position'
import { useScene } from './use-scene'
import { useSpoken } from './use-spoken'
import { useWidth } from './use-width'
import type { BoardWords } from './words'

export type BoardProps = {
  source: TimelineSource
  texts: Readonly<Record<string, ItemText>>
  words: BoardWords
  zones: Readonly<Record<ZoneChoice, WallZone>>
  now: Instant
  locale: TimeLocale
  /** False where the viewer's zone is only taken for the home zone. */
  viewerKnown: boolean
  initial: Position
  /** The server's guess of the drawing's width in pixels. */
  width: number
}

/** The whole plan on one axis. Draws what `lib/timeline` lays out; another painter may take the place of `Plot`. */
export function TimelineBoard(props: BoardProps) {
  const { source, words, now: loadedAt, initial, width } = props
  const frame = useRef<HTMLDivElement>(null)
  const plot = useRef<HTMLDivElement>(null)
  const track = useRef<HTMLDivElement>(null)
  const [extent] = useState(() => extentOf(source))
  const { texts, zones } = useDevice(props, extent)
  const { position, window, all, set, move } = usePosition(initial, extent)
  const view = { window, width: useWidth(track, width) }
  const { scene, items, closed, toggle } = useScene(source, position.lanes, view)
  const [active, setActive] = useState<string | null>(null)
  const { card, hide, stay, hideSoon, handlers } = useCard(frame)
  const now = useNow(loadedAt)
  const zone = zones[position.zone]
  const [said, say] = useSpoken(rangeText(words.names, zone, window))
  useGestures(plot, track, move, hide)

  const stops = scene.map(lane => lane.stops)
  const known = stops.flat()
  const inSight = known.find(stop => stop.endAt >= window.from && stop.startAt <= window.to)
  const tabStop = known.find(stop => stop.id === active)?.id ?? inSight?.id ?? known[0]?.id ?? null
  const open = (id: string): void => {
    hide()
    const crowd = id.startsWith('crowd:') && known.find(stop => stop.id === id)
    if (crowd) move((from, limits) => windowInto(from, crowd.startAt, crowd.endAt, limits))
    else set({ item: id })
  }
  const close = () => {
    const something = card !== null || position.item !== null
    hide()
    set({ item: null })
    return something
  }
  const onKeyDown = useKeys({
    plot,
    stops,
    all,
    tabStop,
    move,
    set,
    onStep: setActive,
    onOpen: open,
    onEscape: close,
  })
  const onClick = (event: MouseEvent) => {
    const id =
      event.target instanceof Element ? event.target.closest('[data-item]')?.getAttribute('data-item') : null
    if (!id) return
    setActive(id)
    open(id)
  }
  const share = () =>
    navigator.clipboard.writeText(location.href).then(
      () => say(words.shared),
      () => say(words.shareFailed),
    )
  const text = position.item === null ? undefined : texts[position.item]
  const hovered = card ? texts[card.id] : undefined
  const cities = { homeCity: zones.home.city, viewerCity: zones.viewer.city }
  return (
    <section className={styles.board} aria-label={words.chart}>
      <Toolbar
        position={position}
        words={words}
        {...cities}
        range={rangeText(words.names, zone, window)}
        onSet={set}
        onZoom={factor => move((from, limits) => zoomAt(from, instantAt(from, 0.5), factor, limits))}
        onNow={() => move((from, limits) => panBy(from, now - (from.from + from.to) / 2, limits))}
        onShare={share}
      />
      <div className={styles.middle}>
        <div ref={frame} className={styles.frame}>
          <Plot
            plot={plot}
            track={track}
            view={view}
            scene={scene}
            zones={{ shown: zone, home: zones.home }}
            moments={{ now, startexAt: source.startexAt, endexAt: source.endexAt }}
            {...{ texts, words, tabStop, closed }}
            selected={position.item}
            onToggle={toggle}
            handlers={{ ...handlers, onKeyDown, onClick }}
          />
          {card && hovered ? (
            <Card place={card} text={hovered} words={words} {...cities} onStay={stay} onLeave={hideSoon} />
          ) : null}
        </div>
        {text ? <Details text={text} words={words} {...cities} onClose={close} /> : null}
      </div>
      <Mini items={items} all={all} window={window} move={move} />
      <p className={styles.said} role="status">
        {said}
      </p>
    </section>
  )
}
