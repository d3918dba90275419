import { useTranslations } from 'next-intl'
import { Cell, HeaderCell, Row, RowHeader, Table, TableHead } from '@/components/ui/table'
import { byDay, dayZone } from '@/lib/registrations/own/rules'
import { calendarDateAt } from '@/lib/time-calendar'
import { formatDate, formatInstant, type TimeLocale } from '@/lib/time-format'
import { type Instant, zoneCity } from '@/lib/time-zones'
import type { ScheduleEntry } from './entry'

type Props = { entries: readonly ScheduleEntry[]; own: string; home: string; locale: TimeLocale }

// Paper has room for all columns, a phone has not: there the place stands below what it is.
const wide = 'max-md:not-print:hidden'

/** A person's days on paper: one line an entry, with what the clocks show there, at home and in Zulu. */
export function SheetTable({ entries, own, home, locale }: Props) {
  const t = useTranslations('sheet')
  const zones = [...new Set([own, home, 'UTC'])]
  const inOrder = [...entries].sort((a, b) => a.startAt - b.startAt)
  return (
    <Table caption={t('days')}>
      <TableHead>
        <tr>
          <HeaderCell>{t('day')}</HeaderCell>
          {zones.map(zone => (
            <HeaderCell key={zone} className={zone === own ? '' : wide}>
              {zone === 'UTC' ? t('zulu') : zoneCity(zone)}
            </HeaderCell>
          ))}
          <HeaderCell>{t('what')}</HeaderCell>
          <HeaderCell className={wide}>{t('where')}</HeaderCell>
        </tr>
      </TableHead>
      <tbody>
        {byDay(inOrder, own).flatMap(({ date, entries: day }) =>
          day.map((entry, at) => (
            <Row key={entry.id}>
              <RowHeader>
                <span className={at === 0 ? '' : 'sr-only'}>
                  {formatDate(date, locale, 'weekdayDayMonth')}
                </span>
              </RowHeader>
              {zones.map(zone => (
                <Cell key={zone} className={`font-mono text-note tabular ${zone === own ? '' : wide}`}>
                  <Clock entry={entry} zone={zone} date={date} locale={locale} />
                </Cell>
              ))}
              <Cell>
                {entry.title}
                <span className="block text-note empty:hidden md:hidden print:hidden">{entry.place}</span>
                {entry.note ? <span className="block text-muted text-note">{entry.note}</span> : null}
              </Cell>
              <Cell className={wide}>{entry.place}</Cell>
            </Row>
          )),
        )}
      </tbody>
    </Table>
  )
}

/** From and to; with the day where that is not the line's own, and once where both are on the same. */
function Clock(props: { entry: ScheduleEntry; zone: string; date: string; locale: TimeLocale }) {
  const { entry, zone, date, locale } = props
  const t = useTranslations('sheet')
  const { startAt, endAt, wholeDays } = entry
  const show = (at: Instant, known: string) => {
    const style = calendarDateAt(at, zone) === known ? 'clock' : 'dayTime'
    return formatInstant(at, { timeZone: zone, locale, style })
  }
  if (wholeDays) return dayZone(entry, zone) === zone ? t('allDay') : null
  return `${show(startAt, date)}${endAt === null ? '' : `–${show(endAt, calendarDateAt(startAt, zone))}`}`
}
