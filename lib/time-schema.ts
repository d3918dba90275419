import { z } from 'zod'
import { type Moment, momentLimits } from './time'
import { isTimeZone } from './time-zones'

const zoneSchema = z.string().max(64, 'unknown_zone').refine(isTimeZone, 'unknown_zone')

function within(least: number, most: number) {
  return z.int('out_of_range').min(least, 'out_of_range').max(most, 'out_of_range')
}

/** A moment as a browser or a file hands it in. Apart from time.ts, so that what only reckons with moments stays light. */
export const momentSchema: z.ZodType<Moment> = z.discriminatedUnion('anchor', [
  z.object({
    anchor: z.literal('fixed'),
    at: within(momentLimits.earliest, momentLimits.latest),
    timeZone: zoneSchema,
  }),
  z.object({
    anchor: z.literal('dday'),
    day: within(-momentLimits.day, momentLimits.day),
    minute: within(0, 1439).nullable(),
    timeZone: zoneSchema,
  }),
  z.object({ anchor: z.literal('ttime'), offset: within(-momentLimits.offset, momentLimits.offset) }),
])
