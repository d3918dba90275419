import type { Item } from '@/lib/timeline/lanes/rules'
import { placedId } from '@/lib/timeline/scene/rules'
import { TimelineFacts } from './facts'
import type { ItemText } from './item-text'
import styles from './timeline.module.css'
import { CARD, type CardPlace } from './use-card'
import type { SceneLane } from './use-scene'
import { type BoardWords, fill } from './words'

export type CardProps = {
  place: CardPlace
  scene: readonly SceneLane[]
  texts: Readonly<Record<string, ItemText>>
  words: BoardWords
  homeCity: string
  viewerCity: string
  onStay: () => void
  onLeave: () => void
}

/** More of a crowd than these and the card would hide the lanes around it. */
const LISTED = 6

/** What the pointer or the focus is on: an item's three times, or who is in a crowd. */
export function Card({ place, scene, texts, words, homeCity, viewerCity, onStay, onLeave }: CardProps) {
  const { id, left, top, above } = place
  const text = texts[id]
  const crowd = crowdOf(scene, id)
  if (!text && crowd.length === 0) return null
  return (
    <div
      role="tooltip"
      className={styles.card}
      data-above={above || undefined}
      style={{ left, top, width: CARD }}
      onPointerEnter={onStay}
      onPointerLeave={onLeave}
    >
      <strong>{text?.title ?? fill(words.crowdTitle, { count: crowd.length })}</strong>
      {text ? (
        <>
          <p>{text.note}</p>
          <TimelineFacts text={text} words={words} homeCity={homeCity} viewerCity={viewerCity} />
        </>
      ) : (
        <ul>
          {crowd.slice(0, LISTED).map(item => (
            <li key={item.id}>
              {item.label} <span>{texts[item.id]?.times[0]}</span>
            </li>
          ))}
          {crowd.length > LISTED ? <li aria-hidden="true">…</li> : null}
        </ul>
      )}
    </div>
  )
}

function crowdOf(scene: readonly SceneLane[], id: string): readonly Item[] {
  if (!id.startsWith('crowd:')) return []
  for (const { lane, rows } of scene)
    for (const placed of rows.placed) if (placed.crowd && placedId(lane, placed) === id) return placed.items
  return []
}
