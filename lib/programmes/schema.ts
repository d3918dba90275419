import { z } from 'zod'
import { codeField, lineField } from '@/lib/text'
import { zoneField } from '@/lib/time-typed'

export const createProgrammeSchema = z.object({
  code: codeField,
  name: lineField(200),
  host: lineField(200),
  city: lineField(120),
  timeZone: zoneField,
})

export const createSeriesSchema = z.object({
  programmeId: z.uuid('required'),
  code: codeField,
  name: lineField(200),
})
