import { useTranslations } from 'next-intl'
import { HeaderCell, Table, TableHead } from '@/components/ui/table'
import { type Column, nextRank, type OverviewLine, type Rank, rankText, shownStates } from './overview-lines'
import { OverviewRows } from './overview-rows'

type Props = {
  caption: string
  head: string
  bar: { head: string; of: (name: string) => string }
  lines: readonly OverviewLine[]
  rank: Rank | null
  /** the address of the same table in another order */
  rankedBy: (rank: string) => string
}

/** Numbers and bars side by side: how full each line is, and where its people stand. */
export function OverviewTable({ caption, head, bar, lines, rank, rankedBy }: Props) {
  const t = useTranslations('registrations')
  const has = (column: 'missing' | 'overdue') => lines.some(line => line[column] !== undefined)
  const columns: { by: Column; label: string; wide?: boolean }[] = [
    { by: 'name', label: head },
    { by: 'value', label: bar.head, wide: true },
    ...(has('missing') ? [{ by: 'missing' as const, label: t('missing') }] : []),
    ...(has('overdue') ? [{ by: 'overdue' as const, label: t('overdue') }] : []),
    ...shownStates.map(state => ({ by: state, label: t(`state.${state}`) })),
  ]
  return (
    <Table caption={caption} className="max-h-96">
      <TableHead>
        <tr>
          {columns.map(({ by, label, wide }) => {
            const now = rank?.by === by ? rank : null
            return (
              <HeaderCell
                key={by}
                numeric={by !== 'name' && !wide}
                sorted={now ? (now.down ? 'descending' : 'ascending') : undefined}
                className={wide ? 'min-w-36' : undefined}
              >
                <a
                  href={rankedBy(rankText(nextRank(rank, by)))}
                  className="inline-flex min-h-6 items-center gap-1 underline-offset-2 hover:text-ink hover:underline"
                >
                  {label}
                  {now ? <span aria-hidden="true">{now.down ? '↓' : '↑'}</span> : null}
                </a>
              </HeaderCell>
            )
          })}
        </tr>
      </TableHead>
      <OverviewRows lines={JSON.stringify(lines.map(line => ({ ...line, label: bar.of(line.name) })))} />
    </Table>
  )
}
