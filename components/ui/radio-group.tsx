'use client'

import { type ReactNode, useId } from 'react'
import { classes } from './control'
import { type FieldProps, FieldRefusal, RequiredMark, useFieldNote } from './field'

type Choice = { value: string; label: ReactNode; description?: ReactNode; disabled?: boolean }

export type RadioGroupProps = FieldProps & {
  options: readonly Choice[]
  defaultValue?: string
  value?: string
  onChange?: (value: string) => void
}

/** One of a few, all visible with what each means. */
export function RadioGroup(props: RadioGroupProps) {
  const { name, label, description, error, required, className, options, defaultValue, value, onChange } =
    props
  const id = useId()
  const refusal = useFieldNote(name).error ?? error
  const described = classes(description ? `${id}-description` : null, refusal ? `${id}-error` : null)
  return (
    <fieldset
      className={classes('grid min-w-0 grid-cols-1 gap-1', className)}
      aria-describedby={described || undefined}
    >
      <legend className="mb-1 font-medium">
        {label}
        {required ? <RequiredMark /> : null}
      </legend>
      {options.map(option => (
        <label key={option.value} className="flex min-h-target items-start gap-2 py-0.5">
          <input
            type="radio"
            name={name}
            value={option.value}
            required={required}
            disabled={option.disabled}
            {...(value === undefined
              ? { defaultChecked: option.value === defaultValue }
              : { checked: option.value === value })}
            onChange={() => onChange?.(option.value)}
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
          <span>
            {option.label}
            {option.description ? (
              <span className="block text-muted text-note">{option.description}</span>
            ) : null}
          </span>
        </label>
      ))}
      {description ? (
        <p id={`${id}-description`} className="text-muted text-note">
          {description}
        </p>
      ) : null}
      <FieldRefusal id={`${id}-error`}>{refusal}</FieldRefusal>
    </fieldset>
  )
}
