import { useLocale, useTranslations } from 'next-intl'
import { partnerName } from '@/lib/countries/rules'
import type { MovedMoment, MoveEffect } from '@/lib/startex/rules'
import { formatMoment } from '@/lib/time-format'
import { formatSpan } from '@/lib/time-spans'
import type { Instant } from '@/lib/time-zones'
import { Status, type StatusTone } from '../ui/status'
import { Cell, HeaderCell, Row, RowHeader, Table, TableHead } from '../ui/table'

const tones: Record<MoveEffect, StatusTone> = {
  moves: 'info',
  follows: 'info',
  stays: 'empty',
  happened: 'neutral',
}

/** What a row of the report is called, in the reader's language. */
export function useMomentName(): (row: MovedMoment) => string {
  const t = useTranslations('exercises.move')
  const gates = useTranslations('schedule.gate')
  const locale = useLocale()
  return ({ what, title, nation, gate }) => {
    if (what === 'own_date' && nation && gate)
      return t('own_date', { nation: partnerName(nation, locale), gate: gates(gate) })
    const whole = what === 'activity' || what === 'agenda_item' || what === 'leg' || what === 'own_date'
    return whole ? title : t(what, { name: title })
  }
}

type Props = { rows: readonly MovedMoment[]; home: string; newHome: string }

// A phone shows what and what becomes of it; the times stand below the name there.
const wide = 'hidden md:table-cell'

/** Every moment of the plan before and after the move, at home. */
export function MoveReport({ rows, home, newHome }: Props) {
  const t = useTranslations('exercises.move')
  return (
    <Table caption={t('all')}>
      <TableHead>
        <tr>
          <HeaderCell>{t('what')}</HeaderCell>
          <HeaderCell className={wide}>{t('anchor')}</HeaderCell>
          <HeaderCell className={wide}>{t('from')}</HeaderCell>
          <HeaderCell className={wide}>{t('toHead')}</HeaderCell>
          <HeaderCell>{t('effect')}</HeaderCell>
        </tr>
      </TableHead>
      <tbody>
        {rows.map(row => (
          <ReportLine key={`${row.what} ${row.id}`} row={row} home={home} newHome={newHome} />
        ))}
      </tbody>
    </Table>
  )
}

type LineProps = { row: MovedMoment; home: string; newHome: string }

function ReportLine({ row, home, newHome }: LineProps) {
  const t = useTranslations('exercises.move')
  const locale = useLocale()
  const nameOf = useMomentName()
  const whole = row.moment.anchor === 'dday' && row.moment.minute === null
  // A whole day that ends something is told by its date, not by the midnight after it.
  const ends =
    row.what === 'phase_end' ||
    row.what === 'rota_end' ||
    (row.gate !== null && row.gate !== 'registration_opens')
  const say = (at: Instant, timeZone: string) =>
    formatSpan(whole && ends ? at - 1 : at, at, { timeZone, locale, wholeDays: whole })
  const [from, to] = [say(row.from, home), say(row.to, newHome)]
  return (
    <Row>
      <RowHeader>
        {nameOf(row)}
        <span className="block font-mono font-normal text-muted text-note tabular md:hidden">{from}</span>
        <span className="block font-mono font-normal text-note tabular md:hidden">
          {from === to ? null : to}
        </span>
      </RowHeader>
      <Cell mono className={wide}>
        {formatMoment(row.moment, home)}
      </Cell>
      <Cell mono className={wide}>
        {from}
      </Cell>
      <Cell mono className={wide}>
        {to}
      </Cell>
      <Cell>
        {row.adjusted ? (
          <Status tone="warn">{t(row.adjusted)}</Status>
        ) : (
          <Status tone={tones[row.effect]}>{t(`effects.${row.effect}`)}</Status>
        )}
      </Cell>
    </Row>
  )
}
