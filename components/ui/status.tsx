import type { ReactNode } from 'react'
import { classes } from './control'

/** Each tone has a shape of its own, so that a state is read without its colour. */
export type StatusTone = 'neutral' | 'empty' | 'half' | 'info' | 'good' | 'warn' | 'bad'

const inks: Record<StatusTone, string> = {
  neutral: 'text-ink',
  empty: 'text-muted',
  half: 'text-warn',
  info: 'text-accent',
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
}

const shapes: Record<StatusTone, ReactNode> = {
  neutral: <circle cx="6" cy="6" r="4" fill="currentColor" />,
  empty: <circle cx="6" cy="6" r="3.75" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  half: (
    <>
      <circle cx="6" cy="6" r="3.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 2.2a3.8 3.8 0 0 1 0 7.6z" fill="currentColor" />
    </>
  ),
  info: <path d="M6 1.5 10.5 6 6 10.5 1.5 6z" fill="currentColor" />,
  good: <path d="m2.2 6.3 2.6 2.6 5-5.6" fill="none" stroke="currentColor" strokeWidth="2" />,
  warn: <path d="M6 1.5 11 10.5H1z" fill="currentColor" />,
  bad: <path d="m2.5 2.5 7 7m0-7-7 7" fill="none" stroke="currentColor" strokeWidth="2" />,
}

/** A state: shape and word first, colour second. */
export function Status({
  tone,
  children,
  className,
}: {
  tone: StatusTone
  children: ReactNode
  className?: string
}) {
  return (
    <span className={classes('inline-flex items-baseline gap-1.5', inks[tone], className)}>
      <svg aria-hidden="true" viewBox="0 0 12 12" className="size-3 shrink-0 translate-y-px">
        {shapes[tone]}
      </svg>
      <span>{children}</span>
    </span>
  )
}
