import { useTranslations } from 'next-intl'
import { HeaderCell, Table, TableHead } from '@/components/ui/table'
import { type OverviewLine, shownStates } from './overview-lines'
import { OverviewRows } from './overview-rows'

type Props = {
  caption: string
  head: string
  bar: { head: string; of: (name: string) => string }
  lines: readonly OverviewLine[]
}

/** Numbers and bars side by side: how full each line is, and where its people stand. */
export function OverviewTable({ caption, head, bar, lines }: Props) {
  const t = useTranslations('registrations')
  const withMissing = lines.some(line => line.missing !== undefined)
  return (
    <Table caption={caption} className="max-h-96">
      <TableHead>
        <tr>
          <HeaderCell>{head}</HeaderCell>
          <HeaderCell className="min-w-36">{bar.head}</HeaderCell>
          {withMissing ? <HeaderCell numeric>{t('missing')}</HeaderCell> : null}
          {shownStates.map(state => (
            <HeaderCell key={state} numeric>
              {t(`state.${state}`)}
            </HeaderCell>
          ))}
        </tr>
      </TableHead>
      <OverviewRows lines={JSON.stringify(lines.map(line => ({ ...line, label: bar.of(line.name) })))} />
    </Table>
  )
}
