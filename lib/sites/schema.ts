import { z } from 'zod'
import { emptyAsNull, lineField, optionalLine, seenFields, tick, wholeNumber } from '@/lib/text'
import { zoneField } from '@/lib/time-typed'

const details = {
  exerciseId: z.uuid(),
  name: lineField(200),
  place: optionalLine(200),
  timeZone: zoneField,
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
  .object({ ...details, siteId: z.uuid(), ...seenFields })
  .refine(remoteHasNoCapacity, { path: ['capacity'], error: 'remote_has_no_capacity' })

export const removeSiteSchema = z.object({ exerciseId: z.uuid(), siteId: z.uuid() })
