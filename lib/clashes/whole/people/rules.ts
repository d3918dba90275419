import { crowdedStretches, type Task } from '@/lib/clashes/stretches/rules'
import type { Clash, ClashRef, Elsewhere, PlanDuty, PlanPerson } from '@/lib/clashes/whole/plan/rules'
import { type RestRules, restProblems } from '@/lib/shifts/rest/rules'
import type { Instant } from '@/lib/time-zones'

/** What one person has to do in the exercise. A duty is by its shift, of which a person stands one. */
export type Busy = {
  duties: readonly (PlanDuty & Task)[]
  activities: readonly Task[]
}

type Mine = Task & { ref: ClashRef }

/** Everything that is wrong with what one person has to do. `person` is undefined for whoever the plan does not know. */
export function personClashes(
  id: string,
  person: PlanPerson | undefined,
  busy: Busy,
  rest: RestRules,
): Clash[] {
  const of: ClashRef[] = [{ kind: 'person', id }]
  const standing = [unfit(of, busy.duties, 'duty_gone'), unfit(of, busy.duties, 'duty_unconfirmed')].flat()
  // Whoever will not come stands nothing, so that nothing stands in the way of it; whoever is there under two
  // registrations is there once.
  const coming = busy.duties.filter(({ standing }) => !gone.has(standing))
  const duties = [...new Map(coming.map(duty => [duty.id, duty])).values()]
  const mine: Mine[] = [
    ...duties.map(duty => ({ ...duty, ref: { kind: 'shift', id: duty.id } as const })),
    ...busy.activities.map(activity => ({
      ...activity,
      ref: { kind: 'activity', id: activity.id } as const,
    })),
  ]
  const timeZone = person?.timeZone ?? 'UTC'
  return [
    ...doubleBooked(of, mine, timeZone),
    ...(person ? elsewhere(of, mine, person) : []),
    ...standing,
    ...restBroken(of, duties, rest, timeZone),
  ]
}

function doubleBooked(of: readonly ClashRef[], mine: readonly Mine[], timeZone: string): Clash[] {
  const refs = new Map(mine.map(one => [one.id, one.ref]))
  return crowdedStretches(mine, 1).map(({ fromAt, untilAt, pushedBy, most, ids }) => ({
    key: `double_booked:${of[0]?.id}:${pushedBy}`,
    kind: 'double_booked',
    about: [...of, ...ids.flatMap(id => refs.get(id) ?? [])],
    ...{ startAt: fromAt, endAt: untilAt },
    evidence: { fromAt, untilAt, most, count: ids.length, timeZone },
    mend: 'free_person',
  }))
}

/** One for each thing elsewhere, with what it overlaps here; or once that both exercises are played at the same time. */
function elsewhere(of: readonly ClashRef[], mine: readonly Mine[], person: PlanPerson): Clash[] {
  return person.elsewhere.flatMap(other => {
    const exercise = { kind: 'exercise', id: other.exercise } as const
    const about = [...of, exercise]
    const play = other.what === 'play' ? person.play : null
    const both = play && common(play, other)
    const met = mine.flatMap(one => {
      const shared = both && play && common(one, play) ? null : common(one, other)
      return shared ? [{ ref: one.ref, ...shared }] : []
    })
    return [
      ...(both ? [playedTwice(about, both, other, person)] : []),
      ...(met.length > 0 ? [metElsewhere(about, met, other, person)] : []),
    ]
  })
}

type Span = { startAt: Instant; endAt: Instant }

function playedTwice(of: readonly ClashRef[], both: Span, other: Elsewhere, { id }: PlanPerson): Clash {
  return {
    key: `two_exercises:${id}:${other.id}`,
    kind: 'two_exercises',
    about: of,
    ...both,
    evidence: { fromAt: both.startAt, untilAt: both.endAt, exercise: other.exercise },
    mend: 'decide_double',
  }
}

function metElsewhere(
  of: readonly ClashRef[],
  met: readonly (Span & { ref: ClashRef })[],
  other: Elsewhere,
  { id, timeZone }: PlanPerson,
): Clash {
  const fromAt = Math.min(...met.map(({ startAt }) => startAt))
  const untilAt = Math.max(...met.map(({ endAt }) => endAt))
  const refs = met.map(({ ref }) => ref).sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    key: `booked_elsewhere:${id}:${other.id}`,
    kind: 'booked_elsewhere',
    about: [...of, ...refs],
    ...{ startAt: fromAt, endAt: untilAt },
    evidence: { fromAt, untilAt, count: met.length, what: other.what, exercise: other.exercise, timeZone },
    mend: 'ask_elsewhere',
  }
}

function common(a: Span, b: Span): Span | null {
  const startAt = Math.max(a.startAt, b.startAt)
  const endAt = Math.min(a.endAt, b.endAt)
  return startAt < endAt ? { startAt, endAt } : null
}

const gone: ReadonlySet<string> = new Set(['declined', 'withdrawn', 'gone'])
const sure: ReadonlySet<string> = new Set(['confirmed', 'checked_in', 'staff'])

/** Whether somebody who has a duty can be counted on. */
export const isSure = ({ standing }: PlanDuty) => sure.has(standing)

/** One for each standing that is not enough, with the shifts that it leaves open or in doubt. */
function unfit(
  of: readonly ClashRef[],
  duties: Busy['duties'],
  kind: 'duty_gone' | 'duty_unconfirmed',
): Clash[] {
  const byStanding = new Map<string, Busy['duties'][number][]>()
  for (const duty of duties) {
    if (isSure(duty) || gone.has(duty.standing) !== (kind === 'duty_gone')) continue
    byStanding.set(duty.standing, [...(byStanding.get(duty.standing) ?? []), duty])
  }
  return [...byStanding].map(([standing, theirs]) => {
    const inOrder = theirs.toSorted((a, b) => a.startAt - b.startAt || (a.id < b.id ? -1 : 1))
    const startAt = Math.min(...theirs.map(one => one.startAt))
    return {
      key: `${kind}:${of[0]?.id}:${standing}`,
      kind,
      about: [...of, ...inOrder.map(({ id }) => ({ kind: 'shift', id }) as const)],
      ...{ startAt, endAt: Math.max(...theirs.map(({ endAt }) => endAt)) },
      evidence: { standing, count: theirs.length, firstAt: startAt },
      mend: kind === 'duty_gone' ? 'take_off_duty' : 'confirm_or_take_off',
    }
  })
}

const restMends = {
  rest_short: 'move_or_swap',
  duty_long: 'shorten_or_swap',
  nights_many: 'give_day_shift',
} as const

function restBroken(
  of: readonly ClashRef[],
  duties: Busy['duties'],
  rest: RestRules,
  timeZone: string,
): Clash[] {
  const spans = duties.map(({ id, startAt, endAt }) => ({ id, shiftId: id, startAt, endAt }))
  return restProblems(spans, rest, timeZone).map(problem => {
    const { kind, shifts, startAt, endAt, limit } = problem
    return {
      key: `${kind}:${of[0]?.id}:${shifts.at(kind === 'rest_short' ? -1 : 0)}`,
      kind,
      about: [...of, ...shifts.map(id => ({ kind: 'shift', id }) as const)],
      ...{ startAt, endAt },
      evidence: {
        ...{ fromAt: startAt, untilAt: endAt, timeZone },
        ...(problem.kind === 'nights_many'
          ? { nights: problem.nights, limit }
          : { hasMinutes: Math.floor(problem.minutes), limitMinutes: limit }),
      },
      mend: restMends[kind],
    }
  })
}
