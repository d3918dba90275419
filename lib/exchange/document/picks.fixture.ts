import fc from 'fast-check'
import { momentArbitrary } from './document.fixture'
import type { DocumentMoment } from './schema'

export const count = (most: number) => fc.integer({ min: 0, max: most })
export const small = { minLength: 0, maxLength: 4 }
/** Names that differ, whatever stands in them. */
export const named = (text: string, at: number) => `${text.replace(/[\r\n]/g, '')}-${at}`

/** A moment with a time of day. */
export const timed = momentArbitrary.map(
  (moment): DocumentMoment =>
    moment.anchor === 'dday' ? { ...moment, minute: moment.minute ?? 540 } : moment,
)
export const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })

/** Picks of what is there, each once; none where nothing is. */
export const some = (ids: readonly string[]) => fc.subarray([...ids], { maxLength: Math.min(3, ids.length) })
export const one = (ids: readonly string[]): fc.Arbitrary<string | null> =>
  ids.length === 0 ? fc.constant(null) : optional(fc.constantFrom(...ids))
export const idsOf = (prefix: string, size: number) =>
  Array.from({ length: size }, (_, at) => `${prefix}${at + 1}`)

export const sizes = fc.record({
  ...{ phases: count(3), sites: count(2), kinds: fc.integer({ min: 1, max: 3 }), teams: count(4) },
  ...{ roles: count(3), nations: count(3), storylines: count(3), incidents: count(4), modes: count(2) },
  ...{ personas: count(3), objectives: count(4), columns: count(3), gates: count(3), injects: count(7) },
})
export type Sizes = Parameters<Parameters<(typeof sizes)['map']>[0]>[0]
