import { db } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'

/** What an exercise tells of the processing, and how many have agreed to the present text and to an older one. */
export async function getConsent(actor: Actor, exerciseId: string) {
  if (!can(actor, 'question.edit', { exerciseId })) return null
  const found = await db.exercise.findUnique({
    where: { id: exerciseId },
    select: {
      ...{ version: true, consentText: true, consentVersion: true, legalBasis: true },
      ...{ legalBasisNote: true, dataController: true, dataContact: true },
    },
  })
  if (!found) return null
  const groups = await db.registration.groupBy({
    by: ['agreedVersion'],
    where: { exerciseId, agreedVersion: { not: null } },
    _count: true,
  })
  const agreed = (present: boolean) =>
    groups
      .filter(({ agreedVersion }) => (agreedVersion === found.consentVersion) === present)
      .reduce((sum, { _count }) => sum + _count, 0)
  return { ...found, agreedPresent: agreed(true), agreedOlder: agreed(false) }
}
