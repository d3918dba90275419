import type { Placed } from '@/lib/timeline/rows/rules'
import type { ItemText } from './item-text'
import { type BoardWords, fill } from './words'

/** More titles than these and a crowd would be read aloud for a minute. */
const TITLES = 3

/** What a screen reader says at an item: what it is, when at home, and what the picture shows besides. */
export function spokenText(
  placed: Placed,
  texts: Readonly<Record<string, ItemText>>,
  words: BoardWords,
): string {
  if (placed.crowd) {
    const titles = placed.items.slice(0, TITLES).map(item => texts[item.id]?.title ?? item.label)
    const rest = placed.items.length > TITLES ? '…' : ''
    const crowd = fill(words.crowd, { count: placed.items.length, titles: titles.join(', ') + rest })
    return `${crowd}. ${words.crowdOpen}`
  }
  const text = texts[placed.item.id]
  if (!text) return placed.item.label
  const seats = placed.item.shape === 'progress' ? text.facts[0]?.[1] : ''
  return [text.title, text.note, text.times[0], seats].filter(Boolean).join(', ')
}
