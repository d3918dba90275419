'use client'

import { type ReactNode, useId } from 'react'
import { classes } from './control'

type Segment = { value: string; label: ReactNode }

export type SegmentedProps = {
  /** Said to screen readers; shown when `visibleLabel` is set. */
  label: string
  visibleLabel?: boolean
  options: readonly Segment[]
  name?: string
  defaultValue?: string
  value?: string
  onChange?: (value: string) => void
  /** Spreads over the width, as on a phone. */
  wide?: boolean
  className?: string
}

/** A radio group in one line, for a choice that shows at once: zone, grouping, unit. */
export function Segmented(props: SegmentedProps) {
  const { label, visibleLabel, options, name, defaultValue, value, onChange, wide, className } = props
  const id = useId()
  return (
    <fieldset className={className}>
      <legend className={visibleLabel ? 'mb-1 font-medium' : 'sr-only'}>{label}</legend>
      <div
        className={classes(
          'overflow-hidden rounded-control border border-edge bg-sheet has-[:focus-visible]:outline-2',
          'has-[:focus-visible]:outline-accent has-[:focus-visible]:outline-offset-2',
          wide ? 'flex' : 'inline-flex',
        )}
      >
        {options.map(option => (
          <label
            key={option.value}
            className={classes(
              'grid min-h-[calc(var(--control)-2px)] cursor-pointer place-items-center border-line border-r px-2.5',
              'text-muted last:border-r-0 hover:bg-sunk has-checked:bg-accent-soft has-checked:font-semibold',
              'has-checked:text-accent forced-colors:has-checked:forced-color-adjust-none forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText]',
              wide && 'flex-1',
            )}
          >
            <input
              type="radio"
              name={name ?? id}
              value={option.value}
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value })}
              onChange={() => onChange?.(option.value)}
              className="sr-only"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
