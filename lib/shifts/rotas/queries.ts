import { db } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { asWhere, registrationRows, shiftRows } from '@/lib/policy-rows'
import { standingStates } from '@/lib/shift-writes'
import { readMaking } from '@/lib/shifts/making/queries'
import type { Making, Somebody } from '@/lib/shifts/making/rules'
import { spanOf } from '@/lib/shifts/pattern/rules'
import { frameOf, ownShifts } from '@/lib/shifts/queries'
import { readRestRules, readStanding } from '@/lib/shifts/rest/queries'
import { dutyFigures, restProblems } from '@/lib/shifts/rest/rules'
import { isId } from '@/lib/text'
import { endColumns, type Instant, momentOf, type StartexFrame, startColumns } from '@/lib/time'
import { formatDuration, formatMoment } from '@/lib/time-format'
import type { Prisma } from '@/prisma/client/client'

const rotaColumns = {
  id: true,
  name: true,
  teamId: true,
  roleId: true,
  phaseId: true,
  lengthSeconds: true,
  handoverSeconds: true,
  crews: true,
  places: true,
  version: true,
  team: { select: { name: true, kind: { select: { letter: true, colour: true } } } },
  role: { select: { name: true } },
  phase: { select: { name: true } },
  ...startColumns,
  ...endColumns,
} as const

/** The rotas of whose shifts the actor sees any, for staff and observers all; in the order in which they begin. */
export async function listRotas(actor: Actor, exerciseId: string) {
  const frame = await frameOf(exerciseId)
  if (!frame) return []
  const where = await rotasSeen(actor, exerciseId)
  const rows = await db.rota.findMany({ where: { exerciseId, ...where }, select: rotaColumns })
  return rows
    .map(row => planned(row, frame))
    .sort((a, b) => a.startAt - b.startAt || a.name.localeCompare(b.name))
}

/** One rota with its pattern as it is typed, or null. */
export async function getRota(actor: Actor, exerciseId: string, rotaId: string) {
  const frame = isId(rotaId) ? await frameOf(exerciseId) : null
  if (!frame) return null
  const where = await rotasSeen(actor, exerciseId)
  const row = await db.rota.findFirst({ where: { ...where, id: rotaId, exerciseId }, select: rotaColumns })
  if (!row) return null
  const typed = {
    start: formatMoment(momentOf(row, 'start'), frame.timeZone),
    end: formatMoment(momentOf(row, 'end'), frame.timeZone),
    length: formatDuration(row.lengthSeconds, 'en'),
    handover: row.handoverSeconds === 0 ? '' : formatDuration(row.handoverSeconds, 'en'),
  }
  return { ...planned(row, frame), typed }
}

/** What making a rota's shifts anew would do now, keeping people's work and afresh, for whoever may; else null. */
export async function getMaking(actor: Actor, exerciseId: string, rotaId: string, now: Instant) {
  if (!can(actor, 'schedule.edit', { exerciseId })) return null
  const frame = await frameOf(exerciseId)
  const found = frame && (await readMaking(db, exerciseId, rotaId, { frame, now }))
  if (!found) return null
  const { making, problem } = found
  return { problem: problem?.reason ?? null, keeping: counted(making(false)), afresh: counted(making(true)) }
}

/**
 * How many rotas would want their shifts made anew if STARTEX moved to `to`, and do not now: their watches change by the
 * clock on the wall, and clocks would change in another of their nights. For whoever may move it; else none.
 */
export async function countClockRotas(actor: Actor, exerciseId: string, to: StartexFrame, now: Instant) {
  const from = can(actor, 'exercise.move', { exerciseId }) ? await frameOf(exerciseId) : null
  if (!from) return 0
  // A handful at most: the other rotas are counted in hours, whatever clocks do.
  const rotas = await db.rota.findMany({ where: { exerciseId, startAnchor: 'dday' }, select: { id: true } })
  const asks = async (rotaId: string, frame: StartexFrame) =>
    ((await readMaking(db, exerciseId, rotaId, { frame, now }))?.making(false).relength.length ?? 0) > 0
  const asking = await Promise.all(
    rotas.map(async ({ id }) => (await asks(id, to)) && !(await asks(id, from))),
  )
  return asking.filter(Boolean).length
}

/** Who belongs to the crews of a rota, for staff; `gone`: whose registration was withdrawn or refused since. */
export async function listCrews(actor: Actor, exerciseId: string, rotaId: string) {
  if (!can(actor, 'registration.overview', { exerciseId })) return []
  const rows = await db.crewMember.findMany({
    where: { exerciseId, rotaId },
    select: {
      ...{ id: true, crew: true, registrationId: true, accountId: true },
      registration: { select: { state: true } },
    },
    orderBy: [{ crew: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ registration, ...member }) => ({
    ...member,
    gone: registration !== null && !standingStates.some(state => state === registration.state),
  }))
}

export type PersonName = { name: string; nation: string | null; team: string | null }

/** What people are called, of those whom the actor may know; by the id of their registration or account. */
export async function namePeople(actor: Actor, exerciseId: string, people: readonly Somebody[]) {
  const [registrations, accounts] = await Promise.all([
    db.registration.findMany({
      where: {
        AND: [asWhere(registrationRows(actor))],
        exerciseId,
        id: { in: people.flatMap(one => one.registrationId ?? []) },
      },
      select: personColumns,
    }),
    db.account.findMany({
      where: { id: { in: people.flatMap(one => one.accountId ?? []) } },
      select: { id: true, name: true },
    }),
  ])
  return new Map<string, PersonName>([
    ...registrations.map(row => [row.id, personName(row)] as const),
    ...accounts.map(({ id, name }) => [id, { name, nation: null, team: null }] as const),
  ])
}

/** How much each of these people stands in the whole exercise, and what rest that breaks; of everybody where null. */
export async function listStanding(
  actor: Actor,
  exerciseId: string,
  people: readonly Somebody[] | null = null,
) {
  const frame = await frameOf(exerciseId)
  if (!frame || !can(actor, 'registration.overview', { exerciseId })) return []
  const [rules, standing] = await Promise.all([
    readRestRules(db, exerciseId),
    readStanding(db, exerciseId, frame, people),
  ])
  return [...standing.values()].map(({ spans, ...person }) => ({
    ...person,
    shifts: new Set(spans.map(span => span.shiftId)).size,
    ...dutyFigures(spans, rules, person.timeZone),
    problems: restProblems(spans, rules, person.timeZone),
  }))
}

/** What rest the exercise asks for: everybody in it may know. */
export async function getRest(actor: Actor, exerciseId: string) {
  return can(actor, 'exercise.read', { exerciseId }) ? readRestRules(db, exerciseId) : null
}

const personColumns = {
  id: true,
  givenName: true,
  familyName: true,
  team: { select: { name: true } },
  participation: { select: { partner: { select: { code: true } } } },
} as const

type PersonRow = Prisma.RegistrationGetPayload<{ select: typeof personColumns }>

function personName({ givenName, familyName, team, participation }: PersonRow): PersonName {
  const nation = participation.partner.code
  return { name: `${givenName} ${familyName}`, nation, team: team?.name ?? null }
}

async function rotasSeen(actor: Actor, exerciseId: string): Promise<Prisma.RotaWhereInput> {
  if (can(actor, 'exercise.plan', { exerciseId })) return {}
  const rule = shiftRows(actor, exerciseId, await ownShifts(actor, exerciseId))
  return { shifts: { some: asWhere(rule) } }
}

function planned<Row extends Prisma.RotaGetPayload<{ select: typeof rotaColumns }>>(
  row: Row,
  frame: StartexFrame,
) {
  const { team, role, phase, id, name, teamId, roleId, phaseId, version } = row
  const { lengthSeconds, handoverSeconds, crews, places } = row
  const span = spanOf({ start: momentOf(row, 'start'), end: momentOf(row, 'end') }, frame)
  const pattern = { lengthSeconds, handoverSeconds, crews, places }
  const byWall = row.startAnchor === 'dday'
  return { id, name, teamId, roleId, phaseId, version, team, role, phase, byWall, ...pattern, ...span }
}

function counted({ make, remove, relength, resize, ...rest }: Making) {
  return {
    ...rest,
    relength: relength.length,
    make: make.length,
    remove: remove.length,
    resize: resize.length,
  }
}
