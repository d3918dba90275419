import { programmeStaffOf } from '@/prisma/actors'
import {
  makeCompany,
  makeParticipation,
  makeQuota,
  makeRegistration,
  makeTeamNation,
} from '@/prisma/delegation-factories'
import {
  factoryDb,
  makeActivity,
  makeExercise,
  makePhase,
  makeRole,
  makeSeat,
  makeSite,
  makeTeam,
  nextNumber,
} from '@/prisma/factories'

export const now = Date.UTC(2027, 5, 1)

/** A closed edition with a nation, a plan and a seat, whoever clones it, and the form for the next one. */
export async function setting() {
  const exercise = await makeExercise({ status: 'closed', venue: 'Hall A', tlp: 'amber', retentionDays: 90 })
  const [site, role, parent] = [await makeSite(exercise), await makeRole(exercise), await makeTeam(exercise)]
  const team = await makeTeam(exercise, { parentId: parent.id, siteId: site.id, kindId: parent.kindId })
  await makeSeat(team, role, { most: 3 })
  const participation = await makeParticipation(exercise)
  await makeTeamNation(team, participation)
  await makeQuota(participation, { size: 7 })
  await makeQuota(participation, { size: 2, roleId: role.id })
  await makeCompany(participation, { name: 'Kaikyo Rail' })
  await makeRegistration(participation, { state: 'confirmed', roleId: role.id, teamId: team.id })
  await factoryDb().participationGate.create({
    data: {
      exerciseId: exercise.id,
      participationId: participation.id,
      gate: 'registration_closes',
      startAnchor: 'ttime',
      startOffset: 0,
    },
  })
  const phase = await makePhase(exercise)
  await makeActivity(exercise, { phaseId: phase.id, teamId: team.id, title: 'Shift' })
  const at = Date.UTC(2027, 2, 1, 10)
  const fixed = { anchor: 'fixed', at, timeZone: 'Europe/Tallinn' } as const
  await makeActivity(exercise, { title: 'Visit', start: fixed })
  const director = await programmeStaffOf({ id: exercise.programmeId }, 'director')
  const form = {
    programmeId: exercise.programmeId,
    fromId: exercise.id,
    code: `NX${nextNumber()}`,
    name: 'Next edition',
    startex: '2028-04-11 09:00',
  }
  return { exercise, director, form }
}
