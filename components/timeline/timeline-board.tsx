'use client'

import { lazy, Suspense } from 'react'
import type { BoardProps } from './board-data'
import { Card } from './card'
import { Details } from './details'
import { Finder } from './finder'
import { Ghost } from './ghost'
import { Mini } from './mini'
import { Plot } from './plot'
import { Selection } from './selection'
import styles from './timeline.module.css'
import { Toolbar } from './toolbar'
import barStyles from './toolbar.module.css'
import { useBoard } from './use-board'

/** Moving is for planners, who begin by looking: its dialogs come when they are wanted. */
const Mover = lazy(() => import('./mover'))

/** The whole plan on one axis. Draws what `lib/timeline` lays out, on a canvas that React does not know of. */
export function TimelineBoard(props: BoardProps) {
  const board = useBoard(props)
  const { words, columns, content, stage, refs, slice, zones, focus, card, details } = board
  const cities = { homeCity: zones.home.city, viewerCity: zones.viewer.city }
  const { moving, movable } = board
  const move =
    movable === null ? null : (
      <button type="button" className={barStyles.tool} onClick={() => moving.type(movable)}>
        {words.move}
      </button>
    )
  const empty = columns?.table.count === 0
  return (
    <section className={styles.board} aria-label={words.chart}>
      <Toolbar
        {...{ words, base: props.base, slices: props.slices, slice: props.slice }}
        {...cities}
        {...board.tools}
      >
        <Finder search={board.search} words={words} />
      </Toolbar>
      <div className={styles.middle}>
        <div className={styles.frame}>
          <Plot {...{ refs, slice, words }} {...board.plot}>
            {focus.active ? (
              <button
                key={focus.active.turn}
                ref={focus.element}
                type="button"
                className={styles.item}
                data-item=""
                aria-label={focus.spoken}
                aria-pressed={focus.selected}
                onFocus={focus.onFocus}
                onBlur={focus.onBlur}
              />
            ) : null}
            <Ghost stage={stage} moving={board.moving} />
            {board.band ? <div className={styles.band} style={board.band} aria-hidden="true" /> : null}
          </Plot>
          {columns ? null : (
            <p className={styles.wait} role="status">
              {board.failed ? words.failed : words.loading}
              {board.failed ? (
                <button type="button" className={barStyles.tool} onClick={board.again}>
                  {words.again}
                </button>
              ) : null}
            </p>
          )}
          {empty ? <p className={styles.wait}>{words.empty}</p> : null}
          <noscript>
            <p className={styles.wait}>{words.noScript}</p>
          </noscript>
          {card.place ? <Card {...card} place={card.place} words={words} {...cities} /> : null}
          <Selection
            count={board.chosen.length}
            words={words}
            onFit={board.fitSelection}
            onClear={board.close}
          >
            {move}
          </Selection>
        </div>
        {details ? (
          <Details text={details} words={words} {...cities} onClose={board.closeDetails}>
            <button
              type="button"
              className={barStyles.tool}
              aria-pressed={board.select.on}
              onClick={board.select.turn}
            >
              {words.select}
            </button>{' '}
            {move}
          </Details>
        ) : null}
      </div>
      {props.moves && moving.asked ? (
        <Suspense>
          <Mover
            exerciseId={props.moves.exerciseId}
            viewer={props.viewerKnown ? zones.viewer.timeZone : null}
            asked={moving.asked}
            onClose={moving.done}
            onDone={() => {
              moving.done()
              board.again()
            }}
          />
        </Suspense>
      ) : null}
      <Mini stage={stage} content={content} shown={board.shown} frame={board.mini} />
      <p className={styles.said} role="status">
        {board.said}
      </p>
    </section>
  )
}
