import { type ItemKind, itemKinds, type Table, type Words } from '@/lib/timeline/columns/rules'
import { folded } from '@/lib/timeline/find/rules'
import { textWidth } from '@/lib/timeline/labels/rules'
import type { Lane } from '@/lib/timeline/lanes/rules'
import type { BoardWords } from './words'

/** What a lane is called. */
export function laneName({ of, at }: Pick<Lane, 'of' | 'at'>, { lists }: Table, words: BoardWords): string {
  if (of === 'none') return words.none
  if (of === 'group') return lists.teams[at]?.kind ?? ''
  if (of === 'kind') return words.kinds[itemKinds[at] ?? 'phase']
  if (of === 'storyline') return numbered(lists.storylines[at])
  const list = {
    phase: lists.phases,
    team: lists.teams,
    nation: lists.nations,
    controller: lists.controllers,
    role: lists.roles,
    person: lists.people,
  }[of]
  return list[at]?.name ?? ''
}

const numbered = (storyline: { number: number; name: string } | undefined) =>
  storyline ? `${storyline.number} ${storyline.name}` : ''

/** What stands at each item: its serial and title. */
export function labelsOf({ code, label }: Words): { text: string[]; widths: Float32Array } {
  const text = label.map((title, item) => [code[item], title].filter(Boolean).join(' '))
  return { text, widths: Float32Array.from(text, one => textWidth(one)) }
}

/** Kinds of rows of their own; all kinds of activity share one. */
const own: readonly ItemKind[] = ['phase', 'inject', 'shift', 'registration']

/** By what an item is addressed: `inject:…`, `activity:…`; all kinds of activity share one. */
export function keyOf(kind: number, id: string): string {
  const name = itemKinds[kind] ?? 'phase'
  return `${own.includes(name) ? name : 'activity'}:${id}`
}

/** The names of those whom an item concerns, for the search. */
export function otherNames({ lists, sets, teams, people }: Table, said: Words): (item: number) => string {
  const places = new Map(said.place)
  const team = sets.map(set => folded(set.map(at => lists.teams[at]?.name ?? '').join(' ')))
  const person = sets.map(set => folded(set.map(at => lists.people[at]?.name ?? '').join(' ')))
  return item =>
    `${team[teams[item] ?? -1] ?? ''} ${person[people[item] ?? -1] ?? ''} ${places.get(item) ?? ''}`
}

/** Where an item may be opened by this viewer; `editor` where it may be changed. `base` is null for the public. */
export function hrefOf(kind: ItemKind, id: string, editor: boolean, base: string | null): string | null {
  if (base === null) return null
  if (kind === 'registration') return `${base}/teams/${id}`
  if (kind === 'inject') return `${base}/scenario?inject=${id}`
  if (kind === 'shift') return `${base}/schedule/shifts${editor ? `/shift/${id}` : ''}`
  if (!editor) return `${base}/schedule`
  return `${base}/schedule/${kind === 'phase' ? 'phases' : 'activities'}/${id}`
}
