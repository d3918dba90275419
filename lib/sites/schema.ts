import { z } from 'zod'
import { emptyAsNull, lineField, optionalLine, tick, wholeNumber } from '@/lib/text'
import { isTimeZone } from '@/lib/time-zones'

const details = {
  exerciseId: z.uuid(),
  name: lineField(200),
  place: optionalLine(200),
  timeZone: lineField(64).refine(isTimeZone, 'unknown_zone'),
  remote: tick,
  /** people at once; a remote site has none */
  capacity: emptyAsNull(wholeNumber(0, 100_000)),
}

const remoteHasNoCapacity = (site: { remote: boolean; capacity: number | null }) =>
  !(site.remote && site.capacity !== null)

export const addSiteSchema = z
  .object(details)
  .refine(remoteHasNoCapacity, { path: ['capacity'], error: 'remote_has_no_capacity' })

export const editSiteSchema = z
  .object({ ...details, siteId: z.uuid(), version: wholeNumber(1, 2 ** 31 - 1) })
  .refine(remoteHasNoCapacity, { path: ['capacity'], error: 'remote_has_no_capacity' })

export const removeSiteSchema = z.object({ exerciseId: z.uuid(), siteId: z.uuid() })
