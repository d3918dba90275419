import type { Clash, ClashKind } from '@/lib/clashes/whole/plan/rules'

/** What a nation can do something about, or ask for: its people and its deadlines. Seats and rooms are the organisers'. */
const nationKinds: ReadonlySet<ClashKind> = new Set([
  ...(['double_booked', 'booked_elsewhere', 'two_exercises', 'duty_gone', 'duty_unconfirmed'] as const),
  ...(['rest_short', 'duty_long', 'nights_many', 'night_invitation', 'contact_alone'] as const),
])

/**
 * A clash as a nation may know it: of people and delegations its own alone, of others not even how many. Null for what is
 * none of its affair. `people`: its own whom the clash touches.
 */
export function nationClash(clash: Clash, delegationId: string, people: readonly string[]): Clash | null {
  if (!nationKinds.has(clash.kind)) return null
  const own = new Set([...people, delegationId])
  const about = clash.about.filter(
    ({ kind, id }) => (kind !== 'person' && kind !== 'delegation') || own.has(id),
  )
  if (clash.kind !== 'night_invitation') return { ...clash, about }
  return {
    ...clash,
    about: [...about, ...people.map(id => ({ kind: 'person', id }) as const)],
    evidence: { ...clash.evidence, people: people.length, delegations: people.length > 0 ? 0 : 1 },
  }
}
