import { db } from '@/lib/db'
import { type Actor, accountOf, can, grantsOf } from '@/lib/policy'
import { standingStates, whoMayStand } from '@/lib/shift-writes'
import { type Instant, instantOf, momentOf, resolveMoment, startColumns } from '@/lib/time'
import { SECOND } from '@/lib/time-calendar'
import type { Prisma } from '@/prisma/client/client'

const shiftColumns = {
  id: true,
  title: true,
  crew: true,
  note: true,
  durationSeconds: true,
  team: { select: { name: true, site: { select: { name: true } } } },
  rota: { select: { name: true } },
  ...startColumns,
} as const

/** What the actor stands, in every exercise, by account and by registration; in order of time. */
export async function listOwnDuties(actor: Actor) {
  const account = accountOf(actor)
  if (!account) return []
  const registrations = grantsOf(actor).flatMap(grant =>
    grant.scope === 'own' ? [grant.registrationId] : [],
  )
  const rows = await db.duty.findMany({
    where: {
      AND: [whoMayStand],
      OR: [{ accountId: account.accountId }, { registrationId: { in: registrations } }],
    },
    select: {
      shift: { select: shiftColumns },
      exercise: {
        select: {
          ...{ id: true, code: true, name: true, venue: true },
          ...{ timeZone: true, startexAt: true, endexOffset: true },
        },
      },
    },
  })
  // Whoever is both registered and of the staff stands a shift once.
  const shifts = new Map(
    rows.map(({ shift, exercise: { startexAt, ...exercise } }) => {
      const frame = { startexAt: instantOf(startexAt), timeZone: exercise.timeZone }
      return [shift.id, { ...stood(shift, frame), exercise: { ...exercise, ...frame } }]
    }),
  )
  return [...shifts.values()].sort((a, b) => a.startAt - b.startAt)
}

/** The duties of a delegation's people that are not over yet, the next first: for its contacts and staff. */
export async function listDelegationDuties(
  actor: Actor,
  { exerciseId, participationId }: { exerciseId: string; participationId: string },
  now: Instant,
) {
  if (!can(actor, 'delegation.read', { exerciseId, participationId })) return []
  const rows = await db.duty.findMany({
    where: { exerciseId, registration: { participationId, state: { in: [...standingStates] } } },
    select: {
      id: true,
      shift: { select: shiftColumns },
      registration: { select: { givenName: true, familyName: true } },
      exercise: { select: { timeZone: true, startexAt: true } },
    },
  })
  return rows
    .map(({ id, shift, registration, exercise }) => ({
      ...stood(shift, { startexAt: instantOf(exercise.startexAt), timeZone: exercise.timeZone }),
      dutyId: id,
      person: registration ? `${registration.givenName} ${registration.familyName}` : '',
    }))
    .filter(duty => duty.endAt > now)
    .sort((a, b) => a.startAt - b.startAt || a.person.localeCompare(b.person))
}

function stood(
  shift: Prisma.ShiftGetPayload<{ select: typeof shiftColumns }>,
  frame: { startexAt: Instant; timeZone: string },
) {
  const { id, title, crew, note, team, rota, durationSeconds } = shift
  const startAt = resolveMoment(momentOf(shift, 'start'), frame).at
  return {
    ...{ id, crew, note, startAt, endAt: startAt + durationSeconds * SECOND },
    name: title || rota?.name || team.name,
    place: team.site?.name ?? '',
    team: team.name,
  }
}
