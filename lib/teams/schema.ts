import { z } from 'zod'
import { emptyAsNull, lineField, seenFields, tick, wholeNumber } from '@/lib/text'

const inExercise = { exerciseId: z.uuid() }

const kindDetails = {
  ...inExercise,
  name: lineField(60),
  /** stands beside the colour wherever the colour is shown */
  letter: lineField(4),
  colour: z
    .string('required')
    .regex(/^#[0-9a-fA-F]{6}$/, 'not_a_colour')
    .toLowerCase(),
  /** whether its teams are the training audience */
  trained: tick,
}

export const addTeamKindSchema = z.object(kindDetails)
export const editTeamKindSchema = z.object({ ...kindDetails, kindId: z.uuid(), ...seenFields })
export const removeTeamKindSchema = z.object({ ...inExercise, kindId: z.uuid() })

const teamDetails = {
  ...inExercise,
  kindId: z.uuid('required'),
  parentId: emptyAsNull(z.uuid()),
  siteId: emptyAsNull(z.uuid()),
  number: emptyAsNull(wholeNumber(1, 9999)),
  name: lineField(120),
}

export const addTeamSchema = z.object(teamDetails)
export const editTeamSchema = z.object({ ...teamDetails, teamId: z.uuid(), ...seenFields })
export const removeTeamSchema = z.object({ ...inExercise, teamId: z.uuid() })

/** A numbered row of teams of one kind: BT 01, BT 02, … */
export const addTeamSeriesSchema = z.object({
  ...inExercise,
  kindId: z.uuid('required'),
  siteId: emptyAsNull(z.uuid()),
  /** what stands before the number */
  prefix: lineField(60),
  first: wholeNumber(1, 9999),
  count: wholeNumber(1, 100),
})

export const setTeamNationsSchema = z.object({
  ...inExercise,
  teamId: z.uuid(),
  participationIds: z.array(z.uuid()).max(300, 'too_many'),
})
