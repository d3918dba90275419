import { instantOf, momentColumns, resolveMoment } from '@/lib/time'
import { DAY, epochDayAt } from '@/lib/time-calendar'
import type { AccessionState, Exercise, Gate, Participation, Partner } from '../client/client'
import { addAccessions } from './accessions'
import { demoCompanies } from './companies'
import { at, type DemoDates, home } from './moments'
import { type Making, one, put } from './world'

/** The delegations of one exercise. How each came to its state is dated in the year before STARTEX, never later than today. */
export function addParticipations(
  making: Making,
  exercise: Exercise,
  partners: readonly Partner[],
  stateOf: (partner: Partner) => AccessionState,
): Participation[] {
  const { world, random, dates } = making
  const startexAt = instantOf(exercise.startexAt)
  return partners.map(partner => {
    const made = put(world.Participation, {
      id: random.id(),
      exerciseId: exercise.id,
      programmeId: exercise.programmeId,
      partnerId: partner.id,
      state: stateOf(partner),
      version: 1,
    })
    const subject = { partnerId: partner.id, exerciseId: exercise.id, participationId: made.id }
    const from = Math.min(startexAt - 330 * DAY, dates.now - 50 * DAY)
    const to = Math.min(startexAt - 165 * DAY, dates.now)
    addAccessions(making, subject, made.state, from, to)
    return made
  })
}

/** How partners joined the programme itself, over the years before. */
export function addProgrammeAccessions(making: Making, partners: readonly Partner[]): void {
  for (const partner of partners) {
    const years = making.random.whole(2, 7)
    const subject = { partnerId: partner.id, exerciseId: null, participationId: null }
    const from = making.dates.now - years * 365 * DAY
    addAccessions(making, subject, partner.state, from, from + 300 * DAY)
  }
}

/** Nations whose own dates stand in for the exercise's. */
const ownGates: readonly (readonly [string, Gate, number, string, string])[] = [
  ['JPN', 'registration_closes', -35, '17:00', 'Asia/Tokyo'],
  ['KOR', 'edit_deadline', -26, '18:00', 'Asia/Seoul'],
  ['USA', 'registration_closes', -25, '17:00', 'America/New_York'],
]

/** The nation whose registration has closed already, so many days ago. */
const early = { code: 'HRV', days: 6, wall: '18:00', timeZone: 'Europe/Zagreb' } as const

const lateWords = [
  'Named after the parliament had agreed to the mission',
  'Stands in for a colleague who fell ill',
  'The clearance came this week',
]

export function addOwnGates({ world, dates }: Making, delegations: ReadonlyMap<string, Participation>): void {
  const rows = [
    ...ownGates,
    [early.code, 'registration_closes', earlyDay(dates), early.wall, early.timeZone],
  ] as const
  for (const [code, gate, day, wall, timeZone] of rows) {
    const own = one([...delegations], ([partner]) => partner === code)[1]
    put(world.ParticipationGate, {
      exerciseId: own.exerciseId,
      participationId: own.id,
      gate,
      ...momentColumns('start', at(day, wall, timeZone)),
    })
  }
}

/** Whoever was submitted after that says why. Must come after the registrations. */
export function addLateReasons(
  { world, random, dates }: Making,
  delegations: ReadonlyMap<string, Participation>,
): void {
  const own = one([...delegations], ([partner]) => partner === early.code)[1]
  const frame = { startexAt: dates.main, timeZone: home }
  const closedAt = resolveMoment(at(earlyDay(dates), early.wall, early.timeZone), frame).at
  for (const row of world.Registration)
    if (row.participationId === own.id && row.submittedAt && row.submittedAt.getTime() >= closedAt)
      row.lateReason = random.pick(lateWords)
}

function earlyDay({ now, main }: DemoDates): number {
  return epochDayAt(now, home) - epochDayAt(main, home) - early.days
}

export function addCompanies(
  { world, random }: Making,
  delegations: ReadonlyMap<string, Participation>,
): void {
  for (const { partner, name, kind } of demoCompanies) {
    const own = one([...delegations], ([code]) => code === partner)[1]
    put(world.Company, {
      id: random.id(),
      exerciseId: own.exerciseId,
      participationId: own.id,
      kind,
      name,
      version: 1,
    })
  }
}

/** The delegations of an exercise by their partner's code. */
export function byCode(
  partners: readonly Partner[],
  delegations: readonly Participation[],
): Map<string, Participation> {
  return new Map(
    delegations.map(own => [one(partners, partner => partner.id === own.partnerId).code, own] as const),
  )
}
