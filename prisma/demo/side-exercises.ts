import { holdsPlace, holdsSeat } from '@/lib/registrations/rules'
import { dateOf } from '@/lib/time'
import { DAY, MINUTE } from '@/lib/time-calendar'
import type {
  AccessionState,
  Exercise,
  Participation,
  Partner,
  RegistrationState,
  Series,
} from '../client/client'
import { addParticipations, byCode } from './delegations'
import { demoPhases } from './phases'
import { addExercise } from './programme'
import { demoRoles } from './roles'
import { demoActivities } from './schedule'
import { addSchedule } from './schedule-rows'
import { addPlaces, addTeamNations } from './team-rows'
import { demoSites, demoTeams } from './teams'
import { type Making, one, put } from './world'

export type SideExercise = {
  code: string
  name: string
  status: Exercise['status']
  startexAt: number
  summary: string
  /** which teams of the main exercise it has too */
  teams: (name: string) => boolean
  partners: (index: number) => boolean
  state: AccessionState
  /** how many of the main exercise's experts take part, and how far they are */
  experts: number
  expertState: RegistrationState
}

/** The other exercises of the year: smaller, on the main one's pattern. */
export function addSideExercise(
  making: Making,
  series: Series,
  partners: readonly Partner[],
  side: SideExercise,
): Exercise {
  const { code, name, status, startexAt, summary } = side
  const exercise = addExercise(making, series, { code, name, status, startexAt, summary })
  const teams = demoTeams.filter(team => side.teams(team.name))
  const used = new Set(teams.flatMap(team => team.seats.map(([role]) => role)))
  const roles = demoRoles.filter(role => used.has(role.name))
  const places = addPlaces(making, exercise, { sites: demoSites, roles, teams })
  const activities = demoActivities.filter(({ team }) => !team || side.teams(team))
  addSchedule(making, exercise, demoPhases, activities)
  const joining = partners.filter((_, index) => side.partners(index))
  const delegations = addParticipations(making, exercise, joining, () => side.state)
  addTeamNations(making, teams, places, byCode(partners, delegations))
  for (const own of delegations)
    put(making.world.Quota, {
      id: making.random.id(),
      exerciseId: exercise.id,
      participationId: own.id,
      roleId: null,
      siteId: null,
      size: 25,
      used: 0,
      version: 1,
      cutTo: null,
      cutOn: null,
      cutReason: null,
    })
  return exercise
}

/** Puts experts of the main exercise into a side exercise; after the main one is made. */
export function addSideExperts(making: Making, exercise: Exercise, side: SideExercise): void {
  const { world, random } = making
  const delegations = world.Participation.filter(row => row.exerciseId === exercise.id)
  const seats = world.Seat.filter(row => row.exerciseId === exercise.id)
  let made = 0
  for (let index = 0; made < side.experts; index += 3) {
    const before = world.Registration[index]
    if (!before || before.exerciseId === exercise.id) return
    const own = delegationOf(making, delegations, before.participationId)
    const quota = world.Quota.find(row => row.participationId === own?.id)
    const seat = random.pick(seats)
    const role = one(world.Role, row => row.id === seat.roleId)
    const full = quota === undefined || quota.used >= quota.size || seat.used >= seat.most
    if (
      !own ||
      full ||
      world.Registration.some(row => row.participationId === own.id && row.email === before.email)
    )
      continue
    const latest =
      side.expertState === 'checked_in' ? side.startexAt : Math.min(making.dates.now, side.startexAt)
    const decided = dateOf(latest - random.whole(60, 30 * 60) * MINUTE)
    put(world.Registration, {
      ...before,
      id: random.id(),
      exerciseId: exercise.id,
      participationId: own.id,
      companyId: null,
      roleId: role.id,
      teamId: seat.teamId,
      siteId: null,
      presence: role.presence,
      state: side.expertState,
      submittedAt: side.expertState === 'submitted' ? decided : dateOf(decided.getTime() - 60 * DAY),
      stateAt: decided,
      stateReason: null,
      waitsFor: null,
      waitGroupId: null,
      priority: 0,
      version: side.expertState === 'submitted' ? 2 : 5,
    })
    if (holdsPlace(side.expertState)) quota.used += 1
    if (holdsSeat(side.expertState)) seat.used += 1
    made += 1
  }
}

/** The same partner's delegation in another exercise. */
function delegationOf({ world }: Making, delegations: Participation[], participationId: string) {
  const { partnerId } = one(world.Participation, row => row.id === participationId)
  return delegations.find(row => row.partnerId === partnerId)
}
