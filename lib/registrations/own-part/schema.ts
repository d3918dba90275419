import { z } from 'zod'
import { answersField } from '@/lib/questions/schema'
import { emptyAsNull, seenFields, textField, tick } from '@/lib/text'
import { choiceField, momentField } from '@/lib/time-typed'
import { ownFields } from '../schema'

const onePerson = { exerciseId: z.uuid(), participationId: z.uuid(), registrationId: z.uuid() }

const said = (max: number) => emptyAsNull(textField(max)).transform(text => text || null)

/** What only those see who need it. Moments in any notation, meant in the exercise's zone. */
const needsFields = {
  diet: said(500),
  accessNeeds: said(1000),
  arrivalAt: emptyAsNull(momentField),
  arrivalAtChoice: choiceField,
  departureAt: emptyAsNull(momentField),
  departureAtChoice: choiceField,
  travelNote: said(1000),
}
export type GivenNeeds = z.output<z.ZodObject<typeof needsFields>>

/** The own part as the person fills it in. */
export const fillSchema = z.object({
  ...onePerson,
  ...seenFields,
  ...ownFields,
  ...needsFields,
  answers: answersField,
  agree: tick,
  /** the version of the consent text that stood above the box */
  consentVersion: z.coerce.number().int().min(0).default(0),
})

export const editNeedsSchema = z.object({ ...onePerson, ...seenFields, ...needsFields })
