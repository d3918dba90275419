import { z } from 'zod'
import { emptyAsNull, lineField, optionalLine, seenFields, textField, tick, wholeNumber } from '@/lib/text'
import { choiceField, momentField } from '@/lib/time-typed'

const inExercise = { exerciseId: z.uuid() }
const crewField = wholeNumber(1, 26)
const placesField = wholeNumber(1, 200)
const optionalId = emptyAsNull(z.uuid()).default(null)

/** `start` and `end` as typed, in any notation; lengths too: `8h`, `30 min`. */
const rotaFields = {
  name: lineField(120),
  teamId: z.uuid('required'),
  roleId: optionalId,
  phaseId: optionalId,
  start: momentField,
  startChoice: choiceField,
  end: momentField,
  endChoice: choiceField,
  length: lineField(60),
  handover: optionalLine(60).default(''),
  crews: crewField,
  places: placesField,
}

export const addRotaSchema = z.object({ ...inExercise, ...rotaFields })
export const editRotaSchema = addRotaSchema.extend({ rotaId: z.uuid(), ...seenFields })
/** `withShifts`: its shifts go too; otherwise they stay as they are, each alone. */
export const removeRotaSchema = z.object({ ...inExercise, rotaId: z.uuid(), withShifts: tick })

/** `afresh`: what people have changed goes too. `expects` is what the planner has been shown, in numbers. */
export const makeShiftsSchema = z.object({
  ...inExercise,
  rotaId: z.uuid(),
  afresh: tick,
  expects: z.object({ make: z.int(), remove: z.int(), lost: z.int() }),
})

/** Somebody as lists of people offer them: `registration:<id>` or `account:<id>`. */
const somebodyField = z
  .string({ error: 'required' })
  .regex(/^(registration|account):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'required')
  .transform(text => {
    const [kind, id = ''] = text.split(':')
    return kind === 'account'
      ? { registrationId: null, accountId: id }
      : { registrationId: id, accountId: null }
  })

export const joinCrewSchema = z.object({
  ...inExercise,
  rotaId: z.uuid(),
  crew: crewField,
  who: somebodyField,
})
export const leaveCrewSchema = z.object({ ...inExercise, memberId: z.uuid() })

const shiftFields = {
  title: optionalLine(200).default(''),
  roleId: optionalId,
  crew: emptyAsNull(crewField).default(null),
  start: momentField,
  startChoice: choiceField,
  duration: lineField(60),
  places: placesField,
  note: textField(1000).default(''),
}

/** One of a rota's, or a team's alone. */
export const addShiftSchema = z.object({
  ...inExercise,
  ...shiftFields,
  rotaId: optionalId,
  teamId: z.uuid('required'),
})
export const editShiftSchema = z.object({ ...inExercise, ...shiftFields, shiftId: z.uuid(), ...seenFields })
export const removeShiftSchema = z.object({ ...inExercise, shiftId: z.uuid() })

/** Everybody named stands each of the shifts named. */
export const putOnDutySchema = z.object({
  ...inExercise,
  shiftIds: z.array(z.uuid()).min(1).max(5000),
  who: z.array(somebodyField).min(1, 'required').max(200),
})
export const takeOffDutySchema = z.object({ ...inExercise, dutyIds: z.array(z.uuid()).min(1).max(15_000) })

/** Hours of rest and of duty as they are spoken of; the night as it stands on the wall. */
export const editRestSchema = z.object({
  ...inExercise,
  leastRest: lineField(60),
  mostDuty: lineField(60),
  mostNights: wholeNumber(0, 30),
  nightFrom: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not_a_time_of_day'),
  nightTo: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not_a_time_of_day'),
  version: z.coerce.number().int().min(0),
})
