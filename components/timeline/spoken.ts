import { itemsOf, type Scene } from '@/lib/timeline/scene/rules'
import type { Spot } from '@/lib/timeline/steps/rules'
import type { Slice } from './content'
import type { ItemText } from './item-text'
import { laneName } from './names'
import { type BoardWords, fill } from './words'

/** More of a crowd than these and the card would hide the lanes around it. */
const LISTED = 6
/** More of a crowd than these nobody listens to. */
const NAMED = 3

/** What is said of a mark: the item, or the first of a crowd. */
export function textsOf(scene: Scene, spot: Spot, told: (item: number) => ItemText): ItemText[] {
  const lane = scene.lanes[spot.lane]
  const item = lane?.laid.item[spot.place]
  if (!lane || item === undefined) return []
  const crowd = lane.laid.crowd[spot.place] ?? 0
  return (crowd > 0 ? itemsOf(lane, spot.place).slice(0, LISTED) : [item]).map(told)
}

/** A mark as a screen reader says it. */
export function spokenOf(
  { scene, content }: Slice,
  spot: Spot,
  told: ((item: number) => ItemText) | null,
  words: BoardWords,
): string {
  const lane = scene.lanes[spot.lane]
  if (!lane || !content) return ''
  const name = laneName(lane.lane, content.table, words)
  const where = fill(words.inLane, { lane: name, at: spot.place + 1, count: lane.laid.item.length })
  const texts = told ? textsOf(scene, spot, told) : []
  const [text] = texts
  if (!text) return where
  const crowd = lane.laid.crowd[spot.place] ?? 0
  if (crowd > 0) {
    const titles = texts.slice(0, NAMED).map(({ title }) => title)
    return `${fill(words.crowd, { count: crowd, titles: titles.join(', ') })}. ${words.crowdOpen}. ${where}`
  }
  const seats = text.facts.find(([term]) => term === words.terms.seats)?.[1]
  return [text.title, text.note, text.times[0], seats, where].filter(Boolean).join(', ')
}
