import { useMemo } from 'react'
import type { Instant } from '@/lib/time'
import { itemKinds, type Table } from '@/lib/timeline/columns/rules'
import { extentOf } from '@/lib/timeline/density/rules'
import type { Zones } from '@/lib/timeline/grid/rules'
import { everything, groupings, lanesOf, openLanes } from '@/lib/timeline/lanes/rules'
import { knownOf } from '@/lib/timeline/marks/rules'
import type { Position } from '@/lib/timeline/position/rules'
import { Layouts } from '@/lib/timeline/scene/rules'
import type { Columns } from './board-data'
import type { Content } from './content'
import { keyOf, labelsOf } from './names'
import type { BoardWords } from './words'

type Given = {
  columns: Columns | null
  position: Position
  chosen: readonly string[]
  zones: Zones
  words: BoardWords
  now: Instant
  links: boolean
  phone: boolean
}

/** Over which a lane's name stands on a phone, in pixels. */
const NAME_ROOM = 24

/** What the stage shows, made anew only as far as what it is made of has changed. */
export function useContent({ columns, position, chosen, zones, words, now, links, phone }: Given) {
  const table = columns?.table ?? null
  const said = columns?.said ?? null
  const { lanes: by, kinds, turned, item } = position
  const named = useMemo(() => {
    const { text, widths } = said ? labelsOf(said) : { text: [], widths: new Float32Array(0) }
    return { text, widths, known: table && knownOf(table, at => text[at] ?? '', widths) }
  }, [table, said])
  const layouts = useMemo(() => table && new Layouts(table, named.widths), [table, named])
  const places = useMemo(() => placesOf(table, said?.id ?? []), [table, said])
  const shown = useMemo(() => (table ? shownOf(table, kinds) : new Int32Array(0)), [table, kinds])
  const all = useMemo(() => (table ? lanesOf(table, by, shown) : []), [table, by, shown])
  const lanes = useMemo(() => openLanes(all, new Set(turned)), [all, turned])
  const selected = useMemo(
    () => new Set([...chosen, ...(item ? [item] : [])].flatMap(key => places.get(key) ?? [])),
    [chosen, item, places],
  )
  const extent = useMemo(() => table && extentOf(table), [table])
  const content = useMemo((): Content | null => {
    const { known } = named
    if (!table || !known || !layouts || !extent) return null
    const items = { table, said, places }
    const moments = { now, startexAt: table.startexAt, endexAt: table.endexAt }
    const nameRoom = phone ? NAME_ROOM : 0
    return { ...items, known, layouts, lanes, zones, words, moments, extent, selected, links, nameRoom }
  }, [table, said, places, named, layouts, lanes, zones, words, now, extent, selected, links, phone])
  const offered = useMemo(() => (table ? offers(table) : { groupings: [], kinds: [], links: false }), [table])
  return { content, shown, offered }
}

function placesOf(table: Table | null, ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map(ids.map((id, item) => [keyOf(table?.kind[item] ?? 0, id), item]))
}

function shownOf(table: Table, kinds: Position['kinds']): Int32Array {
  const all = everything(table)
  if (kinds === null) return all
  const wanted = new Set<number>(kinds.map(kind => itemKinds.indexOf(kind)))
  return all.filter(item => wanted.has(table.kind[item] ?? -1))
}

/** The groupings and kinds that this plan has anything of. */
function offers(table: Table) {
  const { lists } = table
  const has = {
    ...{ kind: true, phase: lists.phases.length > 0, team: lists.teams.length > 0 },
    ...{ nation: lists.nations.length > 0, storyline: lists.storylines.length > 0 },
    ...{ controller: lists.controllers.length > 0, role: lists.roles.length > 0 },
    person: lists.people.length > 0,
  }
  const there = new Set(table.kind)
  return {
    groupings: groupings.filter(by => has[by]),
    kinds: itemKinds.filter((_, kind) => there.has(kind)),
    links: table.links.length > 0,
  }
}
