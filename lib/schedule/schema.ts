import { z } from 'zod'
import { emptyAsNull, lineField, optionalLine, seenFields, textField } from '@/lib/text'
import { choiceField, momentField } from '@/lib/time-typed'
import { activityKinds, audiences, gates } from './kinds/rules'

const inExercise = { exerciseId: z.uuid() }

/** `start` and `end` as typed, in any notation. */
export const phaseFields = {
  name: lineField(200),
  audience: z.enum(audiences, 'required'),
  start: momentField,
  startChoice: choiceField,
  end: momentField,
  endChoice: choiceField,
}

export const activityFields = {
  title: lineField(200),
  kind: z.enum(activityKinds, 'required'),
  audience: z.enum(audiences, 'required'),
  start: momentField,
  startChoice: choiceField,
  /** `3 days`, `90m`, `1h30`; empty for a point in time */
  duration: optionalLine(60).default(''),
  gate: emptyAsNull(z.enum(gates)).default(null),
}

const linkField = optionalLine(500).refine(link => link === '' || isWebAddress(link), 'not_a_link')

/** Only the two schemes that a browser follows without running anything. */
function isWebAddress(link: string): boolean {
  return /^https?:\/\//i.test(link) && URL.canParse(link)
}

const activityMore = {
  description: textField(4000).default(''),
  place: optionalLine(200).default(''),
  link: linkField.default(''),
  phaseId: emptyAsNull(z.uuid()).default(null),
  teamId: emptyAsNull(z.uuid()).default(null),
}

export const addPhaseSchema = z.object({ ...inExercise, ...phaseFields })
export const editPhaseSchema = addPhaseSchema.extend({ phaseId: z.uuid(), ...seenFields })
export const removePhaseSchema = z.object({ ...inExercise, phaseId: z.uuid() })

export const addActivitySchema = z.object({ ...inExercise, ...activityFields, ...activityMore })
export const editActivitySchema = addActivitySchema.extend({ activityId: z.uuid(), ...seenFields })
export const removeActivitySchema = z.object({ ...inExercise, activityId: z.uuid() })
