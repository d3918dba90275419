'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'
import { classes } from './control'
import { FieldRefusal, useFieldNote } from './field'

export type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'onChange' | 'name' | 'className'> & {
  /** A name ending in [] collects the values of all ticked boxes; any other name arrives as true or false. */
  name?: string
  label: ReactNode
  description?: ReactNode
  /** Keeps the label for screen readers only, in a table for instance. */
  bare?: boolean
  onChange?: (checked: boolean) => void
  className?: string
}

export function Checkbox({
  label,
  description,
  bare,
  onChange,
  className,
  name = '',
  ...rest
}: CheckboxProps) {
  const id = useId()
  // One of several: the group round them says what is wrong with all of them together.
  const { error } = useFieldNote(name.endsWith('[]') ? '' : name)
  const described = classes(description ? `${id}-description` : null, error ? `${id}-error` : null)
  return (
    <div className={classes('grid content-start gap-0.5', className)}>
      <label className="inline-flex min-h-target min-w-target items-center gap-2">
        <input
          {...rest}
          {...(name ? { name } : {})}
          {...(onChange ? { onChange: event => onChange(event.currentTarget.checked) } : {})}
          type="checkbox"
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
          className="size-4 shrink-0 accent-accent"
        />
        <span className={bare ? 'sr-only' : undefined}>{label}</span>
      </label>
      {description ? (
        <p id={`${id}-description`} className="pl-6 text-muted text-note">
          {description}
        </p>
      ) : null}
      <FieldRefusal id={`${id}-error`}>{error}</FieldRefusal>
    </div>
  )
}
