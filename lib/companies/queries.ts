import { db } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import { asWhere, participationRows } from '@/lib/policy-rows'

/** The companies and agencies of a delegation, by name, with how many people belong to each. */
export async function listCompanies(actor: Actor, exerciseId: string, participationId: string) {
  const found = await db.company.findMany({
    where: { exerciseId, participationId, AND: [asWhere(participationRows(actor, 'participationId'))] },
    select: { id: true, kind: true, name: true, version: true, _count: { select: { registrations: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return found.map(({ _count, ...company }) => ({ ...company, people: _count.registrations }))
}
