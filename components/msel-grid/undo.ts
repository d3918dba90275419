import type { FieldValue, InjectField } from '@/lib/injects/rules'

/** One field of one inject, as it was seen and as it is to become. */
export type FieldEdit = {
  injectId: string
  field: InjectField
  seen: FieldValue
  value: FieldValue
  /** of a time that was written: what the inject waited for, and then does. A time of its own does not say that. */
  waits?: { seen: FieldValue; value: FieldValue }
}

/** What was written with one key, paste or click: it is taken back as one. */
export type Step = { id: number; edits: readonly FieldEdit[] }

/** What somebody has done here, newest last, and what was taken back. */
export type Past = { done: readonly Step[]; undone: readonly Step[] }

export const noPast: Past = { done: [], undone: [] }

const remembered = 200

/** Whoever writes anew after taking back cannot do the old again. */
export function withStep(past: Past, step: Step): Past {
  if (step.edits.length === 0) return past
  return { done: [...past.done.slice(1 - remembered), step], undone: [] }
}

export type Turn = { edits: readonly FieldEdit[]; past: Past }

/** Takes a step back, the newest unless another is named: what it made is seen, what it saw is to become. */
export function undo({ done, undone }: Past, id?: number): Turn | null {
  const step = id === undefined ? done.at(-1) : done.find(one => one.id === id)
  if (!step) return null
  const edits = step.edits
    .toReversed()
    .flatMap(({ injectId, field, seen, value, waits }): FieldEdit[] => [
      { injectId, field, seen: value, value: seen },
      ...(waits ? [{ injectId, field: 'waits', seen: waits.value, value: waits.seen } as const] : []),
    ])
  return { edits, past: { done: done.filter(one => one !== step), undone: [...undone, step] } }
}

export function redo({ done, undone }: Past): Turn | null {
  const step = undone.at(-1)
  if (!step) return null
  return { edits: step.edits, past: { done: [...done, step], undone: undone.slice(0, -1) } }
}

/** Forgets an edit that was refused: there is nothing to take back. */
export function withoutEdit(past: Past, stepId: number, injectId: string, field: InjectField): Past {
  const others = (steps: readonly Step[]) =>
    steps.flatMap(step => {
      if (step.id !== stepId) return [step]
      const edits = step.edits.filter(edit => edit.injectId !== injectId || edit.field !== field)
      return edits.length > 0 ? [{ ...step, edits }] : []
    })
  return { done: others(past.done), undone: others(past.undone) }
}

/** The database has put it in other words: that is what will be seen when the edit is taken back. */
export function withOutcome(past: Past, { injectId, field, value }: FieldEdit, became: FieldValue): Past {
  const said = (steps: readonly Step[]) =>
    steps.map(step => ({
      ...step,
      edits: step.edits.map(edit =>
        edit.injectId === injectId && edit.field === field && edit.value === value
          ? { ...edit, value: became }
          : edit,
      ),
    }))
  return { done: said(past.done), undone: said(past.undone) }
}
