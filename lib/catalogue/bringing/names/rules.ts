import { folded } from '@/lib/rosters/fields/rules'
import type { CatalogueContent } from '../../content/schema'
import type { Named, Place } from '../../place/rules'

const nameKinds = [
  ...(['incident', 'mode', 'persona', 'team', 'role', 'phase', 'kind', 'objective', 'column'] as const),
] as const
type NameKind = (typeof nameKinds)[number]

/** A name that the injects of an entry use; `key` says which in an address or a form. */
export type Naming = { key: string; kind: NameKind; name: string; injects: number }

/**
 * What becomes of it here: `matched` by name, `chosen` by a person, `made` anew, or `left` in the notes. `options`: what
 * could be chosen.
 */
export type Match = Naming & {
  fate: 'matched' | 'chosen' | 'made' | 'left'
  id: string | null
  options: Named[]
}

/** Every name in an entry, in an order that only its content decides. */
function namesIn(content: CatalogueContent): Naming[] {
  const counts = new Map<string, Omit<Naming, 'key'>>()
  const count = (kind: NameKind, name: string | null | undefined, injects = 1) => {
    if (name === null || name === undefined) return
    const known = counts.get(`${kind} ${name}`)
    counts.set(`${kind} ${name}`, { kind, name, injects: (known?.injects ?? 0) + injects })
  }
  for (const { name } of content.incidents) count('incident', name, 0)
  for (const { incident, mode, from, to, phase, keptToKind, objectives, values } of content.injects) {
    count('incident', content.incidents[incident ?? -1]?.name)
    count('mode', mode)
    for (const party of new Map([...from, ...to].map(one => [`${one.kind} ${one.name}`, one])).values())
      count(party.kind, party.name)
    count('phase', phase)
    count('kind', keptToKind)
    for (const at of objectives) count('objective', content.objectives[at]?.title)
    for (const { column: at, value } of values) {
      const column = content.columns[at]
      count('column', column?.name)
      if (column?.kind === 'team') count('team', value)
    }
  }
  const found = [...counts.values()]
  return nameKinds.flatMap(kind =>
    found.filter(naming => naming.kind === kind).map((naming, at) => ({ ...naming, key: `${kind}-${at}` })),
  )
}

type Where = { storylineId: string | null; choices: Readonly<Record<string, string>> }

/** What each name is here. Modes, personas and incidents that are missing are made, with ids of `newId`. */
export function matchesOf(
  content: CatalogueContent,
  place: Place,
  { storylineId, choices }: Where,
  newId: () => string,
): Match[] {
  const known = knownIn(content, place, storylineId)
  return namesIn(content).map(naming => {
    const items = known(naming)
    const options = items.map(({ id, name }) => ({ id, name }))
    const chosen = items.find(({ id }) => id === choices[naming.key])
    if (chosen) return { ...naming, fate: 'chosen', id: chosen.id, options }
    const same = items.find(({ name, also }) => [name, also].some(one => one && sameName(one, naming.name)))
    if (same) return { ...naming, fate: 'matched', id: same.id, options }
    const makes = naming.kind === 'mode' || naming.kind === 'persona' || naming.kind === 'incident'
    return makes
      ? { ...naming, fate: 'made', id: newId(), options }
      : { ...naming, fate: 'left', id: null, options }
  })
}

/** Signs alone are names too, though nothing of them is left once folded. */
function sameName(a: string, b: string): boolean {
  return a === b || (folded(a) !== '' && folded(a) === folded(b))
}

type Candidate = Named & { also?: string }

function knownIn(content: CatalogueContent, place: Place, storylineId: string | null) {
  const lists: Record<Exclude<NameKind, 'column'>, readonly Candidate[]> = {
    incident: place.incidents.filter(incident => incident.storylineId === storylineId),
    ...{ mode: place.modes, persona: place.personas, team: place.teams, role: place.roles },
    ...{ phase: place.phases, kind: place.kinds },
    // Its number may be another's here: what it asks for is its name.
    objective: place.objectives.map(({ id, number, title }) => {
      return { id, name: `${number} ${title}`, also: title }
    }),
  }
  return ({ kind, name }: Naming): readonly Candidate[] => {
    if (kind !== 'column') return lists[kind]
    const kept = content.columns.find(column => column.name === name)
    return place.columns.filter(
      column =>
        column.kind === kept?.kind && (kept.audience === 'controllers' || column.audience === 'planners'),
    )
  }
}
