'use client'

import { useMemo } from 'react'
import type { BoardData, BoardProps } from './board-data'
import { Card } from './card'
import { Details } from './details'
import { Mini } from './mini'
import { Plot } from './plot'
import styles from './timeline.module.css'
import { Toolbar } from './toolbar'
import { useBoard } from './use-board'

/** The whole plan on one axis. Draws what `lib/timeline` lays out; another painter may take the place of `Plot`. */
export function TimelineBoard(props: BoardProps) {
  const data = useMemo((): BoardData => JSON.parse(props.data), [props.data])
  const { source, words } = data
  const { refs, drawing, handlers, mini, card, tools, texts, zones, position, now, close, said } = useBoard(
    props,
    data,
  )
  const cities = { homeCity: zones.home.city, viewerCity: zones.viewer.city }
  const chosen = position.item === null ? undefined : texts[position.item]
  const { startexAt, endexAt } = source
  return (
    <section className={styles.board} aria-label={words.chart}>
      <Toolbar words={words} {...cities} {...tools} />
      <div className={styles.middle}>
        <div ref={refs.frame} className={styles.frame}>
          <Plot
            plot={refs.plot}
            track={refs.track}
            {...drawing}
            words={words}
            zones={{ shown: zones[position.zone], home: zones.home }}
            moments={{ now, startexAt, endexAt }}
            handlers={handlers}
          />
          {card.place ? (
            <Card
              {...card}
              place={card.place}
              scene={drawing.scene}
              texts={texts}
              words={words}
              {...cities}
            />
          ) : null}
        </div>
        {chosen ? <Details text={chosen} words={words} {...cities} onClose={close} /> : null}
      </div>
      <Mini {...mini} />
      <p className={styles.said} role="status">
        {said}
      </p>
    </section>
  )
}
