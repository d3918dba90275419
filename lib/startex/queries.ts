import { db, type Tx } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { momentOf } from '@/lib/time'
import type { PlannedMoment } from './rules'

/** Every planned moment of an exercise, for whoever may move STARTEX. */
export async function listMoments(actor: Actor, exerciseId: string): Promise<PlannedMoment[]> {
  return can(actor, 'exercise.move', { exerciseId }) ? momentsOf(db, exerciseId) : []
}

/** The same inside the transaction of the move. An own date is known as `participationId/gate`. */
export async function momentsOf(tx: Tx, exerciseId: string): Promise<PlannedMoment[]> {
  const where = { exerciseId }
  const partner = { select: { kind: true, code: true, name: true } }
  const phases = await tx.phase.findMany({ where })
  const activities = await tx.activity.findMany({ where })
  const own = await tx.participationGate.findMany({
    where,
    include: { participation: { select: { partner } } },
  })
  return [
    ...phases.flatMap(({ id, name: title, ...row }): PlannedMoment[] => [
      { id, what: 'phase_start', title, nation: null, gate: null, moment: momentOf(row, 'start') },
      { id, what: 'phase_end', title, nation: null, gate: null, moment: momentOf(row, 'end') },
    ]),
    ...activities.map(({ id, title, gate, ...row }): PlannedMoment => {
      return { id, what: 'activity', title, nation: null, gate, moment: momentOf(row, 'start') }
    }),
    ...own.map(({ participationId, participation, gate, ...row }): PlannedMoment => {
      const id = `${participationId}/${gate}`
      const nation = participation.partner
      return { id, what: 'own_date', title: '', nation, gate, moment: momentOf(row, 'start') }
    }),
  ]
}
