import type { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import type { ConflictDetail } from '@/lib/errors'
import type { LocalProblem } from './form-check'
import { Button } from './ui/button'
import type { FieldNote } from './ui/field'
import type { WriteRefusal } from './use-write'

export type SubmitState = {
  attempt: number
  problems: ReadonlyMap<string, LocalProblem>
  refusal: WriteRefusal | null
}

export const noNotes: SubmitState = { attempt: 0, problems: new Map(), refusal: null }

type Translate = ReturnType<typeof useTranslations<'ui'>>
type FormRef = RefObject<HTMLFormElement | null>

/** `ids.0` belongs to the boxes named `ids[]`. */
function fieldName(form: HTMLFormElement | null, path: string): string | null {
  const candidates = [path, path.replace(/\.\d+$/, '[]'), `${path}[]`]
  return candidates.find(name => form?.elements.namedItem(name)) ?? null
}

/** Puts a value into a field as if it had been typed, so that whoever listens hears of it. */
function type(form: HTMLFormElement | null, name: string, value: string): void {
  const found = form?.elements.namedItem(name)
  const element = found instanceof RadioNodeList ? radioOf(found, value) : found
  if (!(element instanceof HTMLElement)) return
  if (element instanceof HTMLInputElement && element.type === 'radio') {
    element.click()
    return
  }
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value')?.set?.call(element, value)
  element.dispatchEvent(new Event('input', { bubbles: true }))
  element.dispatchEvent(new Event('change', { bubbles: true }))
}

function radioOf(group: RadioNodeList, value: string): HTMLInputElement | null {
  const boxes = [...group].filter(node => node instanceof HTMLInputElement)
  return boxes.find(box => box.value === value) ?? null
}

/** What a choice says for a value, where the form offers it: nobody reads an id. */
function worded(form: HTMLFormElement | null, { field, theirs }: ConflictDetail): string {
  const found = form?.elements.namedItem(field)
  if (found instanceof HTMLSelectElement) {
    return [...found.options].find(option => option.value === theirs)?.text ?? theirs
  }
  const label = found instanceof RadioNodeList ? radioOf(found, theirs)?.labels?.[0] : null
  return label?.textContent ?? theirs
}

function conflictText(t: Translate, { theirs, by }: ConflictDetail): string {
  if (theirs === '') return by === null ? t('form.theirsEmptiedUnknown') : t('form.theirsEmptied', { by })
  return by === null ? t('form.theirsUnknown', { theirs }) : t('form.theirs', { by, theirs })
}

function ConflictNote({ t, conflict, form }: { t: Translate; conflict: ConflictDetail; form: FormRef }) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span>{conflictText(t, { ...conflict, theirs: worded(form.current, conflict) })}</span>
      <Button size="small" onClick={() => type(form.current, conflict.field, conflict.theirs)}>
        {t('form.takeTheirs')}
      </Button>
    </span>
  )
}

/** What stands beside each field after the last attempt. */
export function notesOf(state: SubmitState, t: Translate, form: FormRef): Map<string, FieldNote> {
  const notes = new Map<string, FieldNote>()
  for (const [name, problem] of state.problems) {
    notes.set(name, { error: t(`form.${problem.key}`, 'params' in problem ? problem.params : {}) })
  }
  for (const [path, error] of state.refusal?.worded.fields ?? []) {
    notes.set(fieldName(form.current, path) ?? path, { error })
  }
  for (const conflict of state.refusal?.conflicts ?? []) {
    const note = <ConflictNote t={t} conflict={conflict} form={form} />
    notes.set(conflict.field, { ...notes.get(conflict.field), notice: note })
  }
  return notes
}

/** What is said at the top: the refusal itself, and whatever has no field to stand beside. */
export function summaryOf(state: SubmitState, t: Translate, form: HTMLFormElement | null): string[] {
  if (state.problems.size > 0) return [t('form.fieldsToMend', { count: state.problems.size })]
  if (!state.refusal) return []
  const { worded, conflicts } = state.refusal
  const homeless = [...worded.fields].filter(([path]) => fieldName(form, path) === null)
  const count = worded.fields.size - homeless.length
  return [
    ...(worded.general && conflicts.length === 0 ? [worded.message] : []),
    ...(conflicts.length > 0 ? [t('form.conflict')] : []),
    ...(count > 0 ? [t('form.fieldsToMend', { count })] : []),
    ...homeless.map(([, message]) => message),
    ...(worded.reference ? [t('form.reference', { reference: worded.reference })] : []),
  ]
}
