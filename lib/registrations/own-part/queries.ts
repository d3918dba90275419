import { db } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import { asWhere, needsRows, registrationRows } from '@/lib/policy-rows'
import { instantOf } from '@/lib/time'
import { getAnswers, listAskedQuestions } from '../answers/queries'
import { getDoor } from '../door/queries'

/** What a person needs, or null for whoever has no business with it; nothing said is a row of nulls. */
export async function getNeeds(actor: Actor, exerciseId: string, registrationId: string) {
  const found = await db.registration.findFirst({
    where: { id: registrationId, exerciseId, AND: [asWhere(needsRows(actor))] },
    select: {
      needs: {
        select: {
          ...{ diet: true, accessNeeds: true, travelNote: true },
          ...{ arrivalAt: true, departureAt: true },
        },
      },
    },
  })
  if (!found) return null
  const { diet = null, accessNeeds = null, travelNote = null } = found.needs ?? {}
  const { arrivalAt = null, departureAt = null } = found.needs ?? {}
  return {
    ...{ diet, accessNeeds, travelNote },
    arrivalAt: arrivalAt && instantOf(arrivalAt),
    departureAt: departureAt && instantOf(departureAt),
  }
}

/** The own part of one registration with all that stands round it, for whoever may read both, or null. */
export async function getOwnPart(actor: Actor, registrationId: string) {
  const found = await db.registration.findFirst({
    where: { id: registrationId, AND: [asWhere(registrationRows(actor))] },
    select: {
      ...{ id: true, version: true, exerciseId: true, participationId: true, state: true, email: true },
      ...{ givenName: true, familyName: true, nativeName: true, homeTimeZone: true, languages: true },
      ...{ presence: true, roleId: true, siteId: true },
      ...{ filledAt: true, agreedAt: true, agreedVersion: true },
      role: { select: { name: true } },
      team: { select: { name: true, kind: { select: { colour: true } } } },
      site: { select: { name: true, place: true, remote: true } },
      participation: { select: { partner: { select: { kind: true, code: true, name: true } } } },
      exercise: {
        select: {
          ...{ code: true, name: true, venue: true, timeZone: true, startexAt: true, endexOffset: true },
          ...{ consentText: true, consentVersion: true, legalBasis: true, legalBasisNote: true },
          ...{ dataController: true, dataContact: true },
        },
      },
    },
  })
  if (!found) return null
  const { exerciseId, participationId, participation, filledAt, agreedAt, exercise, ...row } = found
  const [door, questions, answers, needs] = [
    await getDoor(db, exerciseId, participationId),
    await listAskedQuestions(actor, exerciseId),
    await getAnswers(actor, exerciseId, registrationId),
    await getNeeds(actor, exerciseId, registrationId),
  ]
  if (!needs) return null
  return {
    ...row,
    ids: { exerciseId, participationId, registrationId },
    partner: participation.partner,
    filledAt: filledAt && instantOf(filledAt),
    agreedAt: agreedAt && instantOf(agreedAt),
    exercise: { ...exercise, startexAt: instantOf(exercise.startexAt) },
    ...{ door, questions, answers, needs },
  }
}
export type OwnPart = NonNullable<Awaited<ReturnType<typeof getOwnPart>>>
