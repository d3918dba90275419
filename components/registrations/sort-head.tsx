import { HeaderCell } from '@/components/ui/table'
import type { ListFilter, ListSort } from '@/lib/registrations/schema'
import { listAddress } from './list-address'

type Props = {
  path: string
  filter: ListFilter
  /** what goes along unchanged when the order changes, by its name in the address */
  kept?: { [name: string]: string | null } | undefined
  sort: ListSort
  /** how the list is ordered while nobody asks otherwise */
  usual: ListSort
  label: string
  className?: string | undefined
}

/** The head of a column by which the list can be ordered: a link, so that the order stands in the address. */
export function SortHead({ path, filter, kept, sort, usual, label, className }: Props) {
  const first = sort === 'changed' ? 'desc' : 'asc'
  const current = (filter.sort ?? usual) === sort
  const order = filter.order ?? first
  const next = current ? (order === 'asc' ? 'desc' : 'asc') : first
  const sorted = current ? (order === 'asc' ? ('ascending' as const) : ('descending' as const)) : undefined
  return (
    <HeaderCell sorted={sorted} className={className}>
      <a
        href={listAddress(path, filter, { ...kept, sort, order: next })}
        className="inline-flex min-h-6 items-center gap-1 underline-offset-2 hover:text-ink hover:underline"
      >
        {label}
        {sorted ? <span aria-hidden="true">{sorted === 'ascending' ? '↑' : '↓'}</span> : null}
      </a>
    </HeaderCell>
  )
}
