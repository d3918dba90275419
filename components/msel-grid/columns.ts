import type { BuiltInField, InjectField } from '@/lib/injects/rules'
import type { Sort } from '@/lib/injects/views/rules'

export type ColumnId = 'serial' | 'state' | InjectField

/** A column of the list. Built-in ones are called by messages, the exercise's own by their name. */
export type Column = {
  id: ColumnId
  /** in pixels */
  width: number
  /** stays at the left, and cannot be put away */
  fixed?: true
  /** there until somebody puts it away */
  usual?: true
  sort?: Sort
  name?: string
}

const column = (
  id: 'serial' | 'state' | BuiltInField,
  width: number,
  more: Partial<Column> = {},
): Column => ({
  id,
  width,
  ...more,
})
const usual = { usual: true } as const

const builtInColumns: readonly Column[] = [
  column('serial', 84, { fixed: true, sort: 'serial' }),
  column('title', 320, { fixed: true, sort: 'title' }),
  column('start', 288, { ...usual, sort: 'time' }),
  column('waits', 240),
  column('duration', 92, usual),
  column('state', 136, { ...usual, sort: 'state' }),
  column('kind', 128, usual),
  column('storylineId', 190, usual),
  column('incidentId', 170),
  column('from', 190, usual),
  column('to', 190, usual),
  column('deliveryModeId', 120, usual),
  column('controllerId', 160, usual),
  column('reviewerId', 160),
  column('objectives', 140, usual),
  column('phaseId', 150),
  column('tlp', 150, usual),
  column('text', 300),
  column('expectedAction', 260),
  column('measure', 220),
  column('scoreLeast', 90),
  column('scoreMost', 90),
  column('trigger', 220),
  column('scenarioAt', 170),
  column('releasableTo', 150),
  column('keptToKindId', 150),
  column('techniques', 150),
  column('cves', 150),
  column('cwes', 130),
  column('notes', 240),
]

/** Remembers which columns somebody has chosen, and in which order; the server draws the list with them. */
export const columnsCookie = 'msel_columns'

/** All columns of an exercise: ours, and then its own. */
export function columnsWith(own: readonly { id: string; name: string }[]): Column[] {
  return [
    ...builtInColumns,
    ...own.map(({ id, name }): Column => ({ id: `column:${id}`, width: 160, usual: true, name })),
  ]
}

/** The columns to show in their order, as the cookie lists them; the usual ones for whoever has chosen none. */
export function chosenColumns(all: readonly Column[], cookie: string | undefined): Column[] {
  const fixed = all.filter(one => one.fixed)
  if (cookie === undefined) return all.filter(one => one.fixed || one.usual)
  const wanted = cookie.split('.').flatMap(id => all.filter(one => one.id === id && !one.fixed))
  return [...fixed, ...new Set(wanted)]
}
