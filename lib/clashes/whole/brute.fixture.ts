/**
 * The checks of the whole plan straight from what they mean, as slow as that is: every instant at which anything begins,
 * every minute of a night, everybody against everything. It judges the quick ones, and is their baseline in the bench.
 */
import { isNight, minuteAt } from '@/lib/clashes/nights/rules'
import { placeOf } from '@/lib/clashes/whole/places/rules'
import { nightOf, type PlanActivity, type PlanPerson, type WholePlan } from '@/lib/clashes/whole/plan/rules'
import { restProblems } from '@/lib/shifts/rest/rules'

type Span = { id: string; startAt: number; endAt: number }
type Found = Map<string, number>

/** By key, the number that matters most. */
export function bruteClashes(plan: WholePlan): Found {
  const found: Found = new Map()
  for (const id of everybody(plan)) ofPerson(plan, id, found)
  for (const shift of plan.shifts) {
    const sure = shift.duties.filter(({ standing }) =>
      ['confirmed', 'checked_in', 'staff'].includes(standing),
    )
    const filled = new Set(sure.map(({ person }) => person)).size
    if (filled < shift.places) found.set(`shift_short:${shift.id}`, shift.places - filled)
  }
  for (const { teamId, roleId, least, used } of plan.seats)
    if (used < least) found.set(`seat_short:${teamId}:${roleId}`, least - used)
  const places = new Set(plan.activities.map(placeOf))
  for (const place of places) {
    if (place === null) continue
    const there = plan.activities.filter(activity => placeOf(activity) === place).map(spanOf)
    for (const [id, untilAt] of twice(there)) found.set(`place_twice:${id}`, untilAt)
  }
  for (const { id, contacts } of plan.delegations) {
    const due = plan.activities.filter(
      ({ kind, gate, invited }) =>
        kind === 'deadline' && gate !== 'registration_opens' && invited.includes(id),
    )
    if (contacts < 2 && due.length > 0) found.set(`contact_alone:${id}`, due.length)
  }
  for (const activity of plan.activities) ofActivity(plan, activity, found)
  return found
}

function everybody({ people, shifts, activities }: WholePlan): Set<string> {
  return new Set([
    ...people.map(({ id }) => id),
    ...shifts.flatMap(({ duties }) => duties.map(({ person }) => person)),
    ...activities.flatMap(({ attendees }) => attendees.map(({ person }) => person)),
  ])
}

const spanOf = ({ id, startAt, endAt }: PlanActivity): Span => ({ id, startAt, endAt: endAt ?? startAt })

/** Who begins each stretch in which two run at once, and its end. Whoever ends at an instant ends before others begin. */
function twice(spans: readonly Span[]): Map<string, number> {
  const stretches = new Map<string, number>()
  const instants = [...new Set(spans.flatMap(({ startAt, endAt }) => [startAt, endAt]))].sort((a, b) => a - b)
  let begun: string | null = null
  for (const [at, instant] of instants.entries()) {
    const still = spans.filter(({ startAt, endAt }) => startAt < instant && instant < endAt)
    const now = spans.filter(({ startAt, endAt }) => startAt <= instant && instant < endAt)
    if (still.length < 2) begun = null
    if (now.length < 2) continue
    begun ??=
      now
        .filter(({ startAt }) => startAt === instant)
        .map(({ id }) => id)
        .sort()[still.length === 0 ? 1 : 0] ?? null
    if (begun !== null) stretches.set(begun, instants[at + 1] ?? instant)
  }
  return stretches
}

function ofPerson(plan: WholePlan, id: string, found: Found): void {
  const person = plan.people.find(one => one.id === id)
  const all = plan.shifts.flatMap(shift =>
    shift.duties.filter(duty => duty.person === id).map(({ standing }) => ({ ...shift, standing })),
  )
  for (const { standing } of all) {
    const theirs = all.filter(one => one.standing === standing).length
    if (['declined', 'withdrawn', 'gone'].includes(standing)) found.set(`duty_gone:${id}:${standing}`, theirs)
    else if (!['confirmed', 'checked_in', 'staff'].includes(standing))
      found.set(`duty_unconfirmed:${id}:${standing}`, theirs)
  }
  const stands = all.filter(({ standing }) => !['declined', 'withdrawn', 'gone'].includes(standing))
  const duties = [...new Map(stands.map(one => [one.id, one])).values()]
  const signedUp = plan.activities
    .filter(({ attendees, endAt }) => endAt !== null && attendees.some(one => one.person === id))
    .map(spanOf)
  for (const [first, untilAt] of twice([...duties, ...signedUp]))
    found.set(`double_booked:${id}:${first}`, untilAt)
  if (person) elsewhere(person, [...duties, ...signedUp], found)
  const spans = duties.map(({ id, startAt, endAt }) => ({ id, shiftId: id, startAt, endAt }))
  for (const { kind, shifts, startAt } of restProblems(spans, plan.rest, person?.timeZone ?? 'UTC'))
    found.set(`${kind}:${id}:${kind === 'rest_short' ? shifts.at(-1) : shifts[0]}`, startAt)
}

const overlap = (a: Omit<Span, 'id'>, b: Omit<Span, 'id'>) => a.startAt < b.endAt && b.startAt < a.endAt

function elsewhere({ id, play, elsewhere }: PlanPerson, mine: readonly Span[], found: Found): void {
  for (const other of elsewhere) {
    const both = other.what === 'play' && play !== null && overlap(play, other)
    if (both && play) found.set(`two_exercises:${id}:${other.id}`, Math.min(play.endAt, other.endAt))
    const met = mine.filter(one => overlap(one, other) && !(both && play && overlap(one, play)))
    if (met.length > 0) found.set(`booked_elsewhere:${id}:${other.id}`, met.length)
  }
}

function ofActivity(plan: WholePlan, activity: PlanActivity, found: Found): void {
  const { id, kind, startAt, phaseId, attendees, invited, online, wholeDays } = activity
  const endAt = activity.endAt ?? startAt
  const own = plan.phases.find(phase => phase.id === phaseId)
  if (own && (startAt < own.startAt || endAt > own.endAt))
    found.set(`activity_outside_own_phase:${id}`, endAt)
  if (
    plan.phases.length > 0 &&
    !own &&
    !plan.phases.some(one => one.startAt <= startAt && startAt <= one.endAt)
  )
    found.set(`activity_outside_phases:${id}`, startAt)
  if (kind === 'deadline' || wholeDays || endAt - startAt >= 86_400_000) return
  const zones = attendees.map(({ awayIn }) => awayIn ?? undefined)
  if (online && attendees.length === 0)
    zones.push(...invited.map(one => plan.delegations.find(({ id }) => id === one)?.timeZone ?? undefined))
  for (const zone of zones) {
    if (zone === undefined) continue
    let awake = true
    for (let at = startAt; awake && (at === startAt || at < endAt); at += 60_000)
      awake = !isNight(minuteAt(at, zone), nightOf(plan.rest))
    if (!awake) found.set(`night_invitation:${id}:${zone}`, zones.filter(one => one === zone).length)
  }
}
