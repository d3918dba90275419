import type { ComponentProps, ReactNode } from 'react'
import { classes } from './control'

export type TableProps = {
  /** Names the table for screen readers, and its scrolling region. */
  caption: string
  children: ReactNode
  /** Limits the height so that the head stays in sight while the rows scroll. */
  tall?: boolean
  className?: string
}

/** Wide content scrolls inside its own region, which the keyboard reaches; the page never scrolls sideways. */
export function Table({ caption, children, tall, className }: TableProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a fieldset, and as a section each table would be a landmark
    <div
      role="group"
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className={classes('overflow-auto', tall && 'max-h-[75dvh]', className)}
    >
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  )
}

export function TableHead({ children }: { children: ReactNode }) {
  return <thead className="sticky top-0 z-10 bg-sheet">{children}</thead>
}

/** In a panel without margins, the outer cells keep to the panel's. */
const edges = 'in-[.flush]:first:pl-4 in-[.flush]:last:pr-4'

type CellProps = { numeric?: boolean | undefined; mono?: boolean | undefined }

export type HeaderCellProps = ComponentProps<'th'> &
  CellProps & { sorted?: 'ascending' | 'descending' | undefined }

export function HeaderCell({
  numeric,
  sorted,
  mono: _mono,
  className,
  scope = 'col',
  ...rest
}: HeaderCellProps) {
  return (
    <th
      {...rest}
      scope={scope}
      aria-sort={sorted}
      className={classes(
        'whitespace-nowrap border-line border-b px-2 py-1.5 font-medium text-muted',
        edges,
        numeric && 'text-right',
        className,
      )}
    />
  )
}

export type CellsProps = ComponentProps<'td'> & CellProps

export function Cell({ numeric, mono, className, ...rest }: CellsProps) {
  return (
    <td
      {...rest}
      className={classes(
        'border-line border-b px-2 py-1.5 align-top',
        edges,
        numeric && 'text-right tabular',
        (mono || numeric) && 'whitespace-nowrap font-mono text-note',
        className,
      )}
    />
  )
}

/** The cell that names its row. */
export function RowHeader({ className, ...rest }: ComponentProps<'th'>) {
  return (
    <th
      {...rest}
      scope="row"
      className={classes(
        'min-w-32 border-line border-b px-2 py-1.5 text-left align-top font-medium',
        edges,
        className,
      )}
    />
  )
}

export function Row({ selected, className, ...rest }: ComponentProps<'tr'> & { selected?: boolean }) {
  return <tr {...rest} className={classes(selected ? 'bg-accent-soft' : 'hover:bg-sunk', className)} />
}
