import { type Cut, leftToGo } from '@/lib/nations/cuts/rules'
import type { RegistrationWindow } from '@/lib/schedule/rules'
import { calendarDateAt, daysBetween } from '@/lib/time-calendar'
import type { Instant } from '@/lib/time-zones'
import type { RegistrationState } from '../rules'

type Quota = { roleId: string | null; siteId: string | null; size: number; used: number; cut?: Cut | null }
type NamedQuota = Quota & { role?: { name: string } | null; site?: { name: string } | null }
type Team = {
  id: string
  name: string
  seats: readonly { role: { name: string }; least: number; used: number }[]
  others: readonly unknown[]
}

/** What a delegation stands before, as far as its to-do list looks. */
export type Standing = {
  window: RegistrationWindow
  states: Partial<Record<RegistrationState, number>>
  quotas: readonly NamedQuota[]
  teams: readonly Team[]
  /** people who take part and have a required question unanswered */
  unanswered: number
}

export type Deadline = { kind: 'opens' | 'closes' | 'edit'; at: Instant }
export type Task =
  | { kind: 'no_quota' }
  | { kind: 'endorse'; count: number }
  | { kind: 'submit'; count: number }
  | { kind: 'answers'; count: number }
  | { kind: 'seats'; team: string; role: string; missing: number }
  | { kind: 'free'; count: number }
  | { kind: 'cut'; count: number; name: string; cut: Cut }

/** The dates still ahead, the next one first. */
export function deadlinesOf({ opensAt, closesAt, editUntil }: RegistrationWindow, now: Instant): Deadline[] {
  const all: [Deadline['kind'], Instant | null][] = [
    ['opens', opensAt],
    ['closes', closesAt],
    ['edit', editUntil === closesAt ? null : editUntil],
  ]
  return all
    .flatMap(([kind, at]) => (at !== null && at > now ? [{ kind, at }] : []))
    .sort((a, b) => a.at - b.at)
}

/** Calendar days in a zone until the last moment before `at`: 0 on the day itself. */
export function daysUntil(at: Instant, now: Instant, timeZone: string): number {
  return daysBetween(calendarDateAt(now, timeZone), calendarDateAt(at - 1, timeZone))
}

/** What needs doing next: people first, then places that would be lost, at most `most` seats that miss somebody. A team of
 * many nations is nobody's own to fill. */
export function tasksOf({ states, quotas, teams, unanswered }: Standing, most = 3): Task[] {
  const whole = quotas.find(quota => quota.roleId === null && quota.siteId === null)
  const { draft = 0, submitted = 0 } = states
  const free = whole ? sizeOf(whole) - whole.used : 0
  const cuts = quotas.flatMap(({ cut, used, role, site }) =>
    cut
      ? [{ kind: 'cut' as const, count: leftToGo(used, cut), name: role?.name ?? site?.name ?? '', cut }]
      : [],
  )
  const own = teams.filter(team => team.others.length <= 1)
  const seats = own.flatMap(team =>
    team.seats
      .filter(seat => seat.used < seat.least)
      .map(seat => ({
        kind: 'seats' as const,
        team: team.name,
        role: seat.role.name,
        missing: seat.least - seat.used,
      })),
  )
  return [
    ...(whole ? [] : [{ kind: 'no_quota' as const }]),
    ...cuts,
    ...(submitted > 0 ? [{ kind: 'endorse' as const, count: submitted }] : []),
    ...(draft > 0 ? [{ kind: 'submit' as const, count: draft }] : []),
    ...(unanswered > 0 ? [{ kind: 'answers' as const, count: unanswered }] : []),
    ...(draft === 0 && free > 0 ? [{ kind: 'free' as const, count: free }] : []),
    ...seats.sort((a, b) => b.missing - a.missing).slice(0, most),
  ]
}

/** A pending cut counts as done for whoever is new. */
const sizeOf = ({ size, cut }: Quota) => cut?.to ?? size

/** A quota that these people would overrun, or null: the whole delegation's first. Only those without a place count. */
export function shortQuota<Q extends Quota>(
  quotas: readonly Q[],
  people: readonly { roleId: string; siteId: string | null }[],
): { quota: Q; wanted: number; left: number } | null {
  const rank = (quota: Quota) => (quota.roleId === null && quota.siteId === null ? 0 : 1)
  for (const quota of [...quotas].sort((a, b) => rank(a) - rank(b))) {
    const wanted = people.filter(
      person =>
        (quota.roleId === null || quota.roleId === person.roleId) &&
        (quota.siteId === null || quota.siteId === person.siteId),
    ).length
    const left = Math.max(0, sizeOf(quota) - quota.used)
    if (wanted > left) return { quota, wanted, left }
  }
  return null
}
