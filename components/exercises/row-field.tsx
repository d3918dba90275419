'use client'

import { type ReactNode, useId } from 'react'
import { classes, controlLook } from '../ui/control'
import { FieldRefusal, useFieldNote } from '../ui/field'

type Props = {
  name: string
  /** For ears; the head of the column says it for eyes. */
  label: string
  value: string
  onChange: (value: string) => void
  mono?: boolean
  disabled?: boolean
  placeholder?: string
  /** What is understood, shown below. */
  note?: ReactNode
}

/** A field in a row of many: its label is the column's, its refusal stands below it. */
export function RowField({ name, label, value, onChange, mono, disabled, placeholder, note }: Props) {
  const id = useId()
  const { error } = useFieldNote(name)
  return (
    <span className="grid content-start gap-0.5">
      <input
        name={name}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? id : undefined}
        value={value}
        disabled={disabled}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={!mono}
        dir="auto"
        onChange={event => onChange(event.currentTarget.value)}
        className={classes(controlLook, 'w-full min-w-0', mono && 'font-mono text-note tabular')}
      />
      {note && !disabled ? <span className="text-muted text-small tabular">{note}</span> : null}
      <FieldRefusal id={id}>{error}</FieldRefusal>
    </span>
  )
}

type ChoiceProps = Omit<Props, 'mono' | 'placeholder' | 'note'> & {
  options: readonly { value: string; label: string }[]
}

export function RowChoice({ name, label, value, onChange, disabled, options }: ChoiceProps) {
  return (
    <select
      name={name}
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={event => onChange(event.currentTarget.value)}
      className={classes(controlLook, 'w-full min-w-0')}
    >
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
