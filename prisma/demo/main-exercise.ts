import type { Exercise, Partner, Programme, Series } from '../client/client'
import { addAccounts } from './accounts'
import { addGatherings } from './attendance'
import { castExpert, linkExpert, nameTwice, spellTwice } from './cast'
import { addCatalogue } from './catalogue'
import { addCompanies, addLateReasons, addOwnGates, addParticipations, byCode } from './delegations'
import { addExperts } from './experts'
import { addExerciseHistory } from './history'
import { demoPartners } from './nations'
import { addOwnParts } from './own-parts'
import { demoPhases } from './phases'
import { addExercise } from './programme'
import { addQuotas } from './quotas'
import { addConfirmations, addJapanHistory } from './registration-history'
import { addDeletionRequests } from './requests'
import { demoRoles } from './roles'
import { addScenario } from './scenario'
import { demoActivities } from './schedule'
import { addSchedule } from './schedule-rows'
import { addPlaces, addTeamNations } from './team-rows'
import { demoSites, demoTeams } from './teams'
import { addWatches } from './watches'
import { type Making, one } from './world'

const summary = `Baltic Lantern is a live-fire exercise in which blue teams defend the networks of a fictional state against a red team, while its legal advisers, spokespeople and decision makers answer for what happens. Forty-one nations take part in seventeen multinational teams, which play from their capitals; control, red, green and yellow sit in Tallinn.

All states, networks and events of the scenario are invented.`

/** The exercise of the demo: in its registration, with everybody in it. */
export function addMainExercise(
  making: Making,
  programme: Programme,
  series: Series,
  partners: readonly Partner[],
  previous: Exercise,
): Exercise {
  const year = new Date(making.dates.main).getUTCFullYear()
  const exercise = addExercise(making, series, {
    code: `BL${year % 100}`,
    name: `Baltic Lantern ${year}`,
    status: 'registration',
    startexAt: making.dates.main,
    clonedFromId: previous.id,
    lateRegistration: true,
    summary,
    version: 4,
  })
  const places = addPlaces(making, exercise, { sites: demoSites, roles: demoRoles, teams: demoTeams })
  addSchedule(making, exercise, demoPhases, demoActivities)
  const stateOf = (partner: Partner) => one(demoPartners, row => row.code === partner.code).state
  const delegations = byCode(partners, addParticipations(making, exercise, partners, stateOf))
  addOwnGates(making, delegations)
  addCompanies(making, delegations)
  addTeamNations(making, demoTeams, places, delegations)
  addExperts(making, exercise, demoTeams, places, delegations)
  addLateReasons(making, delegations)
  castExpert(making, delegations)
  nameTwice(making, delegations)
  spellTwice(making, delegations)
  addQuotas(making, places, delegations)
  addAccounts(making, programme, exercise, delegations)
  linkExpert(making)
  addGatherings(making, exercise)
  addExerciseHistory(making, exercise)
  addJapanHistory(making, exercise)
  addConfirmations(making, exercise)
  addDeletionRequests(making, exercise)
  addOwnParts(making, exercise)
  addScenario(making, exercise)
  addCatalogue(making, exercise, previous)
  addWatches(making, exercise)
  return exercise
}
