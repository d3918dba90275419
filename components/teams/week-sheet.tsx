import { useLocale, useTranslations } from 'next-intl'
import { HeaderCell, Table, TableHead } from '@/components/ui/table'
import { formatDate, formatInstant } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import type { WeekDay, WeekItem } from './week-days'

type Props = { caption: string; days: readonly WeekDay[]; timeZone: string }

/** A team's week on paper: a column a day, at home and in Zulu. */
export function WeekSheet({ caption, days, timeZone }: Props) {
  const t = useTranslations('sheet')
  const locale = useLocale()
  return (
    <Table caption={caption}>
      <TableHead>
        <tr>
          {days.map(({ date }) => (
            <HeaderCell key={date}>{formatDate(date, locale, 'weekdayDayMonth')}</HeaderCell>
          ))}
        </tr>
      </TableHead>
      <tbody>
        <tr>
          {days.map(day => (
            <td
              key={day.date}
              className="w-[14.28%] min-w-32 border-line border-l px-2 py-1.5 align-top text-note first:border-l-0 print:min-w-0"
            >
              {day.items.length === 0 ? (
                <span className="text-muted">{t('free')}</span>
              ) : (
                <ul className="grid gap-2">
                  {day.items.map(item => (
                    <Item key={item.id} item={item} day={day} timeZone={timeZone} />
                  ))}
                </ul>
              )}
            </td>
          ))}
        </tr>
      </tbody>
    </Table>
  )
}

function Item({ item, day, timeZone }: { item: WeekItem; day: WeekDay; timeZone: string }) {
  const t = useTranslations('sheet')
  return (
    <li className="break-inside-avoid">
      {item.wholeDays ? (
        <span className="text-muted">{t('allDay')}</span>
      ) : (
        <span className="block font-mono tabular">
          <Span {...{ item, day, timeZone }} />
          <span className="block text-muted">
            <Span {...{ item, day }} timeZone="UTC" />Z
          </span>
        </span>
      )}
      <span className="wrap-anywhere block font-semibold">
        {item.code ? <span className="mr-1 font-mono font-normal text-muted">{item.code}</span> : null}
        {item.title}
      </span>
      {item.place ? <span className="wrap-anywhere block">{item.place}</span> : null}
      {item.names.length > 0 ? <span className="wrap-anywhere block">{item.names.join(', ')}</span> : null}
    </li>
  )
}

/** What began the day before or goes on the day after says so with dots. */
function Span({ item, day, timeZone }: { item: WeekItem; day: WeekDay; timeZone: string }) {
  const locale = useLocale()
  const show = (at: Instant) => formatInstant(at, { timeZone, locale, style: 'clock' })
  const from = item.startAt < day.startAt ? '…' : show(item.startAt)
  if (item.endAt === null) return from
  return `${from}–${item.endAt > day.endAt ? '…' : show(item.endAt)}`
}
