import { useLocale, useTranslations } from 'next-intl'
import type { ToldRow, ToldRows, ToldSpan } from '@/lib/moves/telling/rules'
import { formatDuration } from '@/lib/time-format'
import { coversDays, formatSpan } from '@/lib/time-spans'
import { zoneCity } from '@/lib/time-zones'
import { Cell, HeaderCell, Row, RowHeader, Table, TableHead } from '../ui/table'

type Props = {
  caption: string
  rows: ToldRows
  /** The home zone before and after. */
  home: { from: string; to: string }
}

// A phone says the old time below the new one.
const wide = 'max-md:hidden'

/** As many rows as are read at a glance. */
const few = 6

/** Rows of a preview with the old and the new time at home; many are shut until somebody wants them by name. */
export function PreviewRows({ caption, rows, home }: Props) {
  const t = useTranslations('moves')
  if (rows.total === 0) return null
  const more = rows.total - rows.rows.length
  return (
    <details open={rows.total <= few} className="min-w-0 border-line border-t py-1">
      <summary className="min-h-target cursor-pointer py-1 font-medium">{caption}</summary>
      <div className="max-h-80 overflow-auto">
        <Table caption={`${caption}. ${t('preview.times', { zone: home.from })}`}>
          <TableHead>
            <tr>
              <HeaderCell>{t('last.what')}</HeaderCell>
              <HeaderCell className={wide}>{t('preview.old')}</HeaderCell>
              <HeaderCell>{t('preview.new')}</HeaderCell>
            </tr>
          </TableHead>
          <tbody>
            {rows.rows.map(row => (
              <PreviewRow key={`${row.table} ${row.id}`} row={row} home={home} />
            ))}
          </tbody>
        </Table>
      </div>
      {more > 0 ? <p className="py-1 text-muted">{t('preview.more', { count: more })}</p> : null}
    </details>
  )
}

function PreviewRow({ row, home }: { row: ToldRow; home: Props['home'] }) {
  const t = useTranslations('moves')
  const locale = useLocale()
  const { days } = row
  const say: Say = (span, timeZone) =>
    span
      ? formatSpan(span.startAt, span.endAt ?? span.startAt, { timeZone, locale, wholeDays: days !== null })
      : t('preview.none')
  const shift = `${row.wall < 0 ? '−' : '+'}${formatDuration(Math.abs(row.wall), locale)}`
  return (
    <Row>
      <RowHeader>
        {row.name}{' '}
        <span className="font-normal text-muted text-note">
          {[row.gate ? t(`gates.${row.gate}`) : t(`tables.${row.table}`), row.written]
            .filter(Boolean)
            .join(', ')}
        </span>
      </RowHeader>
      <Cell mono className={wide}>
        <RowTime {...{ say, days }} span={row.from} home={home.from} />
      </Cell>
      <Cell mono className="max-md:whitespace-normal">
        <RowTime {...{ say, days }} span={row.to} home={home.to} />
        <span className="block text-muted md:hidden">
          {t('preview.was', { time: say(row.from, home.from) })}
        </span>
        {row.wall === 0 ? null : (
          <span className="block text-muted text-note">{t('preview.wall', { by: shift })}</span>
        )}
        {row.adjusted ? (
          <span className="block text-muted text-note">{t(`preview.${row.adjusted}`)}</span>
        ) : null}
      </Cell>
    </Row>
  )
}

type Say = (span: ToldSpan | null, timeZone: string) => string
type TimeProps = { span: ToldSpan | null; days: string | null; home: string; say: Say }

/** When it is at home; days that are meant elsewhere as the dates there too. */
function RowTime({ span, days, home, say }: TimeProps) {
  const elsewhere =
    span !== null && days !== null && !coversDays(span.startAt, span.endAt ?? span.startAt, home)
  return (
    <>
      {say(span, home)}
      {elsewhere ? (
        <span className="block text-muted">{`${zoneCity(days)} · ${say(span, days)}`}</span>
      ) : null}
    </>
  )
}
