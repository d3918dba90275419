import { holdsSeat } from '@/lib/registrations/rules'
import { instantOf } from '@/lib/time'
import { DAY } from '@/lib/time-calendar'
import type { Exercise, Participation, Registration, RegistrationState } from '../client/client'
import { type DemoPartner, demoPartners } from './nations'
import { clearanceOf, languagesOf, peopleMaker } from './people'
import { datesFor, diligenceOf, reasonFor, stateFor } from './states'
import type { Places } from './team-rows'
import { capitals, type DemoTeam, hall } from './teams'
import { type Making, one, put } from './world'

type Delegations = ReadonlyMap<string, Participation>

/** Registers every crew of every team. Confirmed people take their team's seats; whom no seat is left for waits. */
export function addExperts(
  making: Making,
  exercise: Exercise,
  teams: readonly DemoTeam[],
  places: Places,
  delegations: Delegations,
): void {
  const { world, random, dates } = making
  const makePerson = peopleMaker(making, exercise.programmeId)
  const diligence = new Map(demoPartners.map(({ code }) => [code, diligenceOf(code, random)]))
  for (const plan of teams) {
    for (const [code, experts] of plan.crew) {
      const partner = one(demoPartners, row => row.code === code)
      const own = one([...delegations], ([key]) => key === code)[1]
      const companies = world.Company.filter(row => row.participationId === own.id)
      for (let n = 0; n < experts; n++) {
        const company = companies.length > 0 && random.chance(0.6) ? random.pick(companies) : null
        const person = makePerson(partner, company, dates.now - 200 * DAY)
        const { email, givenName, familyName, nativeName } = person
        const wanted = stateFor(own.state, diligence.get(code) ?? 0.5, random)
        put(world.Registration, {
          ...placeOf(making, plan, places, partner, wanted),
          id: random.id(),
          exerciseId: exercise.id,
          participationId: own.id,
          personId: person.id,
          companyId: company?.id ?? null,
          email,
          givenName,
          familyName,
          nativeName,
          homeTimeZone: random.pick(partner.zones),
          languages: languagesOf(partner, random),
          clearanceUntilOn: clearanceOf(instantOf(exercise.startexAt), random),
          lateReason: null,
          ...{ filledAt: null, agreedAt: null, agreedVersion: null, erasedAt: null },
        })
      }
    }
  }
}

type Placed = Pick<
  Registration,
  | 'roleId'
  | 'teamId'
  | 'siteId'
  | 'presence'
  | 'state'
  | 'stateAt'
  | 'submittedAt'
  | 'stateReason'
  | 'waitsFor'
  | 'waitGroupId'
  | 'priority'
  | 'version'
>

/** A role of the team, a seat of it where one is due and free, and the site that goes with them. */
function placeOf(
  making: Making,
  plan: DemoTeam,
  places: Places,
  partner: DemoPartner,
  wanted: RegistrationState,
): Placed {
  const { random, dates } = making
  const team = one(places.teams, row => row.name === plan.name)
  const roleName = random.weighted(plan.seats.map(([name, , most]) => [name, most] as const))
  const role = one(places.roles, row => row.name === roleName)
  const seat = one(places.seats, row => row.teamId === team.id && row.roleId === role.id)
  const state = holdsSeat(wanted) && seat.used >= seat.most ? 'waitlisted' : wanted
  if (holdsSeat(state)) seat.used += 1
  const presence = role.presence === 'on_site' && random.chance(0.97) ? 'on_site' : 'remote'
  const site = presence === 'on_site' ? (plan.site ?? hall) : capitalOf(partner)
  return {
    roleId: role.id,
    teamId: state === 'draft' && random.chance(0.6) ? null : team.id,
    siteId:
      presence === 'remote' && random.chance(0.1) ? null : one(places.sites, row => row.name === site).id,
    presence,
    state,
    ...datesFor(state, dates, random),
    stateReason: reasonFor(state, random),
    waitsFor: state === 'waitlisted' ? (holdsSeat(wanted) ? 'seat' : 'decision') : null,
    waitGroupId: null,
    priority: 0,
    version: ['draft', 'submitted', 'endorsed'].indexOf(state) + 1 || 4,
  }
}

/** The remote site whose hours suit a partner. */
function capitalOf({ zones }: DemoPartner): string {
  if (zones[0]?.startsWith('America/')) return capitals.americas
  return /^(Australia|Asia\/(Seoul|Singapore|Tokyo))/.test(zones[0] ?? '')
    ? capitals.pacific
    : capitals.europe
}
