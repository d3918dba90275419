import { z } from 'zod'
import { lineField, optionalLine, seenFields, textField } from '@/lib/text'
import { choiceField, momentField } from '@/lib/time-typed'

const atActivity = { exerciseId: z.uuid(), activityId: z.uuid() }

export const addLegSchema = z.object({
  ...atActivity,
  /** empty where nobody travels: a meeting at one place */
  fromPlace: optionalLine(200).default(''),
  toPlace: lineField(200),
  start: momentField,
  startChoice: choiceField,
  duration: optionalLine(60).default(''),
  hosts: optionalLine(500).default(''),
  transport: optionalLine(200).default(''),
  note: textField(1000).default(''),
})
export const editLegSchema = addLegSchema.extend({ legId: z.uuid(), ...seenFields })
export const removeLegSchema = z.object({ ...atActivity, legId: z.uuid() })
