'use server'

import { action } from '@/lib/action'
import { agreementOf } from '@/lib/consent/rules'
import { changedWithParts, type Needs } from '@/lib/edit'
import { AppError, fieldRefusal, refuseIf } from '@/lib/errors'
import { startexFrame } from '@/lib/exercises/rules'
import { can } from '@/lib/policy'
import { raised, writeParts } from '@/lib/registration-parts'
import { dateOf, type Instant, instantOf, resolveMoment } from '@/lib/time'
import { formatMoment } from '@/lib/time-format'
import { readMoments, type TypedMoment } from '@/lib/time-typed'
import { readAnswers } from '../answers/queries'
import { getDoor } from '../door/queries'
import { editProblem } from '../door/rules'
import { partyOf } from '../rules'
import { conflictsTyped, ownPartProblem, stayProblem } from './rules'
import { editNeedsSchema, fillSchema, type GivenNeeds } from './schema'

const pages = [
  '/delegation/[participationId]',
  '/delegation/[participationId]/people/[registrationId]',
  '/exercises/[code]/registrations',
  '/me',
  '/me/registrations/[registrationId]',
]

const exerciseColumns = {
  ...{ startexAt: true, timeZone: true, consentText: true, consentVersion: true },
} as const

/**
 * Fills in the own part: by the person's account, or by the personal link (`../links/actions`). Saved as far as it goes;
 * finished is what lacks no required answer. Nothing is saved without agreeing to the present text.
 */
export const fillOwn = action({
  name: 'registration.fill',
  input: fillSchema,
  may: (actor, input) => can(actor, 'registration.fill', input),
  run: async ({ tx, now }, { exerciseId, participationId, registrationId, version, opened, ...given }) => {
    const { answers, agree, consentVersion, ...rest } = given
    const { givenName, familyName, nativeName, homeTimeZone, languages } = rest
    const where = { id: registrationId, exerciseId, participationId }
    const door = await getDoor(tx, exerciseId, participationId)
    const parts = { answers: await readAnswers(tx, exerciseId, answers), needs: {} }
    const exercise = await tx.exercise.findUniqueOrThrow({
      where: { id: exerciseId },
      select: exerciseColumns,
    })
    if ((await tx.registration.count({ where })) === 0) throw new AppError('not_found', 'not_found')
    const data = { givenName, familyName, nativeName, homeTimeZone, languages }
    const row = { id: registrationId, owner: exerciseId, version, opened }
    const needs = readNeeds(rest, exercise, now)
    const changed = await typedConflicts(changedWithParts(tx, row, data, { ...parts, needs }), exercise)
    const select = { state: true, agreedVersion: true } as const
    const found = await tx.registration.findFirstOrThrow({ where, select })
    refuseIf(ownPartProblem(door, found.state, now))
    const agreement = agreementOf(found.agreedVersion, exercise)
    const asked = agreement === 'not_yet' || agreement === 'older'
    if (asked && consentVersion !== exercise.consentVersion) throw fieldRefusal('agree', 'consent_changed')
    if (asked && !agree) throw fieldRefusal('agree', 'agree_first')
    const agreed = asked ? { agreedAt: dateOf(now), agreedVersion: exercise.consentVersion } : {}
    const saved = await tx.registration.update({
      where,
      data: { ...changed.data, ...agreed, filledAt: dateOf(now), ...raised },
      select: { version: true },
    })
    await writeParts(tx, { exerciseId, registrationId }, changed, saved.version)
  },
  stale: () => pages,
})

/** What a person needs, written down by those who speak for the delegation or by the registrar. */
export const editNeeds = action({
  name: 'registration.needs',
  input: editNeedsSchema,
  may: (actor, input) =>
    can(actor, 'registration.nominate', input) && can(actor, 'registration.needs', input),
  run: async (
    { tx, actor, now },
    { exerciseId, participationId, registrationId, version, opened, ...given },
  ) => {
    const where = { id: registrationId, exerciseId, participationId }
    const door = await getDoor(tx, exerciseId, participationId)
    refuseIf(editProblem(door, partyOf(actor, participationId), now))
    if ((await tx.registration.count({ where })) === 0) throw new AppError('not_found', 'not_found')
    const exercise = await tx.exercise.findUniqueOrThrow({
      where: { id: exerciseId },
      select: exerciseColumns,
    })
    const row = { id: registrationId, owner: exerciseId, version, opened }
    const parts = { answers: {}, needs: readNeeds(given, exercise, now) }
    const changed = await typedConflicts(changedWithParts(tx, row, {}, parts), exercise)
    const saved = await tx.registration.update({ where, data: raised, select: { version: true } })
    await writeParts(tx, { exerciseId, registrationId }, changed, saved.version)
  },
  stale: () => pages,
})

type Home = { startexAt: Date; timeZone: string }

/** Needs as they are kept. Throws `invalid` beside a moment that is not understood. */
function readNeeds(given: GivenNeeds, exercise: Home, now: Instant): Needs {
  const { diet, accessNeeds, travelNote, arrivalAt, departureAt } = given
  const frame = startexFrame({ startexAt: instantOf(exercise.startexAt), timeZone: exercise.timeZone })
  const typed: Record<string, TypedMoment> = {}
  if (arrivalAt !== null) typed.arrivalAt = { text: arrivalAt, choice: given.arrivalAtChoice }
  if (departureAt !== null) typed.departureAt = { text: departureAt, choice: given.departureAtChoice }
  const moments = readMoments(typed, { frame, timeZone: exercise.timeZone, now })
  const at = (field: 'arrivalAt' | 'departureAt') => {
    const moment = moments[field]
    return moment ? dateOf(resolveMoment(moment, frame).at) : null
  }
  const stay = { arrivalAt: at('arrivalAt'), departureAt: at('departureAt') }
  const problem = stayProblem(stay.arrivalAt, stay.departureAt)
  if (problem) throw fieldRefusal('departureAt', problem)
  return { diet, accessNeeds, travelNote, ...stay }
}

/** A conflict about a moment reads as it is typed, in the exercise's zone. */
async function typedConflicts<T>(edit: Promise<T>, { timeZone }: Home): Promise<T> {
  try {
    return await edit
  } catch (error) {
    if (!(error instanceof AppError) || !error.extra.conflicts) throw error
    const typed = (at: Instant) => formatMoment({ anchor: 'fixed', at, timeZone }, timeZone)
    throw new AppError(error.code, error.reason, { conflicts: conflictsTyped(error.extra.conflicts, typed) })
  }
}
