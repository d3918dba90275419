import { type Clash, type ClashKind, clashKinds } from '@/lib/clashes/whole/plan/rules'
import { isId } from '@/lib/text'
import type { Instant } from '@/lib/time-zones'

export const clashStates = ['open', 'accepted', 'over'] as const
type ClashState = (typeof clashStates)[number]

export type ClashFilter = {
  state: ClashState
  kind: ClashKind | null
  team: string | null
  nation: string | null
}

type Query = Record<string, string | string[] | undefined>

/** What an address asks for; what it cannot mean is left out. */
export function clashFilterOf(query: Query): ClashFilter {
  const id = (value: Query[string]) => (typeof value === 'string' && isId(value) ? value : null)
  return {
    state: clashStates.find(state => state === query.state) ?? 'open',
    kind: clashKinds.find(kind => kind === query.kind) ?? null,
    team: id(query.team),
    nation: id(query.nation),
  }
}

/** The same as an address, without what it does not ask for. */
export function clashAddress(base: string, { state, kind, team, nation }: ClashFilter, page = 1): string {
  const asked = new URLSearchParams()
  if (state !== 'open') asked.set('state', state)
  if (kind) asked.set('kind', kind)
  if (team) asked.set('team', team)
  if (nation) asked.set('nation', nation)
  if (page > 1) asked.set('page', String(page))
  return asked.size === 0 ? base : `${base}?${asked}`
}

/** What has passed can be mended no more. What is about no time in particular never passes. */
export function isOver({ endAt }: Clash, now: Instant): boolean {
  return endAt !== null && endAt <= now
}

/** By kind as they are listed, then by time, what has none first. */
export function inTheirOrder(clashes: readonly Clash[]): Clash[] {
  const place = new Map(clashKinds.map((kind, at) => [kind, at]))
  const rank = ({ kind }: Clash) => place.get(kind) ?? 0
  return clashes.toSorted(
    (a, b) => rank(a) - rank(b) || (a.startAt ?? 0) - (b.startAt ?? 0) || (a.key < b.key ? -1 : 1),
  )
}
