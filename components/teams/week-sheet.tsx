import { useLocale, useTranslations } from 'next-intl'
import { HeaderCell, Table, TableHead } from '@/components/ui/table'
import { formatDate, formatInstant } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import type { WeekDay, WeekItem } from './week-days'

type Props = { caption: string; days: readonly WeekDay[]; timeZone: string }

/** More than these in a day and its column would run over many sheets beside empty ones. */
const mostInColumn = 16

/** A team's week on paper, at home and in Zulu: a column a day, or where days are full one day below the other. */
export function WeekSheet(props: Props) {
  const full = props.days.some(({ items }) => items.length > mostInColumn)
  return full ? <FullDays {...props} /> : <DayColumns {...props} />
}

function FullDays({ days, timeZone }: Props) {
  const locale = useLocale()
  return days.map(day => (
    <section key={day.date} className="border-line border-t pt-1.5 pb-3">
      <h2 className="break-after-avoid font-semibold">{formatDate(day.date, locale, 'weekdayDayMonth')}</h2>
      <div className="columns-1 text-note sm:columns-2 lg:columns-4 print:columns-4">
        <DayItems day={day} timeZone={timeZone} />
      </div>
    </section>
  ))
}

function DayColumns({ caption, days, timeZone }: Props) {
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
              <DayItems day={day} timeZone={timeZone} />
            </td>
          ))}
        </tr>
      </tbody>
    </Table>
  )
}

function DayItems({ day, timeZone }: { day: WeekDay; timeZone: string }) {
  const t = useTranslations('sheet')
  if (day.items.length === 0) return <span className="text-muted">{t('free')}</span>
  return (
    <ul>
      {day.items.map(item => (
        <Item key={item.id} item={item} day={day} timeZone={timeZone} />
      ))}
    </ul>
  )
}

function Item({ item, day, timeZone }: { item: WeekItem; day: WeekDay; timeZone: string }) {
  const t = useTranslations('sheet')
  return (
    <li className="break-inside-avoid pb-2">
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
