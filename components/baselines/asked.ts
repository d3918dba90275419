import type { Point } from '@/lib/baselines/queries'
import { isId } from '@/lib/text'
import { resolveMoment } from '@/lib/time'
import { type ParseContext, parseMoment } from '@/lib/time-parse'
import type { Asked } from './compare-form'

type Given = Record<string, string | string[] | undefined>

/** What the address asks to compare; without anything the latest baseline with now. */
export function askedOf(given: Given, latest: string | null): Asked {
  const one = (key: string) => [given[key]].flat()[0] ?? ''
  const [from, to] = [one('from'), one('to')]
  return { from: from || (latest ?? 'at'), fromAt: one('fromAt'), to: to || 'now', toAt: one('toAt') }
}

/** The moment meant by one side of the form, `wrong` where it cannot be understood, null where none is given. */
export function pointOf(side: string, typed: string, context: ParseContext): Point | 'wrong' | null {
  if (side === 'now') return 'now'
  if (isId(side)) return { baselineId: side }
  if (side !== 'at') return 'wrong'
  if (typed.trim() === '') return null
  const read = parseMoment(typed, context)
  return read.ok ? { at: resolveMoment(read.moment, context.frame).at } : 'wrong'
}
