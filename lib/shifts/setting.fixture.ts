import { type Actor, accountOf } from '@/lib/policy'
import { staffOf } from '@/prisma/actors'
import { makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { makeExercise, makeTeam } from '@/prisma/factories'

export const HOUR = 3600
/** Before STARTEX, Tuesday 13 April 2027, 09:00 in Tallinn. */
export const now = Date.UTC(2026, 10, 22)

/** An exercise with a planner, a team, somebody confirmed in it, and a rota of two crews over the first day as typed. */
export async function setting() {
  const exercise = await makeExercise()
  const planner = await staffOf(exercise, 'planner')
  const team = await makeTeam(exercise)
  const participation = await makeParticipation(exercise)
  const registration = await makeRegistration(participation, { state: 'confirmed', teamId: team.id })
  const rota = {
    exerciseId: exercise.id,
    name: 'EXCON watch',
    teamId: team.id,
    start: 'T+0h',
    end: 'T+24h',
    length: '8h',
    handover: '30 min',
    crews: 2,
    places: 2,
  }
  return { exercise, exerciseId: exercise.id, planner, team, participation, registration, rota }
}

export const accountIdOf = (actor: Actor) => accountOf(actor)?.accountId ?? ''
export const asRegistered = ({ id }: { id: string }) => `registration:${id}`
export const asStaff = (actor: Actor) => `account:${accountIdOf(actor)}`
