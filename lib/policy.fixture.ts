import type { Actor, Grant, Role } from './policy'

/** The ids that the tests of permissions speak of. */
export const here = {
  programmeId: '00000000-0000-7000-8000-0000000000a0',
  exerciseId: '00000000-0000-7000-8000-0000000000a1',
  participationId: '00000000-0000-7000-8000-0000000000a2',
  registrationId: '00000000-0000-7000-8000-0000000000a3',
  teamId: '00000000-0000-7000-8000-0000000000a4',
} as const

/** Somebody signed in who holds these grants; no rows behind. */
export function actorWith(...grants: Grant[]): Actor {
  return {
    kind: 'account',
    accountId: '00000000-0000-7000-8000-000000000001',
    name: 'Liis Kask',
    email: 'liis.kask@example.org',
    locale: null,
    timeZone: null,
    grants,
  }
}

/** A role as it is usually held, within `here`: staff of the exercise, a delegation's contact, an expert. */
export function usualActor(role: Role): Actor {
  const { exerciseId, participationId, registrationId, teamId } = here
  if (role === 'administrator') return actorWith({ scope: 'platform', role })
  if (role === 'point_of_contact' || role === 'deputy_contact' || role === 'reading_contact') {
    return actorWith({ scope: 'delegation', role, exerciseId, participationId, teamIds: [teamId] })
  }
  if (role === 'expert') {
    return actorWith({ scope: 'own', role, exerciseId, participationId, registrationId, teamId })
  }
  return actorWith({ scope: 'exercise', role, exerciseId })
}
