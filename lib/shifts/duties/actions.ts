'use server'

import { action } from '@/lib/action'
import type { Tx } from '@/lib/db'
import { AppError, fieldRefusal, refuseIf } from '@/lib/errors'
import { lockPlan } from '@/lib/plan-lock'
import { can } from '@/lib/policy'
import { putPeopleOn, standingStates } from '@/lib/shift-writes'
import type { Somebody } from '@/lib/shifts/making/rules'
import { readRestRules, readStanding } from '@/lib/shifts/rest/queries'
import { type RestProblem, restProblems } from '@/lib/shifts/rest/rules'
import { shiftPages } from '@/lib/shifts/rules'
import { joinCrewSchema, leaveCrewSchema, putOnDutySchema, takeOffDutySchema } from '@/lib/shifts/schema'
import { momentOf, resolveMoment, type StartexFrame, startColumns } from '@/lib/time'

/** Takes somebody into a crew, and puts them on all of its shifts. Asked twice it has one effect. */
export const joinCrew = action({
  name: 'crew.join',
  input: joinCrewSchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx }, { exerciseId, rotaId, crew, who }) => {
    const frame = await lockPlan(tx, exerciseId)
    const rota = await tx.rota.findUnique({ where: { id: rotaId, exerciseId }, select: { crews: true } })
    if (!rota) throw new AppError('not_found', 'not_found')
    if (crew > rota.crews) throw fieldRefusal('crew', 'no_such_crew')
    await checkPeople(tx, exerciseId, [who])
    const known = await tx.crewMember.findFirst({
      where: { exerciseId, rotaId, ...who },
      select: { crew: true },
    })
    if (known && known.crew !== crew) throw fieldRefusal('who', 'in_another_crew')
    if (!known) await tx.crewMember.create({ data: { exerciseId, rotaId, crew, ...who } })
    const shifts = await tx.shift.findMany({ where: { exerciseId, rotaId, crew }, select: { id: true } })
    return putOn(tx, { exerciseId, frame }, ids(shifts), [who])
  },
  stale: shiftPages,
})

/** Takes somebody out of a crew and off its shifts that have not begun: those stood stay on record. */
export const leaveCrew = action({
  name: 'crew.leave',
  input: leaveCrewSchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx, now }, { exerciseId, memberId: id }) => {
    const frame = await lockPlan(tx, exerciseId)
    const member = await tx.crewMember.findUnique({ where: { id, exerciseId } })
    if (!member) throw new AppError('not_found', 'not_found')
    const { rotaId, crew, registrationId, accountId } = member
    await tx.crewMember.delete({ where: { id, exerciseId } })
    const shifts = await tx.shift.findMany({
      where: { exerciseId, rotaId, crew },
      select: { id: true, ...startColumns },
    })
    const ahead = shifts.filter(shift => resolveMoment(momentOf(shift, 'start'), frame).at > now)
    const { count } = await tx.duty.deleteMany({
      where: { exerciseId, shiftId: { in: ids(ahead) }, registrationId, accountId },
    })
    return { taken: count }
  },
  stale: shiftPages,
})

/** Puts people on shifts; whoever stands one already stays. Broken rest is told of, and never forbidden. */
export const putOnDuty = action({
  name: 'duty.put_on',
  input: putOnDutySchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx }, { exerciseId, shiftIds, who }) => {
    const frame = await lockPlan(tx, exerciseId)
    const wanted = [...new Set(shiftIds)]
    const known = await tx.shift.count({ where: { exerciseId, id: { in: wanted } } })
    if (known < wanted.length) throw new AppError('not_found', 'not_found')
    await checkPeople(tx, exerciseId, who)
    return putOn(tx, { exerciseId, frame }, wanted, who)
  },
  stale: shiftPages,
})

/** Takes people off shifts; who is off already stays off. */
export const takeOffDuty = action({
  name: 'duty.take_off',
  input: takeOffDutySchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx }, { exerciseId, dutyIds }) => {
    await lockPlan(tx, exerciseId)
    const { count } = await tx.duty.deleteMany({ where: { exerciseId, id: { in: dutyIds } } })
    return { taken: count }
  },
  stale: shiftPages,
})

const ids = (rows: readonly { id: string }[]) => rows.map(row => row.id)

/** Held until the end, so that nobody is withdrawn in between: a registration in a state that may stand, or an account
 * with a part in the exercise. */
async function checkPeople(tx: Tx, exerciseId: string, people: readonly Somebody[]): Promise<void> {
  const registrations = new Set(people.flatMap(one => one.registrationId ?? []))
  const accounts = new Set(people.flatMap(one => one.accountId ?? []))
  const standing = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Registration"
     WHERE "exerciseId" = ${exerciseId}::uuid AND "id" = ANY(${[...registrations]}::uuid[])
       AND "state"::text = ANY(${[...standingStates]})
     ORDER BY "id" FOR SHARE`
  refuseIf(standing.length < registrations.size ? 'not_taking_part' : null)
  const members = await tx.membership.findMany({
    where: {
      accountId: { in: [...accounts] },
      OR: [{ exerciseId }, { programme: { exercises: { some: { id: exerciseId } } } }],
    },
    distinct: ['accountId'],
    select: { accountId: true },
  })
  refuseIf(members.length < accounts.size ? 'not_taking_part' : null)
}

type Broken = Somebody & { problems: RestProblem[] }
/** As much of it as an answer can carry. */
const mostTold = 50

async function putOn(
  tx: Tx,
  { exerciseId, frame }: { exerciseId: string; frame: StartexFrame },
  shiftIds: readonly string[],
  people: readonly Somebody[],
): Promise<{ put: number; broken: Broken[] }> {
  const put = await putPeopleOn(tx, exerciseId, shiftIds, people)
  const rules = await readRestRules(tx, exerciseId)
  const standing = await readStanding(tx, exerciseId, frame, people)
  const given = new Set(shiftIds)
  const broken = [...standing.values()].flatMap(
    ({ registrationId, accountId, timeZone, spans }): Broken[] => {
      const found = restProblems(spans, rules, timeZone)
      const problems = found.filter(problem => problem.shifts.some(id => given.has(id)))
      return problems.length === 0
        ? []
        : [{ registrationId, accountId, problems: problems.slice(0, mostTold) }]
    },
  )
  return { put, broken: broken.slice(0, mostTold) }
}
