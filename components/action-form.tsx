'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, startTransition, useActionState, useEffect, useMemo, useRef, useState } from 'react'
import { noNotes, notesOf, type SubmitState, summaryOf } from './action-notes'
import { localProblems } from './form-check'
import { type FormInput, readForm } from './form-input'
import { FormSummary } from './form-summary'
import type { ServerWrite } from './outcome'
import { Button } from './ui/button'
import { classes } from './ui/control'
import { useCloseDialog } from './ui/dialog'
import { FieldNotesProvider } from './ui/field'
import { toast } from './ui/toast'
import { useWrite } from './use-write'

export type ActionFormProps<Data> = {
  action: ServerWrite<Data>
  /** What the button says: the verb of the deed. */
  submit: string
  children: ReactNode
  /** Values that are sent along: ids, the version that was read. */
  hidden?: { [name: string]: string | number | boolean | null }
  /** Said as a toast when done. */
  done?: string
  /** Where to go when done; `{code}` is taken from the data of the result. */
  goTo?: string
  onDone?: (data: Data) => void
  /** The dialog around stays open when done: something is still to be read there. */
  keepOpen?: boolean
  /** Empties the form when done, for adding one after the other. */
  reset?: boolean
  /** Buttons or links beside the button. */
  secondary?: ReactNode
  variant?: 'primary' | 'danger' | 'plain'
  /** One line: fields and button side by side. */
  inline?: boolean
  className?: string
}

function filled(pattern: string, data: unknown): string {
  const values: Record<string, unknown> = typeof data === 'object' && data !== null ? { ...data } : {}
  return pattern.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(values[key] ?? '')))
}

/** A form round a server action. Refusals stand beside their fields, and nothing that was typed is lost. */
export function ActionForm<Data>(props: ActionFormProps<Data>) {
  const { action, submit, children, hidden, done, goTo, onDone, reset, secondary, inline, className } = props
  const t = useTranslations('ui')
  const router = useRouter()
  const closeDialog = useCloseDialog()
  const write = useWrite(action)
  const form = useRef<HTMLFormElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const [generation, setGeneration] = useState(0)
  // The version that filled the fields: a refresh after a conflict brings a later one, not new values in all of them.
  const opened = useRef(hidden?.version)

  async function send(previous: SubmitState, input: FormInput): Promise<SubmitState> {
    const attempt = previous.attempt + 1
    const problems = form.current ? localProblems(form.current) : new Map()
    if (problems.size > 0) return { attempt, problems, refusal: null }
    const result = await write({ ...input, ...hidden, opened: opened.current ?? hidden?.version })
    if (!result.ok) {
      // Brings the version that others have saved; what was typed stays, untouched fields show what is new.
      if (result.refusal.conflicts.length > 0) router.refresh()
      return { attempt, problems, refusal: result.refusal }
    }
    opened.current = undefined
    if (done) toast(done)
    if (reset) setGeneration(generation + 1)
    onDone?.(result.data)
    if (!props.keepOpen) closeDialog()
    if (goTo) router.push(filled(goTo, result.data))
    return { ...noNotes, attempt }
  }

  const [state, dispatch, pending] = useActionState(send, noNotes)
  const notes = useMemo(() => notesOf(state, t, form), [state, t])

  useEffect(() => {
    if (state.problems.size === 0 && !state.refusal) return
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    ;(first ?? summary.current)?.focus()
  }, [state])

  return (
    <form
      ref={form}
      noValidate
      className={classes(inline ? 'flex flex-wrap items-end gap-3' : 'grid grid-cols-1 gap-4', className)}
      onSubmit={event => {
        event.preventDefault()
        if (pending) return
        const input = readForm(event.currentTarget)
        startTransition(() => dispatch(input))
      }}
    >
      <FormSummary key={state.attempt} ref={summary} lines={summaryOf(state, t, form.current)} />
      <FieldNotesProvider key={`fields-${generation}`} value={notes}>
        {children}
      </FieldNotesProvider>
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" variant={props.variant ?? 'primary'} pending={pending}>
          {submit}
        </Button>
        {secondary}
        <span role="status" className="text-muted">
          {pending ? t('working') : null}
        </span>
      </div>
    </form>
  )
}
