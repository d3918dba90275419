import type { ReactNode } from 'react'
import { classes } from './control'
import { Status, type StatusTone } from './status'

export type MeterProps = {
  label: string
  value: number
  max: number
  tone?: 'good' | 'warn' | 'bad' | 'accent'
  /** The figures as shown, when "value / max" is not how they are said. */
  text?: string
  /** One word of state, told by shape and word: full, short, over. */
  status?: { word: string; tone: StatusTone }
  /** Leaves the label to the surrounding table or heading. */
  bare?: boolean
  className?: string
}

const fills = { good: 'bg-good', warn: 'bg-warn', bad: 'bg-bad', accent: 'bg-accent' }

/** How much of something is taken: quota, seats, progress. */
export function Meter({ label, value, max, tone = 'good', text, status, bare, className }: MeterProps) {
  const share = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0
  const figures = text ?? `${value} / ${max}`
  return (
    <div
      className={classes(
        'flex items-center gap-2.5 in-[.meters]:col-span-full in-[.meters]:grid in-[.meters]:grid-cols-subgrid',
        className,
      )}
    >
      {bare ? null : <span className="w-24 shrink-0 in-[.meters]:w-auto">{label}</span>}
      {/* biome-ignore lint/a11y/useSemanticElements: browsers draw <meter> each in its own colours */}
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={Math.min(Math.max(value, 0), max)}
        aria-valuetext={status ? `${figures}, ${status.word}` : figures}
        className="true-colour h-2.5 min-w-16 in-[.meters]:min-w-0 flex-1 overflow-hidden rounded-full border border-edge bg-sunk"
      >
        <div className={classes('h-full', fills[tone])} style={{ width: `${share}%` }} />
      </div>
      <span
        aria-hidden="true"
        className="min-w-16 shrink-0 whitespace-nowrap in-[.meters]:min-w-0 text-right font-mono text-note tabular"
      >
        {figures}
      </span>
      {status ? (
        <span aria-hidden="true">
          <Status tone={status.tone}>{status.word}</Status>
        </span>
      ) : null}
    </div>
  )
}

/** Meters one below the other: labels, bars, figures and states in columns, so that bars compare. */
export function Meters({ children }: { children: ReactNode }) {
  return (
    <div className="meters grid grid-cols-[fit-content(40%)_minmax(2rem,1fr)_max-content_max-content] gap-x-2.5 gap-y-1.5">
      {children}
    </div>
  )
}
