import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { PlaceMove, SeatMove } from '@/lib/places'
import { isUnderLeast } from './rules'

/** A pending cut counts as done for whoever is new. */
const limitOf = ({ size, cutTo }: PlaceMove) => cutTo ?? size
const overfull = (place: PlaceMove) => place.n > 0 && place.used + place.n > limitOf(place)

/** The refusal that names the first quota without room, in the order in which they were asked; `ofSeveral` where the
 * people belong to several delegations, so that the nation has to be named too. */
export async function quotaRefusal(
  tx: Tx,
  exerciseId: string,
  places: readonly PlaceMove[],
  { ofSeveral }: { ofSeveral: boolean },
): Promise<AppError> {
  const full = places.find(overfull)
  if (!full) return new AppError('conflict', 'changed_meanwhile')
  const { roleId, siteId, participationId, used, n, cutTo } = full
  const size = limitOf(full)
  const scope = roleId !== null ? 'role' : siteId !== null ? 'site' : 'whole'
  const named =
    roleId !== null
      ? await tx.role.findFirst({ where: { id: roleId, exerciseId }, select: { name: true } })
      : siteId !== null
        ? await tx.site.findFirst({ where: { id: siteId, exerciseId }, select: { name: true } })
        : null
  const numbers = { scope, name: named?.name ?? '', size, used, left: Math.max(0, size - used), wanted: n }
  if (cutTo !== null && used >= cutTo) {
    const nation = ofSeveral ? await nationOf(tx, exerciseId, participationId) : 'none'
    return new AppError('refused', 'quota_is_cut', { params: { ...numbers, nation } })
  }
  if (!ofSeveral) return new AppError('refused', 'quota_full', { params: numbers })
  const nation = await nationOf(tx, exerciseId, participationId)
  return new AppError('refused', 'quota_full_of_nation', { params: { ...numbers, nation } })
}

/** The refusal that names the first seat that is missing or full. */
export async function seatRefusal(tx: Tx, exerciseId: string, seats: readonly SeatMove[]): Promise<AppError> {
  const bad = seats.find(({ n, most, used }) => n > 0 && (most === null || (used ?? 0) + n > most))
  if (!bad) return new AppError('conflict', 'changed_meanwhile')
  const team = await tx.team.findFirst({ where: { id: bad.teamId, exerciseId }, select: { name: true } })
  const role = await tx.role.findFirst({ where: { id: bad.roleId, exerciseId }, select: { name: true } })
  if (!team) return new AppError('not_found', 'not_found')
  const names = { team: team.name, role: role?.name ?? '' }
  if (bad.most === null) return new AppError('refused', 'no_such_seat', { params: names })
  const used = bad.used ?? 0
  const params = { ...names, most: bad.most, used, left: Math.max(0, bad.most - used), wanted: bad.n }
  return new AppError('refused', 'seat_full', { params })
}

/** A seat with fewer people than it needs, as it is named to whoever would leave it so. */
export type ShortSeat = { team: string; role: string; left: number; least: number }

/** Those of the moved seats that are left with fewer people than they need. They are locked by their move. */
export async function listShortSeats(
  tx: Tx,
  exerciseId: string,
  seats: readonly SeatMove[],
): Promise<ShortSeat[]> {
  const short = seats.filter(isUnderLeast)
  if (short.length === 0) return []
  const found = await tx.seat.findMany({
    where: { exerciseId, OR: short.map(({ teamId, roleId }) => ({ teamId, roleId })) },
    select: { used: true, least: true, team: { select: { name: true } }, role: { select: { name: true } } },
    orderBy: [{ team: { name: 'asc' } }, { role: { name: 'asc' } }],
  })
  return found.map(({ used, least, team, role }) => ({ team: team.name, role: role.name, left: used, least }))
}

/** The refusal that names the seats which would fall under their least. */
export function underLeastRefusal(short: readonly ShortSeat[]): AppError {
  const [first] = short
  const list = short.map(({ team, role, left, least }) => `${team}, ${role}: ${left}/${least}`).join(' · ')
  return new AppError('refused', 'under_least', { params: { count: short.length, list, ...first } })
}

async function nationOf(tx: Tx, exerciseId: string, participationId: string): Promise<string> {
  const found = await tx.participation.findFirst({
    where: { id: participationId, exerciseId },
    select: { partner: { select: { code: true } } },
  })
  return found?.partner.code ?? ''
}
