import type { Moment } from '@/lib/time'
import { at } from './moments'
import type { Slot } from './story/plan'

export type InjectPlace = { storyline: number; incident: number; place: number; part: Slot['part'] }

const HOUR = 3600

/** Minutes after the incident's opening at that place. */
const after: Record<Slot['part'], number> = { opening: 0, follow: 0, later: 70, answer: 0, aside: 95 }

/** On which day of play each incident falls: two of the five share one. */
const days = [
  [0, 1, 2, 2, 3],
  [0, 0, 1, 2, 3],
] as const

/**
 * When an inject is played by a time of its own, from STARTEX; null where it follows from what it waits for. Incidents
 * come in their order, storylines begin one after the other, places within an incident too.
 */
function offsetOfInject({ storyline, incident, place, part }: InjectPlace): number | null {
  if (part === 'follow' || part === 'answer') return null
  const own = days[storyline % 2] ?? days[0]
  const day = own[incident] ?? 0
  // The last day ends early.
  const pace = day === 3 ? 0.6 : 1
  const second = own[incident - 1] === day ? 45 : 0
  const first = (storyline % 6) * 70 + (storyline >= 6 ? 35 : 0) + second
  // What the red team prepares comes before, never before STARTEX.
  const minutes = part === 'aside' && place === 2 ? first + place * 45 - 40 : first + place * 45 + after[part]
  return day * 24 * HOUR + Math.round((minutes * pace) / 5) * 5 * 60
}

/** Most ride on the exercise clock; a few openings are meant at a wall time, whatever the clock does. */
export function momentOfInject(spot: InjectPlace): Moment | null {
  const offset = offsetOfInject(spot)
  if (offset === null) return null
  const { storyline, incident, place, part } = spot
  if (part === 'opening' && place === 0 && incident === 1 && storyline % 4 === 0) {
    const minute = 9 * 60 + Math.round((offset % (24 * HOUR)) / 60)
    return at(1, `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`)
  }
  return { anchor: 'ttime', offset }
}
