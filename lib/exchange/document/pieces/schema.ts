import { z } from 'zod'
import { isTimeZone } from '@/lib/time-zones'

export const line = (max: number) => z.string().max(max)
export const id = z.string().min(1).max(80)
export const optionalId = id.nullable().default(null)
export const count = z.int().min(0).max(1_000_000)
export const zone = z.string().max(64).refine(isTimeZone, 'unknown_zone')
export const instant = z.iso.datetime({ precision: 3 })
export const list = <Item extends z.ZodType>(item: Item, most = 100_000) =>
  z.array(item).max(most).default([])

/** As in `lib/time.ts`, with instants as ISO 8601 in UTC and milliseconds. `offset` is in seconds from STARTEX. */
export const documentMomentSchema = z.discriminatedUnion('anchor', [
  z.strictObject({ anchor: z.literal('fixed'), at: instant, timeZone: zone }),
  z.strictObject({
    anchor: z.literal('dday'),
    day: z.int(),
    minute: z.int().min(0).max(1439).nullable(),
    timeZone: zone,
  }),
  z.strictObject({ anchor: z.literal('ttime'), offset: z.int() }),
])
export const optionalMoment = documentMomentSchema.nullable().default(null)
