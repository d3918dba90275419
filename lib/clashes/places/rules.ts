import type { Check, Finding } from '@/lib/clashes/plan/rules'
import type { Recheck } from '@/lib/clashes/rules'
import type { InjectField } from '@/lib/injects/rules'

/** A finding at an inject, and the field in which it is mended. */
export type Placed = { finding: Finding; field: InjectField }

const fieldOf: Record<Check, InjectField | null> = {
  circular: 'start',
  wait_gone: 'start',
  gate_empty: null,
  pinned_too_early: 'start',
  outside_phases: 'start',
  outside_own_phase: 'phaseId',
  team_night: 'start',
  controller_overloaded: 'controllerId',
  objective_unserved: null,
  no_sender: 'from',
  no_recipient: 'to',
  no_trigger: 'trigger',
  no_time: 'start',
  technique_unknown: 'techniques',
  technique_withdrawn: 'techniques',
  unfinished: null,
  serial_gap: null,
}

const unfinishedField: Partial<Record<Finding['mend'], InjectField>> = {
  write_title: 'title',
  write_text: 'text',
  choose_mode: 'deliveryModeId',
}

/** In which field of an inject a finding is mended; null where no inject is at fault. */
export function fieldToMend({ check, mend }: Finding): InjectField | null {
  return check === 'unfinished' ? (unfinishedField[mend] ?? 'title') : fieldOf[check]
}

/** The injects that a finding speaks of, in its order. */
export const injectsIn = ({ where }: Finding): string[] =>
  where.flatMap(({ kind, id }) => (kind === 'inject' ? [id] : []))

/** What cannot work as it stands; all else is unwise or unfinished. */
export const isBroken = ({ check }: Finding): boolean =>
  check === 'circular' || check === 'wait_gone' || check === 'gate_empty' || check === 'pinned_too_early'

/** The findings by their keys, and by inject. Never changed in place: what was not touched stays the same list. */
export type Book = {
  all: ReadonlyMap<string, Finding>
  of: ReadonlyMap<string, readonly Placed[]>
}

export const emptyBook: Book = { all: new Map(), of: new Map() }

/** The book after these have gone and come. */
export function withRecheck(book: Book, { gone, came }: Pick<Recheck, 'gone' | 'came'>): Book {
  if (gone.length === 0 && came.length === 0) return book
  const all = new Map(book.all)
  const lists = new Map<string, Map<string, Placed>>()
  const listOf = (id: string) => {
    const known = lists.get(id) ?? new Map((book.of.get(id) ?? []).map(one => [one.finding.key, one]))
    lists.set(id, known)
    return known
  }
  for (const key of [...gone, ...came.map(one => one.key)]) {
    const former = all.get(key)
    if (!former) continue
    all.delete(key)
    for (const id of injectsIn(former)) listOf(id).delete(key)
  }
  for (const finding of came) {
    all.set(finding.key, finding)
    const field = fieldToMend(finding)
    if (field) for (const id of injectsIn(finding)) listOf(id).set(finding.key, { finding, field })
  }
  const of = new Map(book.of)
  for (const [id, list] of lists) {
    if (list.size > 0) of.set(id, [...list.values()])
    else of.delete(id)
  }
  return { all, of }
}
