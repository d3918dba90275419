import { db } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { instantOf } from '@/lib/time'

const decidedShown = 20

/** Who asks that the own data go, the oldest first, and what was decided of late; for whoever decides it. */
export async function listDeletionRequests(actor: Actor, exerciseId: string) {
  if (!can(actor, 'registration.decide', { exerciseId })) return null
  const select = {
    id: true,
    askedAt: true,
    note: true,
    decidedAt: true,
    granted: true,
    answer: true,
    decidedBy: { select: { name: true } },
    registration: {
      select: {
        id: true,
        givenName: true,
        familyName: true,
        state: true,
        role: { select: { name: true } },
        participation: { select: { partner: { select: { kind: true, code: true, name: true } } } },
      },
    },
  } as const
  const [open, decided] = await Promise.all([
    db.deletionRequest.findMany({
      where: { exerciseId, decidedAt: null },
      orderBy: { askedAt: 'asc' },
      select,
    }),
    db.deletionRequest.findMany({
      where: { exerciseId, decidedAt: { not: null } },
      orderBy: { decidedAt: 'desc' },
      take: decidedShown,
      select,
    }),
  ])
  const shown = ({ askedAt, decidedAt, ...request }: (typeof open)[number]) => ({
    ...request,
    askedAt: instantOf(askedAt),
    decidedAt: decidedAt === null ? null : instantOf(decidedAt),
  })
  return { open: open.map(shown), decided: decided.map(shown) }
}

export type DeletionRequests = NonNullable<Awaited<ReturnType<typeof listDeletionRequests>>>
export type DeletionLine = DeletionRequests['open'][number]

/** How many wait for an answer. */
export async function countDeletionRequests(actor: Actor, exerciseId: string): Promise<number> {
  if (!can(actor, 'registration.decide', { exerciseId })) return 0
  return db.deletionRequest.count({ where: { exerciseId, decidedAt: null } })
}
