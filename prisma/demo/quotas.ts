import { holdsPlace } from '@/lib/registrations/rules'
import { DAY } from '@/lib/time-calendar'
import type { Participation, Quota, Registration } from '../client/client'
import type { Places } from './team-rows'
import { arsenal, hall, riga } from './teams'
import { type Making, one, put } from './world'

/** Places left in the whole delegation, where it is nearly or quite full. */
const left: Record<string, number> = { EST: 4, ISL: 1, JPN: 2, KOR: 1, LUX: 0, SVN: 3 }

/** Places left in one role or at one site. */
const byRole: readonly (readonly [partner: string, role: string, left: number])[] = [
  ['JPN', 'Monitoring analyst', 0],
  ['JPN', 'Digital forensics expert', 1],
  ['EST', 'Exercise controller', 2],
  ['FRA', 'Strategic communications officer', 1],
  ['GBR', 'Legal adviser', 2],
  ['POL', 'Digital forensics expert', 0],
  ['USA', 'Penetration tester', 3],
]
const bySite: readonly (readonly [partner: string, site: string, left: number])[] = [
  ['EST', hall, 6],
  ['USA', hall, 2],
  ['DEU', hall, 1],
  ['GBR', hall, 0],
  ['FIN', arsenal, 3],
  ['EU', riga, 2],
  ['NATO', riga, 4],
  ['LVA', riga, 0],
]

/** A role of which places are being cut: so many people have to go, within so many days. */
const cut = { partner: 'EST', role: 'Exercise controller', people: 2, days: 12 } as const
const cutReason = 'The control room has two desks fewer than planned'

/**
 * The quotas of every delegation: `used` is what its registrations hold, `size` what the demo leaves free above it.
 * Must come after the registrations.
 */
export function addQuotas(
  making: Making,
  places: Places,
  delegations: ReadonlyMap<string, Participation>,
): void {
  const { world, random } = making
  const heldBy = (own: Participation) =>
    world.Registration.filter(row => row.participationId === own.id && holdsPlace(row.state))
  for (const [code, own] of delegations) {
    const used = heldBy(own).length
    const all = world.Registration.filter(row => row.participationId === own.id).length
    const roomy = Math.max(used * (1.04 + 0.3 * random.next()), all * 0.96, 10)
    const free = left[code]
    putQuota(making, own, { used, size: free === undefined ? Math.ceil(roomy / 5) * 5 : used + free })
  }
  const add = (code: string, free: number, scope: { roleId: string } | { siteId: string }) => {
    const own = one([...delegations], ([key]) => key === code)[1]
    const used = heldBy(own).filter(row => fits(row, scope)).length
    return putQuota(making, own, { used, size: used + free, ...scope })
  }
  for (const [code, role, free] of byRole) {
    const quota = add(code, free, { roleId: one(places.roles, row => row.name === role).id })
    if (code === cut.partner && role === cut.role && quota.used >= cut.people)
      Object.assign(quota, {
        cutTo: quota.used - cut.people,
        cutOn: new Date(making.dates.now + cut.days * DAY),
        cutReason,
      })
  }
  for (const [code, site, free] of bySite)
    add(code, free, { siteId: one(places.sites, row => row.name === site).id })
}

function fits(row: Registration, scope: { roleId: string } | { siteId: string }): boolean {
  return 'roleId' in scope ? row.roleId === scope.roleId : row.siteId === scope.siteId
}

function putQuota(
  { world, random }: Making,
  { id: participationId, exerciseId }: Participation,
  quota: Pick<Quota, 'size' | 'used'> & { roleId?: string; siteId?: string },
): Quota {
  return put(world.Quota, {
    id: random.id(),
    exerciseId,
    participationId,
    roleId: null,
    siteId: null,
    version: 1,
    cutTo: null,
    cutOn: null,
    cutReason: null,
    ...quota,
  })
}
