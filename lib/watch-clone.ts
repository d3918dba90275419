import type { Tx } from './db'
import { insertRows } from './insert-rows'
import { renamed } from './renamed'
import { type Moment, momentColumns, momentOf } from './time'

/** `again`: a moment of the former edition in the next. */
type Cloning = { tx: Tx; fromId: string; exerciseId: string; again: (moment: Moment) => Moment }

/** Watch rotas with their shifts and what rest is asked for; nobody stands them yet. */
export async function cloneWatches({ tx, fromId, exerciseId, again }: Cloning): Promise<void> {
  const anew = (id: string) => renamed(exerciseId, id)
  const where = { exerciseId: fromId }
  const [rotas, shifts, rest] = [
    await tx.rota.findMany({ where }),
    await tx.shift.findMany({ where }),
    await tx.restRules.findMany({ where }),
  ]
  const own = <Row extends { id: string; teamId: string; roleId: string | null }>(row: Row) => ({
    ...row,
    ...{ id: anew(row.id), exerciseId, version: 1 },
    ...{ teamId: anew(row.teamId), roleId: row.roleId && anew(row.roleId) },
  })
  await tx.rota.createMany({
    data: rotas.map(rota => ({
      ...own(rota),
      phaseId: rota.phaseId && anew(rota.phaseId),
      ...momentColumns('start', again(momentOf(rota, 'start'))),
      ...momentColumns('end', again(momentOf(rota, 'end'))),
    })),
  })
  const rows = shifts.map(({ madeVersion, ...shift }) => ({
    ...own(shift),
    rotaId: shift.rotaId && anew(shift.rotaId),
    // What somebody had edited there is edited here too.
    madeVersion: madeVersion === shift.version ? 1 : null,
    ...momentColumns('start', again(momentOf(shift, 'start'))),
  }))
  await insertRows(tx, 'Shift', rows)
  await tx.restRules.createMany({ data: rest.map(rules => ({ ...rules, exerciseId, version: 1 })) })
}
