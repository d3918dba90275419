'use client'

import { CalendarDays } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import { Button } from './button'
import { classes, controlLook } from './control'
import { Field, type FieldProps } from './field'

export type DateTimeFieldProps = FieldProps & {
  /** What the calendar offers; typing is never limited by it. */
  kind?: 'date' | 'datetime-local' | 'time'
  defaultValue?: string
  placeholder?: string
  disabled?: boolean
  /** How the typed notation is understood, shown in place of the description while typing. */
  preview?: (typed: string) => ReactNode
  onChange?: (typed: string) => void
}

/** A moment in any notation the form understands, typed; the calendar only types for you. */
export function DateTimeField(props: DateTimeFieldProps) {
  const { name, label, description, error, required, className, kind = 'datetime-local', ...rest } = props
  const { defaultValue = '', preview, onChange, placeholder, disabled } = rest
  const t = useTranslations('ui')
  const [typed, setTyped] = useState(defaultValue)
  const picker = useRef<HTMLInputElement>(null)
  const change = (value: string) => {
    setTyped(value)
    onChange?.(value)
  }
  const understood = preview && typed ? <output className="tabular">{preview(typed)}</output> : description
  const shell = {
    name,
    label,
    description: understood,
    error,
    required: required ?? false,
    ...(className ? { className } : {}),
  }
  return (
    <Field {...shell}>
      {ids => (
        <>
          <span className="flex gap-1.5">
            <input
              {...ids}
              name={name}
              value={typed}
              placeholder={placeholder}
              disabled={disabled}
              required={required ?? false}
              autoComplete="off"
              spellCheck={false}
              onChange={event => change(event.currentTarget.value)}
              className={classes(controlLook, 'min-w-0 flex-1 font-mono tabular')}
            />
            <span className="relative">
              <input
                ref={picker}
                type={kind}
                tabIndex={-1}
                aria-hidden="true"
                onChange={event => change(event.currentTarget.value.replace('T', ' '))}
                className="pointer-events-none absolute right-0 bottom-0 size-px opacity-0"
              />
              <Button disabled={disabled} onClick={() => picker.current?.showPicker()}>
                <CalendarDays aria-hidden="true" className="size-4" />
                {t('pick')}
              </Button>
            </span>
          </span>
        </>
      )}
    </Field>
  )
}
