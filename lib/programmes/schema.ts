import { z } from 'zod'
import { codeField, lineField } from '@/lib/text'
import { isTimeZone } from '@/lib/time-zones'

export const createProgrammeSchema = z.object({
  code: codeField,
  name: lineField(200),
  host: lineField(200),
  city: lineField(120),
  timeZone: lineField(64).refine(isTimeZone, 'unknown_zone'),
})

export const createSeriesSchema = z.object({
  programmeId: z.uuid('required'),
  code: codeField,
  name: lineField(200),
})
