'use client'

import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useContext, useId } from 'react'
import { classes } from './control'

/** What a form has to say beside one field: a refusal, or something the person should know. */
export type FieldNote = { error?: ReactNode; notice?: ReactNode }

const FieldNotes = createContext<ReadonlyMap<string, FieldNote>>(new Map())

/** Hands notes to the fields below, by the name of the field. */
export const FieldNotesProvider = FieldNotes.Provider

export function useFieldNote(name: string): FieldNote {
  return useContext(FieldNotes).get(name) ?? {}
}

export type FieldProps = {
  name: string
  label: ReactNode
  /** Said before anything is typed: the form a value takes, where to find it, what it is used for. */
  description?: ReactNode
  /** Beside the note a surrounding form gives; the form's wins. */
  error?: ReactNode
  required?: boolean
  className?: string
}

type ControlIds = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

type ShellProps = FieldProps & { children: (ids: ControlIds) => ReactNode }

/** For eyes: ears learn it from the control itself. */
export function RequiredMark() {
  const t = useTranslations('ui')
  return (
    <span aria-hidden="true" className="ml-1.5 font-normal text-muted text-small">
      {t('required')}
    </span>
  )
}

/** Label above, description and error below, joined to the control for screen readers. */
export function Field({ name, label, description, error, required, className, children }: ShellProps) {
  const id = useId()
  const note = useFieldNote(name)
  const refusal = note.error ?? error
  const parts = { about: `${id}-description`, error: `${id}-error`, notice: `${id}-notice` }
  const described = [
    description ? parts.about : null,
    refusal ? parts.error : null,
    note.notice ? parts.notice : null,
  ].filter(part => part !== null)
  return (
    <div className={classes('grid min-w-0 grid-cols-1 content-start gap-1', className)}>
      <label htmlFor={id} className="font-medium">
        {label}
        {required ? <RequiredMark /> : null}
      </label>
      {children({
        id,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': refusal ? true : undefined,
      })}
      {description ? (
        <p id={parts.about} className="text-muted text-note">
          {description}
        </p>
      ) : null}
      <FieldRefusal id={parts.error}>{refusal}</FieldRefusal>
      {note.notice ? (
        <div id={parts.notice} className="text-note text-warn">
          {note.notice}
        </div>
      ) : null}
    </div>
  )
}

/** Shape before colour: the sign stands for those who do not see the red. */
export function FieldRefusal({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null
  return (
    <p id={id} className="flex gap-1.5 text-bad text-note">
      <span aria-hidden="true" className="font-bold">
        ✕
      </span>
      <span>{children}</span>
    </p>
  )
}
