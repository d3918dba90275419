import { db, type Tx } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { momentOf, optionalMomentOf } from '@/lib/time'
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
  const activity = { select: { title: true } }
  const signUps = await tx.signUp.findMany({ where, include: { activity } })
  const items = await tx.agendaItem.findMany({ where, include: { activity } })
  const legs = await tx.leg.findMany({ where, include: { activity } })
  const rotas = await tx.rota.findMany({ where })
  const shifts = await tx.shift.findMany({
    where,
    include: { rota: { select: { name: true } }, team: { select: { name: true } } },
  })
  const bare = { nation: null, gate: null }
  return [
    ...signUps.flatMap(({ id, activity: { title }, ...row }): PlannedMoment[] => {
      const [opens, closes] = [optionalMomentOf(row, 'opens'), optionalMomentOf(row, 'closes')]
      return [
        ...(opens ? [{ id, what: 'sign_up_opens' as const, title, ...bare, moment: opens }] : []),
        ...(closes ? [{ id, what: 'sign_up_closes' as const, title, ...bare, moment: closes }] : []),
      ]
    }),
    ...items.map(({ id, title, activity, ...row }): PlannedMoment => {
      const name = `${activity.title} · ${title}`
      return { id, what: 'agenda_item', title: name, ...bare, moment: momentOf(row, 'start') }
    }),
    ...legs.map(({ id, fromPlace, toPlace, activity, ...row }): PlannedMoment => {
      const name = `${activity.title} · ${fromPlace === '' ? toPlace : `${fromPlace} → ${toPlace}`}`
      return { id, what: 'leg', title: name, ...bare, moment: momentOf(row, 'start') }
    }),
    ...rotas.flatMap(({ id, name: title, ...row }): PlannedMoment[] => [
      { id, what: 'rota_start', title, ...bare, moment: momentOf(row, 'start') },
      { id, what: 'rota_end', title, ...bare, moment: momentOf(row, 'end') },
    ]),
    ...shifts.map(({ id, title, rota, team, ...row }): PlannedMoment => {
      const name = title || rota?.name || team.name
      return { id, what: 'shift', title: name, ...bare, moment: momentOf(row, 'start') }
    }),
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
