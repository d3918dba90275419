'use client'

import type { ComponentProps } from 'react'
import { classes, controlLook } from './control'
import { Field, type FieldProps } from './field'

type Typed = Pick<
  ComponentProps<'input'>,
  | 'autoComplete'
  | 'autoFocus'
  | 'defaultValue'
  | 'dir'
  | 'disabled'
  | 'inputMode'
  | 'placeholder'
  | 'readOnly'
  | 'spellCheck'
>

export type TextFieldProps = FieldProps &
  Typed & {
    type?: 'text' | 'email' | 'password' | 'url' | 'tel' | 'search'
    /** Lines shown; more than one makes a text area. */
    rows?: number
    /** Checked when sent, never by cutting what is typed or pasted. */
    maxLength?: number
    /** Codes, serials and times. */
    mono?: boolean
    value?: string
    onChange?: (value: string) => void
  }

/** A line or a paragraph of text, in any script: the direction follows what is typed. */
export function TextField(props: TextFieldProps) {
  const { name, label, description, error, required, className, ...control } = props
  const { type = 'text', rows = 1, maxLength, mono, onChange, dir = 'auto', ...rest } = control
  const look = classes(controlLook, 'w-full', mono && 'font-mono tabular')
  const shell = {
    name,
    label,
    description,
    error,
    required: required ?? false,
    ...(className ? { className } : {}),
  }
  return (
    <Field {...shell}>
      {ids => {
        const shared = {
          ...rest,
          ...ids,
          name,
          dir,
          required: required ?? false,
          'data-max-length': maxLength,
          className: look,
        }
        const change = (event: { currentTarget: { value: string } }) => onChange?.(event.currentTarget.value)
        const listen = onChange ? { onChange: change } : {}
        return rows > 1 ? (
          <textarea {...shared} {...listen} rows={rows} />
        ) : (
          <input {...shared} {...listen} type={type} />
        )
      }}
    </Field>
  )
}
