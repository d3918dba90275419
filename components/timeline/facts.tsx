import styles from './card.module.css'
import type { ItemText } from './item-text'
import { type BoardWords, fill } from './words'

export type FactsProps = { text: ItemText; words: BoardWords; homeCity: string; viewerCity: string }

/** An item's times together, then what else is known of it. */
export function TimelineFacts({ text, words, homeCity, viewerCity }: FactsProps) {
  const [home, viewer, zulu] = text.times
  // Who is at home reads one time, not the same one twice.
  const away = viewerCity === homeCity ? [] : [[fill(words.you, { city: viewerCity }), viewer] as const]
  const times = [[homeCity, home] as const, ...away, [words.zulu, zulu] as const]
  return (
    <dl className={styles.facts}>
      {[...times, ...text.facts].map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
