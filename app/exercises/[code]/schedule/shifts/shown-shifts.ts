import type { ShownShift } from '@/components/shifts/shift-table'
import type { Actor } from '@/lib/policy'
import { keyOf } from '@/lib/shifts/making/rules'
import type { listShifts } from '@/lib/shifts/queries'
import { listStanding, namePeople } from '@/lib/shifts/rotas/queries'

type Shifts = Awaited<ReturnType<typeof listShifts>>

/** Shifts as a table shows them: with names, and what rest each person breaks there, for whoever may know. */
export async function shownShifts(
  actor: Actor,
  exerciseId: string,
  shifts: Shifts,
  teamNames: ReadonlyMap<string, string> | null = null,
): Promise<ShownShift[]> {
  const people = shifts.flatMap(shift => shift.duties)
  const [names, standing] = await Promise.all([
    namePeople(actor, exerciseId, people),
    people.length === 0 ? [] : listStanding(actor, exerciseId, people),
  ])
  const problems = new Map(standing.map(person => [person.key, person.problems]))
  return shifts.map(({ id, title, crew, teamId, startAt, endAt, places, filled, duties }) => ({
    ...{ id, title, crew, startAt, endAt, places, filled },
    teamName: teamNames?.get(teamId) ?? null,
    duties: duties.map(duty => {
      const key = keyOf(duty)
      const { name = '…', nation = null } = names.get(key) ?? {}
      const broken = (problems.get(key) ?? []).filter(problem => problem.shifts.includes(id))
      const who = duty.accountId === null ? `registration:${key}` : `account:${key}`
      return { id: duty.id, who, name, nation, gone: duty.gone, problems: broken }
    }),
  }))
}
