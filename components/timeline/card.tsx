import { TimelineFacts } from './facts'
import type { ItemText } from './item-text'
import styles from './timeline.module.css'
import { CARD, type CardPlace } from './use-card'
import type { BoardWords } from './words'

export type CardProps = {
  place: CardPlace
  text: ItemText
  words: BoardWords
  homeCity: string
  viewerCity: string
  onStay: () => void
  onLeave: () => void
}

/** The three times of an item at the pointer. */
export function Card({ place, text, words, homeCity, viewerCity, onStay, onLeave }: CardProps) {
  const { left, top, above } = place
  return (
    <div
      role="tooltip"
      className={styles.card}
      data-above={above || undefined}
      style={{ left, top, width: CARD }}
      onPointerEnter={onStay}
      onPointerLeave={onLeave}
    >
      <strong>{text.title}</strong>
      <p>{text.note}</p>
      <TimelineFacts text={text} words={words} homeCity={homeCity} viewerCity={viewerCity} />
    </div>
  )
}
