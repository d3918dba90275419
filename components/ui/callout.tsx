import type { ComponentProps, ReactNode } from 'react'
import { classes } from './control'
import { Status, type StatusTone } from './status'

export type CalloutProps = Omit<ComponentProps<'div'>, 'title'> & {
  tone?: 'info' | 'good' | 'warn' | 'bad'
  title?: ReactNode
}

const grounds = {
  info: 'border-accent bg-accent-soft',
  good: 'border-good bg-good-soft',
  warn: 'border-warn bg-warn-soft',
  bad: 'border-bad bg-bad-soft',
}
const tones: Record<keyof typeof grounds, StatusTone> = {
  info: 'info',
  good: 'good',
  warn: 'warn',
  bad: 'bad',
}

/** Something to know before going on. The shape beside the title carries the tone for those who see no colour. */
export function Callout({ tone = 'info', title, children, className, ...rest }: CalloutProps) {
  return (
    <div {...rest} className={classes('rounded-control border-l-4 px-3 py-2', grounds[tone], className)}>
      {title ? (
        <Status tone={tones[tone]} className="font-semibold">
          {title}
        </Status>
      ) : null}
      {children ? <div className={title ? 'mt-0.5' : undefined}>{children}</div> : null}
    </div>
  )
}
