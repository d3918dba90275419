/** Who of those that wait comes next, when places and seats are free. Pure; `lib/waiting-list.ts` reads and writes. */

/** Somebody who waits. */
export type Waiting = {
  id: string
  participationId: string
  roleId: string
  siteId: string | null
  teamId: string | null
  /** a place of the nation; or a seat of the team, and a place with it */
  waitsFor: 'place' | 'seat'
  /** all of a group, or none */
  groupId: string | null
}

/** How many more a quota takes: of the whole delegation, of one role or at one site. */
export type Room = { participationId: string; roleId: string | null; siteId: string | null; free: number }

/** How many more a team takes in a role, those left out who are endorsed for it already. */
export type SeatRoom = { teamId: string; roleId: string; free: number }

/** Something that takes so many more of those whom it `holds`. */
export type Limit<One> = { free: number; holds: (one: One) => boolean }

/**
 * The ids of those who come in: `entries` are in the order of waiting, and all of one come in or none. Nobody overtakes
 * at a limit for which somebody ahead waits; who waits for something else is passed. Uses the limits up.
 */
export function inTurn<One extends { id: string }>(
  entries: readonly (readonly One[])[],
  limits: readonly Limit<One>[],
  admits: (entry: readonly One[]) => boolean = () => true,
): string[] {
  const shut = new Set<Limit<One>>()
  return entries.flatMap(entry => {
    const needs = limits
      .map(limit => ({ limit, n: entry.filter(limit.holds).length }))
      .filter(({ n }) => n > 0)
    const lacking = needs.filter(({ limit, n }) => limit.free < n)
    if (admits(entry) && lacking.length === 0 && needs.every(({ limit }) => !shut.has(limit))) {
      for (const { limit, n } of needs) limit.free -= n
      return entry.map(({ id }) => id)
    }
    for (const { limit } of lacking) shut.add(limit)
    return []
  })
}

/**
 * The ids of those who come next. `line` is in the order of waiting. Nobody overtakes at a limit for which somebody
 * ahead waits, a whole group included that does not fit yet; who waits for something else is passed. Nobody comes in
 * whose delegation has no quota at all, or whose team has no such seat.
 */
export function nextInLine(
  line: readonly Waiting[],
  rooms: readonly Room[],
  seats: readonly SeatRoom[],
): string[] {
  const limits = [...rooms.map(limitOfRoom), ...seats.map(limitOfSeat)]
  return inTurn(entriesOf(line), limits, entry =>
    entry.every(one => hasQuota(one, rooms) && hasSeat(one, seats)),
  )
}

/** Groups as one entry, at the place of the first of them. */
function entriesOf(line: readonly Waiting[]): Waiting[][] {
  const entries = new Map<string, Waiting[]>()
  for (const one of line) {
    const key = one.groupId ?? one.id
    entries.set(key, [...(entries.get(key) ?? []), one])
  }
  return [...entries.values()]
}

function limitOfRoom({ participationId, roleId, siteId, free }: Room): Limit<Waiting> {
  return {
    free,
    holds: one =>
      one.participationId === participationId &&
      (roleId === null || one.roleId === roleId) &&
      (siteId === null || one.siteId === siteId),
  }
}

function limitOfSeat({ teamId, roleId, free }: SeatRoom): Limit<Waiting> {
  return { free, holds: one => one.waitsFor === 'seat' && one.teamId === teamId && one.roleId === roleId }
}

function hasQuota({ participationId }: Waiting, rooms: readonly Room[]): boolean {
  return rooms.some(room => room.participationId === participationId)
}

function hasSeat({ waitsFor, teamId, roleId }: Waiting, seats: readonly SeatRoom[]): boolean {
  return waitsFor === 'place' || seats.some(seat => seat.teamId === teamId && seat.roleId === roleId)
}
