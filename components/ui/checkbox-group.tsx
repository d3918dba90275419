'use client'

import { type ReactNode, useId } from 'react'
import { classes } from './control'
import { FieldRefusal, useFieldNote } from './field'

type Props = {
  /** The name of the boxes inside, which ends in []. */
  name: `${string}[]`
  label: ReactNode
  /** Keeps the label for screen readers only, under a heading of the same words. */
  bare?: boolean
  /** Lays out the boxes. */
  className?: string
  children: ReactNode
}

/** Boxes of which any number is ticked. What is wrong with the choice is said once, before them. */
export function CheckboxGroup({ name, label, bare, className, children }: Props) {
  const id = useId()
  const { error } = useFieldNote(name)
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-2" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={bare ? 'sr-only' : 'mb-1 font-medium'}>{label}</legend>
      <FieldRefusal id={`${id}-error`}>{error}</FieldRefusal>
      <div className={classes('grid gap-x-4', className)}>{children}</div>
    </fieldset>
  )
}
