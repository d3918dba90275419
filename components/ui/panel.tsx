import { type ReactNode, useId } from 'react'
import { classes } from './control'

export type PanelProps = {
  title?: ReactNode
  /** Small figures beside the title. */
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
  /** Lets a table run to the edges. */
  flush?: boolean
  level?: 2 | 3
  className?: string
}

/** One sheet of paper on the desk. Panels do not nest. */
export function Panel({ title, note, actions, children, flush, level = 2, className }: PanelProps) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={classes('min-w-0 rounded-panel border border-line bg-sheet py-3.5', className)}
    >
      {title || actions ? (
        <div className="mb-2.5 flex flex-wrap items-center gap-x-3 gap-y-2 px-4">
          {title ? (
            <Heading id={id} className="font-semibold">
              {title}
              {note ? <small className="ml-1.5 font-normal text-muted text-note">{note}</small> : null}
            </Heading>
          ) : null}
          {actions ? (
            <div className="ml-auto flex flex-wrap items-center gap-2 print:hidden">{actions}</div>
          ) : null}
        </div>
      ) : null}
      <div className={flush ? 'flush' : 'px-4'}>{children}</div>
    </section>
  )
}
