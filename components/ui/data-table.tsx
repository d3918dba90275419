import Link from 'next/link'
import type { ReactNode } from 'react'
import { Cell, HeaderCell, Row, RowHeader, Table, TableHead } from './table'

export type Column<T> = {
  id: string
  header: ReactNode
  cell: (row: T) => ReactNode
  /** Aligned right in tabular figures. */
  numeric?: boolean
  mono?: boolean
  /** The column that names the row. */
  names?: boolean
  /** Not on a phone: the cell that names the row says it there. */
  wide?: boolean
  /** Address that sorts by this column, and how the rows are sorted by it now. */
  sort?: { href: string; now?: 'ascending' | 'descending' | undefined }
}

export type DataTableProps<T> = {
  caption: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  tall?: boolean
  /** Shown instead of the rows when there are none. */
  empty?: ReactNode
}

const onlyWide = 'max-md:hidden'
const arrows = { ascending: '↑', descending: '↓' }

function Head<T>({ column }: { column: Column<T> }) {
  if (!column.sort) return column.header
  return (
    <Link
      href={column.sort.href}
      prefetch={false}
      className="inline-flex min-h-6 items-center gap-1 text-muted underline-offset-2 hover:text-ink hover:underline"
    >
      {column.header}
      {column.sort.now ? <span aria-hidden="true">{arrows[column.sort.now]}</span> : null}
    </Link>
  )
}

/** A table from columns and rows, for pages that only show. */
export function DataTable<T>({ caption, columns, rows, rowKey, tall, empty }: DataTableProps<T>) {
  if (rows.length === 0 && empty !== undefined) return empty
  return (
    <Table caption={caption} {...(tall ? { tall } : {})}>
      <TableHead>
        <tr>
          {columns.map(column => (
            <HeaderCell
              key={column.id}
              numeric={column.numeric}
              sorted={column.sort?.now}
              className={column.wide ? onlyWide : undefined}
            >
              <Head column={column} />
            </HeaderCell>
          ))}
        </tr>
      </TableHead>
      <tbody>
        {rows.map(row => (
          <Row key={rowKey(row)}>
            {columns.map(column =>
              column.names ? (
                <RowHeader key={column.id}>{column.cell(row)}</RowHeader>
              ) : (
                <Cell
                  key={column.id}
                  numeric={column.numeric}
                  mono={column.mono}
                  className={column.wide ? onlyWide : undefined}
                >
                  {column.cell(row)}
                </Cell>
              ),
            )}
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
