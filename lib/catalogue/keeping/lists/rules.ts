import { type InjectRow, partyOf } from '@/lib/injects/rules'
import { columnKinds } from '../../content/schema'
import type { Named, Place, PlaceColumn } from '../../place/rules'

type KeptColumn = Omit<PlaceColumn, 'kind'> & { kind: (typeof columnKinds)[number] }

/** The entries of an exercise's lists that the injects name, and how to say those in the document. */
export type Lists = {
  personas: Place['personas'][number][]
  objectives: Place['objectives'][number][]
  columns: KeptColumn[]
  nameOf: (kind: 'mode' | 'phase' | 'kind' | 'team' | 'role' | 'persona', id: string | null) => string | null
  placeOf: (kind: 'incident' | 'objective' | 'column', id: string | null) => number | null
}

/** In an order that depends on names alone: ids are another exercise's tomorrow. */
export function listsOf(rows: readonly InjectRow[], place: Place, incidents: readonly Named[]): Lists {
  const used = new Set(
    rows.flatMap(({ from, to, objectives, values }) => [
      ...[...from, ...to].map(ref => partyOf(ref)?.id ?? ''),
      ...objectives,
      ...Object.keys(values),
    ]),
  )
  const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  const inUse = <Item extends { id: string }>(items: readonly Item[], name: (item: Item) => string) =>
    items.filter(({ id }) => used.has(id)).sort((a, b) => byName(name(a), name(b)))
  const personas = inUse(place.personas, ({ name }) => name)
  const objectives = inUse(place.objectives, ({ title, number }) => `${title}\n${number}`)
  const columns = inUse(place.columns, ({ name }) => name).flatMap((column): KeptColumn[] => {
    const kind = columnKinds.find(known => known === column.kind)
    return kind ? [{ ...column, kind }] : []
  })
  const names = {
    ...{ mode: place.modes, phase: place.phases, kind: place.kinds },
    ...{ team: place.teams, role: place.roles, persona: place.personas },
  }
  const nameIn = new Map(
    Object.entries(names).flatMap(([kind, items]) => items.map(({ id, name }) => [`${kind} ${id}`, name])),
  )
  const lists = { incident: incidents, objective: objectives, column: columns }
  const placeIn = new Map(
    Object.entries(lists).flatMap(([kind, items]) => items.map(({ id }, at) => [`${kind} ${id}`, at])),
  )
  return {
    ...{ personas, objectives, columns },
    nameOf: (kind, id) => nameIn.get(`${kind} ${id}`) ?? null,
    placeOf: (kind, id) => placeIn.get(`${kind} ${id}`) ?? null,
  }
}
