import { getLocale, getTranslations } from 'next-intl/server'
import { stateOf } from '@/lib/shifts/coverage/rules'
import { crewLetter } from '@/lib/shifts/rules'
import { calendarDateAt } from '@/lib/time-calendar'
import { formatDate, formatInstant } from '@/lib/time-format'
import { type Instant, zoneCity } from '@/lib/time-zones'
import { Checkbox } from '../ui/checkbox'
import { Status } from '../ui/status'
import { Cell, HeaderCell, Row, RowHeader, Table, TableHead } from '../ui/table'
import { TextLink } from '../ui/text-link'
import { DutyNames, type ShownDuty } from './duty-names'

export type ShownShift = {
  id: string
  title: string
  crew: number | null
  /** where it is not plain from the page */
  teamName: string | null
  startAt: Instant
  endAt: Instant
  places: number
  filled: number
  duties: readonly ShownDuty[]
}

type Props = {
  caption: string
  shifts: readonly ShownShift[]
  home: string
  /** where one shift is edited; null for whoever only reads */
  editBase: string | null
  exerciseId: string
  /** whether rows can be ticked, in a form around */
  ticks: boolean
}

// A phone shows below its time what it is and how many stand it.
const wide = 'max-md:hidden'
const phone = 'block font-normal md:hidden'
const tones = { gap: 'bad', empty: 'bad', short: 'warn', full: 'good' } as const

/** Shifts by day at home, with who stands them and how many places are free. */
export async function ShiftTable({ caption, shifts, home, editBase, exerciseId, ticks }: Props) {
  const [t, locale] = await Promise.all([getTranslations('shifts'), getLocale()])
  const days = new Map<string, ShownShift[]>()
  for (const shift of shifts) {
    const day = calendarDateAt(shift.startAt, home)
    days.set(day, [...(days.get(day) ?? []), shift])
  }
  const clock = (at: Instant) => formatInstant(at, { timeZone: home, locale, style: 'clock' })
  const columns = ticks ? 5 : 4
  return (
    <Table caption={caption}>
      <TableHead>
        <tr>
          {ticks ? (
            <HeaderCell className="print:hidden">
              <span className="max-md:sr-only">{t('tick')}</span>
            </HeaderCell>
          ) : null}
          <HeaderCell>{t('timeIn', { city: zoneCity(home) })}</HeaderCell>
          <HeaderCell className={wide}>{t('what')}</HeaderCell>
          <HeaderCell>{t('onDuty')}</HeaderCell>
          <HeaderCell className={wide}>{t('placesHead')}</HeaderCell>
        </tr>
      </TableHead>
      {[...days].map(([day, rows]) => (
        <tbody key={day} className="break-inside-avoid">
          <tr>
            <th colSpan={columns} scope="rowgroup" className="bg-sunk px-2 py-1 text-left font-semibold">
              {formatDate(day, locale)}
            </th>
          </tr>
          {rows.map(shift => {
            const time = `${clock(shift.startAt)}–${clock(shift.endAt)}`
            const crew = shift.crew === null ? null : t('crew', { letter: crewLetter(shift.crew) })
            const what = [shift.title, crew, shift.teamName].filter(Boolean).join(' · ')
            const places = (
              <Status tone={tones[stateOf(shift)]}>
                {t('ofPlaces', { filled: shift.filled, places: shift.places })}
              </Status>
            )
            const label = `${formatDate(day, locale)} ${time}`
            return (
              <Row key={shift.id} id={shift.id} className="target:bg-accent-soft">
                {ticks ? (
                  <Cell className="print:hidden">
                    <Checkbox bare name="shiftIds[]" value={shift.id} label={t('tickShift', { label })} />
                  </Cell>
                ) : null}
                <RowHeader className="whitespace-nowrap tabular">
                  {editBase ? (
                    <TextLink
                      href={`${editBase}/shift/${shift.id}`}
                      aria-label={t('openShift', { label })}
                      className="inline-flex min-h-target items-center"
                    >
                      {time}
                    </TextLink>
                  ) : (
                    time
                  )}
                  <span className={`${phone} whitespace-normal text-muted text-note`}>{what}</span>
                  <span className={`${phone} text-note`}>{places}</span>
                </RowHeader>
                <Cell className={wide}>{what}</Cell>
                <Cell>
                  <DutyNames
                    exerciseId={exerciseId}
                    shiftId={shift.id}
                    duties={shift.duties}
                    others={shift.filled - shift.duties.filter(duty => !duty.gone).length}
                    edits={editBase !== null}
                  />
                </Cell>
                <Cell className={wide}>{places}</Cell>
              </Row>
            )
          })}
        </tbody>
      ))}
    </Table>
  )
}
