import { z } from 'zod'
import { optionalLine, seenFields, wholeNumber } from '@/lib/text'
import { zoneField } from '@/lib/time-typed'
import { controllerViews, minuteIn } from './rules'

const timeOfDay = optionalLine(10)
  .refine(text => minuteIn(text) !== null, 'not_a_time_of_day')
  .transform(text => minuteIn(text) ?? 0)

export const editScenarioSchema = z.object({
  exerciseId: z.uuid(),
  timeZone: zoneField,
  nightFrom: timeOfDay,
  nightTo: timeOfDay,
  controllerLoad: wholeNumber(1, 1000),
  controllersSee: z.enum(controllerViews, 'required'),
  ...seenFields,
})
