import type { InjectState, Tlp } from '../client/client'
import type { InjectWords } from './injects-text'
import type { InjectPlace } from './injects-times'
import type { Random } from './random'

/** Storylines were begun one after the other: the first are agreed on, the last are drafts. */
export function states(random: Random, storyline: number): { state: InjectState; reviewed: boolean } {
  const weights: readonly (readonly [InjectState, number])[] =
    storyline < 3
      ? [
          ['synchronised', 6],
          ['approved', 4],
        ]
      : storyline < 6
        ? [
            ['approved', 8],
            ['review', 2],
          ]
        : storyline < 9
          ? [
              ['review', 6],
              ['draft', 4],
            ]
          : [
              ['draft', 9],
              ['review', 1],
            ]
  const state = random.weighted(weights)
  return { state, reviewed: state !== 'draft' }
}

/** What the public reads anyway is clear; what the red team prepares stays close; attribution is closest. */
export function tlpOf({ mode, red }: InjectWords, { storyline, incident, part }: InjectPlace): Tlp {
  if (red) return 'amber_strict'
  if (storyline === 10 && incident === 1 && part === 'opening') return 'red'
  if (mode === 'N' || mode === 'S') return 'clear'
  return mode === 'O' || mode === 'R' ? 'amber' : 'green'
}
