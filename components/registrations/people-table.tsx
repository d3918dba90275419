import { useTranslations } from 'next-intl'
import { HeaderCell, Table, TableHead } from '@/components/ui/table'
import type { ListedRegistration } from '@/lib/registrations/queries'
import type { ListFilter, ListSort } from '@/lib/registrations/schema'
import { calendarDateAt, daysBetween } from '@/lib/time-calendar'
import { formatInstant, formatIso, type TimeLocale } from '@/lib/time-format'
import { type Instant, zoneCity } from '@/lib/time-zones'
import { listAddress } from './list-address'
import { type PersonLine, PersonRows } from './person-rows'
import { stateTones, stateWords } from './state-status'

type Props = {
  people: readonly ListedRegistration[]
  /** the whole exercise's list names the nation, a delegation's the company */
  of: 'exercise' | 'delegation'
  path: string
  filter: ListFilter
  /** what goes along unchanged when the order changes, by its name in the address */
  kept?: { [name: string]: string | null }
  /** boxes to choose rows by */
  choosable: boolean
  /** the address of a person's own page */
  linked: ((person: ListedRegistration) => string) | null
  now: Instant
  timeZone: string
  locale: TimeLocale
}

const wide = 'max-md:hidden'

/** People in a table. On a phone the name carries what has no column there. */
export function PeopleTable(props: Props) {
  const { people, of, choosable } = props
  const t = useTranslations('registrations')
  return (
    <Table caption={t('people')}>
      <TableHead>
        <tr>
          {choosable ? (
            <HeaderCell className="w-8 text-left">
              <input type="checkbox" data-all="" aria-label={t('choose')} className="size-4 accent-accent" />
            </HeaderCell>
          ) : null}
          <SortHead {...props} sort="name" label={t('name')} />
          {of === 'exercise' ? <SortHead {...props} sort="nation" label={t('nation')} wide /> : null}
          <SortHead {...props} sort="role" label={t('role')} wide />
          <SortHead {...props} sort="team" label={t('team')} wide />
          {of === 'delegation' ? <SortHead {...props} sort="company" label={t('company')} wide /> : null}
          <HeaderCell className={wide}>{t('where')}</HeaderCell>
          <SortHead {...props} sort="state" label={t('stateHead')} />
          <SortHead {...props} sort="changed" label={t('changed')} wide />
        </tr>
      </TableHead>
      <PersonRows of={of} lines={JSON.stringify(people.map(person => lineOf(person, props, t)))} />
    </Table>
  )
}

type HeadProps = Pick<Props, 'path' | 'filter' | 'kept' | 'of'> & {
  sort: ListSort
  label: string
  wide?: boolean
}

function SortHead({ path, filter, kept, of, sort, label, wide: onlyWide }: HeadProps) {
  const usual = of === 'exercise' ? 'changed' : 'name'
  const current = (filter.sort ?? usual) === sort
  const order = filter.order ?? (sort === 'changed' ? 'desc' : 'asc')
  const first = sort === 'changed' ? 'desc' : 'asc'
  const next = current ? (order === 'asc' ? 'desc' : 'asc') : first
  const sorted = current ? (order === 'asc' ? ('ascending' as const) : ('descending' as const)) : undefined
  return (
    <HeaderCell sorted={sorted} className={onlyWide ? wide : undefined}>
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

type Say = ReturnType<typeof useTranslations<'registrations'>>

/** A person's row in words. */
function lineOf(person: ListedRegistration, props: Props, t: Say): PersonLine {
  const { id, familyName, givenName, nativeName, role, team, site, company, nation, state } = person
  const { of, choosable, linked, now, timeZone, locale } = props
  const days = daysBetween(calendarDateAt(person.stateAt, timeZone), calendarDateAt(now, timeZone))
  const brief = team ? t('detail', { role: role.name, team: team.name }) : role.name
  return {
    id,
    names: [familyName, givenName, nativeName],
    href: linked?.(person) ?? null,
    brief: of === 'exercise' ? `${nation.code} · ${brief}` : brief,
    also: person.alsoIn ? t('alsoIn', { nations: person.alsoIn.join(', ') }) : null,
    nation: nation.code,
    role: role.name,
    team: team && { name: team.name, colour: team.colour },
    company,
    place:
      person.presence === 'remote'
        ? t('remoteFrom', { city: zoneCity(person.homeTimeZone) })
        : (site?.name ?? t('onSite')),
    tone: stateTones[state],
    state: stateWords({ state, reason: person.stateReason, waiting: person.waiting }, t),
    late: person.lateReason ? t('late', { reason: person.lateReason }) : null,
    at: formatIso(person.stateAt),
    changed:
      days === 0
        ? t('today')
        : days === 1
          ? t('yesterday')
          : formatInstant(person.stateAt, { timeZone, locale, style: 'dayMonth' }),
    box: choosable
      ? {
          label: `${t('choose')} ${familyName} ${givenName}`,
          state,
          role: role.id,
          site: site?.id ?? '',
          group: (person.waiting?.with ?? 0) > 1,
        }
      : null,
  }
}
