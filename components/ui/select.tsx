'use client'

import { ChevronDown } from 'lucide-react'
import { classes, controlLook } from './control'
import { Field, type FieldProps } from './field'

type Option = { value: string; label: string; disabled?: boolean }
export type OptionGroup = { label: string; options: readonly Option[] }

export type SelectProps = FieldProps & {
  options: readonly (Option | OptionGroup)[]
  /** Shown first with an empty value: "choose…", "any", "none". */
  empty?: string
  defaultValue?: string
  value?: string
  disabled?: boolean
  onChange?: (value: string) => void
}

function Options({ options }: { options: readonly (Option | OptionGroup)[] }) {
  return options.map(entry =>
    'options' in entry ? (
      <optgroup key={entry.label} label={entry.label}>
        <Options options={entry.options} />
      </optgroup>
    ) : (
      <option key={entry.value} value={entry.value} disabled={entry.disabled}>
        {entry.label}
      </option>
    ),
  )
}

/** The browser's own list: light, known to every hand and screen reader. For long lists use ComboBox. */
export function Select(props: SelectProps) {
  const { name, label, description, error, required, className, options, empty, onChange, ...rest } = props
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
        <span className="relative block">
          <select
            {...rest}
            {...ids}
            {...(onChange ? { onChange: event => onChange(event.currentTarget.value) } : {})}
            name={name}
            required={required ?? false}
            className={classes(controlLook, 'w-full appearance-none pr-8')}
          >
            {empty === undefined ? null : <option value="">{empty}</option>}
            <Options options={options} />
          </select>
          <ChevronDown
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-muted"
          />
        </span>
      )}
    </Field>
  )
}
