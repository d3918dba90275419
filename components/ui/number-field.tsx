'use client'

import { classes, controlLook } from './control'
import { Field, type FieldProps } from './field'

export type NumberFieldProps = FieldProps & {
  defaultValue?: number | string
  /** Inclusive. */
  min?: number
  max?: number
  /** A word after the number: seats, minutes. */
  unit?: string
  disabled?: boolean
  onChange?: (value: string) => void
}

/** A whole number, typed. Not type="number": wheels change those by accident, and what they refuse is lost. */
export function NumberField(props: NumberFieldProps) {
  const { name, label, description, error, required, className, min, max, unit, onChange, ...rest } = props
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
      {ids => (
        <span className="flex items-center gap-2">
          <input
            {...rest}
            {...ids}
            {...(onChange ? { onChange: event => onChange(event.currentTarget.value) } : {})}
            name={name}
            inputMode={min !== undefined && min < 0 ? 'text' : 'numeric'}
            autoComplete="off"
            required={required ?? false}
            data-kind="number"
            data-min={min}
            data-max={max}
            className={classes(controlLook, 'w-24 text-right font-mono tabular')}
          />
          {unit ? <span className="text-muted">{unit}</span> : null}
        </span>
      )}
    </Field>
  )
}
