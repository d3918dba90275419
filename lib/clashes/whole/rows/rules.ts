import { saysOnline } from '@/lib/clashes/whole/places/rules'
import type { Elsewhere, PlanActivity, PlanShift, WholePlan } from '@/lib/clashes/whole/plan/rules'
import type { PlanRows } from '@/lib/plan-rows'
import { gateAt, resolveActivity, resolvePhase } from '@/lib/schedule/rules'
import { usualRest } from '@/lib/shifts/rest/rules'
import { instantOf, momentOf, resolveMoment, type StartexFrame } from '@/lib/time'
import { SECOND } from '@/lib/time-calendar'

/** What moments of these rows are counted from. */
function frameOf({ exercise }: PlanRows): StartexFrame {
  return { startexAt: instantOf(exercise.startexAt), timeZone: exercise.timeZone }
}

/** The plan as it is checked. `frame`: as it is, or as it would be. */
export function planFrom(rows: PlanRows, frame: StartexFrame = frameOf(rows)): WholePlan {
  const play = { startAt: frame.startexAt, endAt: frame.startexAt + rows.exercise.endexOffset * SECOND }
  const busy = groupOf(elsewhereFrom(rows), ({ person }) => person)
  const gates = groupOf(rows.gates, ({ delegationId }) => delegationId)
  return {
    rest: rows.rest ?? usualRest,
    phases: rows.phases.map(phase => {
      const { startAt, endAt } = resolvePhase(
        { start: momentOf(phase, 'start'), end: momentOf(phase, 'end') },
        frame,
      )
      return { id: phase.id, startAt, endAt }
    }),
    activities: activitiesFrom(rows, frame),
    shifts: shiftsFrom(rows, frame),
    people: rows.people.map(({ plays, ...person }) => ({
      ...person,
      play: plays ? play : null,
      elsewhere: (busy.get(person.id) ?? []).map(({ person: _, ...other }) => other),
    })),
    seats: rows.seats,
    delegations: rows.delegations.map(({ teams: _, ...delegation }) => ({
      ...delegation,
      own: (gates.get(delegation.id) ?? []).map(row => ({
        gate: row.gate,
        at: gateAt(row.gate, momentOf(row, 'start'), frame),
      })),
    })),
  }
}

function activitiesFrom(rows: PlanRows, frame: StartexFrame): PlanActivity[] {
  const attendees = groupOf(rows.attendances, ({ activityId }) => activityId)
  return rows.activities.map(row => {
    const { id, kind, gate, phaseId, place, link, durationSeconds, days } = row
    const resolved = resolveActivity({ start: momentOf(row, 'start'), durationSeconds, days }, frame)
    const { startAt, endAt, wholeDays } = resolved
    return {
      ...{ id, kind, gate, phaseId, place, startAt, endAt, wholeDays, online: link || saysOnline(place) },
      invited: invitedTo(row, rows.delegations),
      attendees: (attendees.get(id) ?? []).map(({ person, presence, timeZone }) => ({
        person,
        awayIn: presence === 'remote' ? timeZone : null,
      })),
    }
  })
}

/** A public event invites nobody in particular; a public deadline binds everybody all the same. */
function invitedTo(
  { audience, kind, teamId }: PlanRows['activities'][number],
  delegations: PlanRows['delegations'],
): string[] {
  if (audience === 'staff' || (audience === 'public' && kind !== 'deadline')) return []
  const meant = teamId === null ? delegations : delegations.filter(({ teams }) => teams.includes(teamId))
  return meant.map(({ id }) => id)
}

function shiftsFrom(rows: PlanRows, frame: StartexFrame): PlanShift[] {
  const duties = groupOf(rows.duties, ({ shiftId }) => shiftId)
  return rows.shifts.map(row => {
    const startAt = resolveMoment(momentOf(row, 'start'), frame).at
    const { id, teamId, places, durationSeconds } = row
    const on = (duties.get(id) ?? []).map(({ person, standing }) => ({ person, standing }))
    return { id, teamId, places, startAt, endAt: startAt + durationSeconds * SECOND, duties: on }
  })
}

/** Each in the frame of its own exercise. */
function elsewhereFrom({ elsewhere }: PlanRows): (Elsewhere & { person: string })[] {
  return elsewhere.flatMap(row => {
    const { id, person, what, exercise, timeZone, durationSeconds, days } = row
    const frame = { startexAt: instantOf(row.startexAt), timeZone }
    const { startAt, endAt } = resolveActivity(
      { start: momentOf(row, 'start'), durationSeconds, days },
      frame,
    )
    return endAt === null ? [] : [{ id, person, what, exercise, startAt, endAt }]
  })
}

function groupOf<Row>(rows: readonly Row[], by: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(by(row))
    if (group) group.push(row)
    else groups.set(by(row), [row])
  }
  return groups
}
