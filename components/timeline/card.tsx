import styles from './card.module.css'
import { TimelineFacts } from './facts'
import type { ItemText } from './item-text'
import { CARD, type CardPlace } from './use-card'
import { type BoardWords, fill } from './words'

export type CardProps = {
  place: CardPlace
  /** How many it stands for; 0 for one item. */
  crowd: number
  /** What is said of the item; of a crowd those of its first. */
  texts: readonly ItemText[]
  words: BoardWords
  homeCity: string
  viewerCity: string
  onStay: () => void
  onLeave: () => void
}

/** What the pointer or the focus is on: an item's three times, or who is in a crowd. */
export function Card({ place, crowd, texts, words, homeCity, viewerCity, onStay, onLeave }: CardProps) {
  const { left, top, above } = place
  const [text] = texts
  if (!text) return null
  return (
    <div
      role="tooltip"
      className={styles.card}
      data-above={above || undefined}
      style={{ left, top, width: CARD }}
      onPointerEnter={onStay}
      onPointerLeave={onLeave}
    >
      <strong dir="auto">{crowd > 0 ? fill(words.crowdTitle, { count: crowd }) : text.title}</strong>
      {crowd === 0 ? (
        <>
          <p>{text.note}</p>
          <TimelineFacts text={text} words={words} homeCity={homeCity} viewerCity={viewerCity} />
        </>
      ) : (
        <ul>
          {texts.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes while it is shown
            <li key={index} dir="auto">
              {one.title} <span>{one.times[0]}</span>
            </li>
          ))}
          {crowd > texts.length ? <li>{fill(words.more, { count: crowd - texts.length })}</li> : null}
        </ul>
      )}
    </div>
  )
}
