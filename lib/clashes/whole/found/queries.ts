import { createHash } from 'node:crypto'
import { keptWhileUnchanged } from '@/lib/clashes/kept/queries'
import { type Clash, type PlanActivity, printOf } from '@/lib/clashes/whole/plan/rules'
import { planFrom } from '@/lib/clashes/whole/rows/rules'
import { clashesOf } from '@/lib/clashes/whole/rules'
import { readPlanRows } from '@/lib/plan-rows'
import type { Instant } from '@/lib/time-zones'

/** A clash, and the teams and delegations that it is about, directly or through somebody of theirs. */
export type Found = {
  clash: Clash
  teams: readonly string[]
  /** Of each delegation, the people whom it touches; none where it is about the delegation itself. */
  delegations: ReadonlyMap<string, readonly string[]>
}

export type Spans = ReadonlyMap<string, { startAt: Instant; endAt: Instant | null }>

/** Everything that is wrong with a plan, and when its shifts and activities are. */
type Looked = { found: readonly Found[]; spans: Spans }

/** Rows that a clash can come from, or go with. */
const tables = [
  ...['Exercise', 'Phase', 'Activity', 'Attendance', 'Shift', 'Duty', 'Seat', 'RestRules', 'Site', 'Team'],
  ...['Registration', 'Person', 'Participation', 'ParticipationGate', 'Partner', 'TeamNation', 'Membership'],
  'DoubleVerdict',
]

/** Everything that is wrong with an exercise's plan as it stands, whoever asks. */
export const clashesIn = keptWhileUnchanged(tables, look)

async function look(exerciseId: string): Promise<Looked> {
  const rows = await readPlanRows(exerciseId)
  if (!rows) return { found: [], spans: new Map() }
  const plan = planFrom(rows)
  const owners = {
    team: new Map([...rows.activities, ...rows.shifts].map(({ id, teamId }) => [id, teamId])),
    delegation: new Map(plan.people.map(({ id, delegationId }) => [id, delegationId])),
    activities: new Map(plan.activities.map(activity => [activity.id, activity])),
  }
  return {
    found: clashesOf(plan).map(clash => placed(clash, owners)),
    spans: new Map(
      [...plan.shifts, ...plan.activities].map(({ id, startAt, endAt }) => [id, { startAt, endAt }]),
    ),
  }
}

type Owners = {
  team: ReadonlyMap<string, string | null>
  delegation: ReadonlyMap<string, string | null>
  activities: ReadonlyMap<string, PlanActivity>
}

function placed(clash: Clash, { team: teamOf, delegation: delegationOf, activities }: Owners): Found {
  const teams = new Set<string>()
  const delegations = new Map<string, string[]>()
  const peopleOf = (id: string) => {
    const people = delegations.get(id) ?? []
    delegations.set(id, people)
    return people
  }
  const person = (id: string) => {
    const delegation = delegationOf.get(id)
    if (delegation) peopleOf(delegation).push(id)
  }
  for (const { kind, id } of clash.about) {
    const team = kind === 'team' ? id : teamOf.get(id)
    if (team) teams.add(team)
    if (kind === 'delegation') peopleOf(id)
    if (kind === 'person') person(id)
  }
  for (const { id } of awakeAt(clash, activities)) person(id)
  return { clash, teams: [...teams], delegations }
}

/** Who joins at night and is counted by the clash without being named. */
function awakeAt({ kind, about, evidence }: Clash, activities: Owners['activities']) {
  if (kind !== 'night_invitation') return []
  const attendees = activities.get(about[0]?.id ?? '')?.attendees ?? []
  return attendees.flatMap(({ person, awayIn }) => (awayIn === evidence.timeZone ? [{ id: person }] : []))
}

/** What is accepted is this clash as it stands, and no other. */
export function fingerprintOf(clash: Clash): string {
  return createHash('sha256').update(printOf(clash)).digest('hex')
}
