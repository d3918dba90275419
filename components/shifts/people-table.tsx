import { getLocale, getTranslations } from 'next-intl/server'
import type { RestProblem } from '@/lib/shifts/rest/rules'
import { formatDuration, formatInstant } from '@/lib/time-format'
import { zoneCity } from '@/lib/time-zones'
import { DataTable } from '../ui/data-table'
import { RestWarning } from './rest-problem'

export type PersonOnDuty = {
  key: string
  name: string
  hint: string
  timeZone: string
  shifts: number
  dutyMinutes: number
  nights: number
  shortestRestMinutes: number | null
  problems: RestProblem[]
}

/** Of each person: how much duty, how many nights, the shortest rest, and what is broken; times in the person's zone. */
export async function PeopleTable({ caption, people }: { caption: string; people: readonly PersonOnDuty[] }) {
  const [t, locale] = await Promise.all([getTranslations('shifts'), getLocale()])
  const hours = (minutes: number) => formatDuration(Math.round(minutes) * 60, locale)
  const dutyOf = ({ dutyMinutes }: PersonOnDuty) =>
    t('dutyHours', { hours: Math.round(dutyMinutes / 6) / 10 })
  const restOf = ({ shortestRestMinutes: rest }: PersonOnDuty) => (rest === null ? '–' : hours(rest))
  const brief = (person: PersonOnDuty) =>
    t('brief', {
      ...{ shifts: person.shifts, duty: dutyOf(person), nights: person.nights, rest: restOf(person) },
      city: zoneCity(person.timeZone),
    })
  const when = (person: PersonOnDuty, problem: RestProblem) =>
    formatInstant(problem.startAt, { timeZone: person.timeZone, locale, style: 'dayTime' })
  return (
    <DataTable
      caption={caption}
      rows={people}
      rowKey={person => person.key}
      empty={<p className="p-4 text-muted">{t('nobodyOnDuty')}</p>}
      columns={[
        {
          id: 'person',
          header: t('person'),
          names: true,
          cell: person => (
            <>
              {person.name} <span className="text-muted text-note">{person.hint}</span>
              <span className="block font-normal text-muted text-note md:hidden">{brief(person)}</span>
            </>
          ),
        },
        { id: 'zone', wide: true, header: t('zone'), cell: person => zoneCity(person.timeZone) },
        { id: 'shifts', wide: true, header: t('shiftsHead'), numeric: true, cell: person => person.shifts },
        {
          id: 'hours',
          wide: true,
          header: t('duty'),
          numeric: true,
          cell: dutyOf,
        },
        { id: 'nights', wide: true, header: t('nights'), numeric: true, cell: person => person.nights },
        {
          id: 'rest',
          wide: true,
          header: t('shortestRest'),
          numeric: true,
          cell: restOf,
        },
        {
          id: 'warnings',
          header: t('warnings'),
          cell: person => (
            <ul className="grid gap-1">
              {person.problems.slice(0, 5).map(problem => (
                <li key={`${problem.kind} ${problem.startAt}`}>
                  <RestWarning problem={problem} />{' '}
                  <span className="text-muted text-note">{when(person, problem)}</span>
                </li>
              ))}
              {person.problems.length > 5 ? (
                <li className="text-muted text-note">{t('more', { count: person.problems.length - 5 })}</li>
              ) : null}
            </ul>
          ),
        },
      ]}
    />
  )
}
