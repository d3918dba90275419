import { type ItemKind, itemKinds } from '@/lib/timeline/columns/rules'

export type Look = 'phase' | 'bar' | 'shift' | 'diamond' | 'flag' | 'crowd'
/** What colour says second; words and shapes say it first. */
export type Tone = 'accent' | 'good' | 'warn' | 'bad' | 'quiet' | 'social'

const LOOKS: Partial<Record<ItemKind, Look>> = {
  phase: 'phase',
  shift: 'shift',
  registration: 'shift',
  conference: 'diamond',
  deadline: 'flag',
}

const TONES: Partial<Record<ItemKind, Tone>> = {
  phase: 'accent',
  inject: 'accent',
  conference: 'accent',
  shift: 'good',
  registration: 'good',
  deadline: 'warn',
  visit: 'good',
  social: 'social',
}

const looks: readonly Look[] = itemKinds.map(kind => LOOKS[kind] ?? 'bar')
const tones: readonly Tone[] = itemKinds.map(kind => TONES[kind] ?? 'quiet')

export const lookOf = (kind: number): Look => looks[kind] ?? 'bar'
export const toneOf = (kind: number): Tone => tones[kind] ?? 'quiet'

/** The least width of each, in pixels: nothing is so small that it cannot be seen. */
export const LEAST: Record<Look, number> = { phase: 6, bar: 10, shift: 10, diamond: 16, flag: 11, crowd: 28 }
/** What lasts this wide is drawn as what it is: days, not a moment. */
export const WIDE_ENOUGH = 24

/** Whether something stands as a symbol, `wide` pixels long: a moment, or days seen from afar. */
export function isSymbol(look: Look, wide: number): boolean {
  return (look === 'diamond' || look === 'flag') && wide < WIDE_ENOUGH
}
