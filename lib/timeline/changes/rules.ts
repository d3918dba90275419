import {
  type ItemGroup,
  itemKinds,
  type Link,
  type Lists,
  MOVABLE,
  PINNED,
  type Shapes,
  type TimelineChanges,
  type TimelineItem,
  tableOf,
  WHOLE_DAYS,
  type Words,
} from '@/lib/timeline/columns/rules'

/** Columns as the items that they were made of, with what waits for what. */
export function itemsOf(shapes: Shapes, words: Words): { items: TimelineItem[]; links: Link[] } {
  const table = tableOf(shapes)
  const { lists, sets } = shapes
  const places = new Map(words.place)
  const moments = new Map(words.moment)
  const zones = new Map(words.timeZone)
  const audiences = new Map(words.audience)
  const filled = new Map(shapes.filled.map(([index, ...rest]) => [index, rest]))
  const tones = new Map(shapes.tones)
  const happened = new Map(shapes.happened.map(([index, ...rest]) => [index, rest]))
  const idIn = (list: readonly { id: string }[], place: number | undefined) => list[place ?? -1]?.id ?? null
  const idsIn = (list: readonly { id: string }[], set: number | undefined) =>
    (sets[set ?? -1] ?? []).flatMap(place => list[place]?.id ?? [])
  const items = words.id.map((id, index): TimelineItem => {
    const flags = shapes.flags[index] ?? 0
    const [wanted = 0, there = 0] = filled.get(index) ?? []
    const [beganAt = null, endedAt = null] = happened.get(index) ?? []
    return {
      id,
      kind: itemKinds[shapes.kind[index] ?? 0] ?? 'phase',
      code: words.code[index] ?? '',
      label: words.label[index] ?? '',
      startAt: table.startAt[index] ?? 0,
      endAt: (shapes.length[index] ?? -1) < 0 ? null : (table.endAt[index] ?? 0),
      wholeDays: (flags & WHOLE_DAYS) !== 0,
      pinned: (flags & PINNED) !== 0,
      movable: (flags & MOVABLE) !== 0,
      phaseId: idIn(lists.phases, shapes.phase[index]),
      storylineId: idIn(lists.storylines, shapes.storyline[index]),
      controllerId: idIn(lists.controllers, shapes.controller[index]),
      teamIds: idsIn(lists.teams, shapes.teams[index]),
      roleIds: idsIn(lists.roles, shapes.roles[index]),
      personIds: idsIn(lists.people, shapes.people[index]),
      place: places.get(index) ?? '',
      moment: moments.get(index) ?? '',
      timeZone: zones.get(index) ?? null,
      audience: audiences.get(index) ?? null,
      ...{ places: wanted, filled: there, beganAt, endedAt, tone: tones.get(index) ?? null },
    }
  })
  const links = shapes.links.flatMap(([of, before]): Link[] => {
    const [id, after] = [words.id[of], words.id[before]]
    return id === undefined || after === undefined ? [] : [{ id, after }]
  })
  return { items, links }
}

export const groupOf = ({ kind }: TimelineItem): ItemGroup | 'injects' =>
  kind === 'inject' ? 'injects' : kind === 'shift' ? 'shifts' : 'plan'

type Told = Extract<TimelineChanges, { all: false }>
type Known = { lists: Lists; items: readonly TimelineItem[]; links: readonly Link[] }

/** What is known once changes have been told: the lists of before, and what these name that they did not. */
export function withChanges(known: Known, changes: Told): Known {
  const { groups, removed, frame } = changes
  const told = new Set([...removed, ...changes.items.map(({ id }) => id)])
  const kept = known.items.filter(item => {
    const group = groupOf(item)
    return !told.has(item.id) && (group === 'injects' || !groups.includes(group))
  })
  const items = [...kept, ...changes.items]
  const there = new Set(items.map(({ id }) => id))
  const links = [...known.links.filter(({ id }) => !told.has(id)), ...changes.links]
  return {
    lists: {
      ...frame.lists,
      storylines: joined(known.lists.storylines, frame.lists.storylines),
      controllers: joined(known.lists.controllers, frame.lists.controllers),
      people: peopleOf(known.lists, frame.lists),
    },
    items,
    links: links.filter(({ id, after }) => there.has(id) && there.has(after)),
  }
}

/** Those of before with their new names, and then the new ones. */
function joined<Row extends { id: string }>(before: readonly Row[], now: readonly Row[]): Row[] {
  return [...new Map([...before, ...now].map(row => [row.id, row])).values()]
}

/** People stand in both lists with the places of other nations. */
function peopleOf(before: Lists, now: Lists): Lists['people'] {
  const placeOf = new Map(now.nations.map(({ id }, place) => [id, place]))
  const moved = before.people.map(person => {
    const nation = before.nations[person.nation]?.id
    return { ...person, nation: (nation === undefined ? undefined : placeOf.get(nation)) ?? -1 }
  })
  return joined(moved, now.people)
}
