import type { StoryMark } from '@/lib/scenario/marks/rules'
import type { StartexFrame } from '@/lib/time'

export type Named = { id: string; name: string }
export type PlaceColumn = Named & {
  kind: 'text' | 'number' | 'choice' | 'choices' | 'date' | 'yes_no' | 'person' | 'team' | 'url'
  choices: readonly string[]
  audience: 'planners' | 'controllers'
}

/** What injects of an exercise may name, and what their times are counted by. */
export type Place = {
  frame: StartexFrame
  marks: readonly StoryMark[]
  storylines: readonly (Named & { number: number; summary: string })[]
  /** in their order within each storyline */
  incidents: readonly (Named & { storylineId: string; summary: string })[]
  modes: readonly Named[]
  personas: readonly (Named & { affiliation: string; note: string })[]
  teams: readonly Named[]
  kinds: readonly Named[]
  roles: readonly Named[]
  phases: readonly Named[]
  objectives: readonly { id: string; number: string; title: string }[]
  columns: readonly PlaceColumn[]
}
