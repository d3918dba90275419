'use client'

import { useId } from 'react'
import { controlLook } from '../ui/control'

type Props = {
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
}

/** A choice with its name before it, for a row of many. */
export function SmallSelect({ label, value, options, onChange }: Props) {
  const id = useId()
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5 text-note">
      <label htmlFor={id} className="whitespace-nowrap text-muted">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={event => onChange(event.currentTarget.value)}
        className={`${controlLook} max-w-48 text-note`}
      >
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}
