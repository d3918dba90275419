import { useTranslations } from 'next-intl'
import { classes } from '@/components/ui/control'
import { swatchStyle } from '@/components/ui/swatch'
import { HeaderCell, Table, TableHead } from '@/components/ui/table'
import type { ListedRegistration } from '@/lib/registrations/queries'
import type { ListFilter, ListSort } from '@/lib/registrations/schema'
import { calendarDateAt, daysBetween } from '@/lib/time-calendar'
import { formatInstant, formatIso, type TimeLocale } from '@/lib/time-format'
import { type Instant, zoneCity } from '@/lib/time-zones'
import { listAddress } from './list-address'
import { StateStatus } from './state-status'

type Props = {
  people: readonly ListedRegistration[]
  /** the whole exercise's list names the nation, a delegation's the company */
  of: 'exercise' | 'delegation'
  path: string
  filter: ListFilter
  /** boxes to choose rows by */
  choosable: boolean
  /** the address of a person's own page */
  linked: ((person: ListedRegistration) => string) | null
  now: Instant
  timeZone: string
  locale: TimeLocale
}

/** Said once for all cells: a class on each of them weighs more than what stands in it. */
const cells =
  '[&>tr>*]:border-line [&>tr>*]:border-b [&>tr>*]:px-2 [&>tr>*]:py-1.5 [&>tr>*]:text-left [&>tr>*]:align-top ' +
  '[&>tr>*]:font-normal [&>tr>*:first-child]:pl-4 [&>tr>*:last-child]:pr-4'
const wide = 'max-md:hidden'

/** People as the server draws them: no script a row, so that fifty are as quick as five. On a phone the name carries
 * what has no column there. */
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
      <tbody className={cells}>
        {people.map(person => (
          <PersonRow key={person.id} {...props} person={person} />
        ))}
      </tbody>
    </Table>
  )
}

type HeadProps = Pick<Props, 'path' | 'filter' | 'of'> & { sort: ListSort; label: string; wide?: boolean }

function SortHead({ path, filter, of, sort, label, wide: onlyWide }: HeadProps) {
  const usual = of === 'exercise' ? 'changed' : 'name'
  const current = (filter.sort ?? usual) === sort
  const order = filter.order ?? (sort === 'changed' ? 'desc' : 'asc')
  const first = sort === 'changed' ? 'desc' : 'asc'
  const next = current ? (order === 'asc' ? 'desc' : 'asc') : first
  const sorted = current ? (order === 'asc' ? ('ascending' as const) : ('descending' as const)) : undefined
  return (
    <HeaderCell sorted={sorted} className={onlyWide ? wide : undefined}>
      <a
        href={listAddress(path, filter, { sort, order: next })}
        className="inline-flex min-h-6 items-center gap-1 underline-offset-2 hover:text-ink hover:underline"
      >
        {label}
        {sorted ? <span aria-hidden="true">{sorted === 'ascending' ? '↑' : '↓'}</span> : null}
      </a>
    </HeaderCell>
  )
}

function PersonRow({
  person,
  of,
  choosable,
  linked,
  now,
  timeZone,
  locale,
}: Props & { person: ListedRegistration }) {
  const t = useTranslations('registrations')
  const { id, role, team, site, company, nation, state } = person
  const place =
    person.presence === 'remote'
      ? t('remoteFrom', { city: zoneCity(person.homeTimeZone) })
      : (site?.name ?? t('onSite'))
  const days = daysBetween(calendarDateAt(person.stateAt, timeZone), calendarDateAt(now, timeZone))
  const changed =
    days === 0
      ? t('today')
      : days === 1
        ? t('yesterday')
        : formatInstant(person.stateAt, { timeZone, locale, style: 'dayMonth' })
  return (
    <tr className="hover:bg-sunk has-checked:bg-accent-soft">
      {choosable ? (
        <td>
          <input
            type="checkbox"
            name="ids[]"
            value={id}
            data-state={state}
            data-role={role.id}
            data-site={site?.id ?? ''}
            aria-label={`${t('choose')} ${person.familyName} ${person.givenName}`}
            className="size-4 accent-accent"
          />
        </td>
      ) : null}
      <th scope="row">
        <Name person={person} href={linked?.(person) ?? null} />
        <span className="block text-muted text-note md:hidden">
          {of === 'exercise' ? `${nation.code} · ` : null}
          {team ? t('detail', { role: role.name, team: team.name }) : role.name}
        </span>
        {person.alsoIn ? (
          <span className="block text-note text-warn">
            {t('alsoIn', { nations: person.alsoIn.join(', ') })}
          </span>
        ) : null}
      </th>
      {of === 'exercise' ? <td className={`${wide} font-mono text-note`}>{nation.code}</td> : null}
      <td className={wide}>{role.name}</td>
      <td className={`${wide} whitespace-nowrap`}>
        {team ? (
          <>
            <i
              aria-hidden="true"
              className="true-colour mr-1.5 inline-block size-2.5 rounded-small border border-edge"
              style={swatchStyle(team.colour)}
            />
            {team.name}
          </>
        ) : (
          <span className="text-muted">–</span>
        )}
      </td>
      {of === 'delegation' ? (
        <td className={wide}>{company ?? <span className="text-muted">–</span>}</td>
      ) : null}
      <td className={wide}>{place}</td>
      <td>
        <StateStatus state={state} reason={person.stateReason} waiting={person.waiting} />
        {person.lateReason ? (
          <span className="block text-muted text-note">{t('late', { reason: person.lateReason })}</span>
        ) : null}
      </td>
      <td className={`${wide} whitespace-nowrap font-mono text-note`}>
        <time dateTime={formatIso(person.stateAt)}>{changed}</time>
      </td>
    </tr>
  )
}

function Name({ person, href }: { person: ListedRegistration; href: string | null }) {
  const { familyName, givenName, nativeName } = person
  const name = (
    <>
      <span className="font-medium">{familyName}</span> {givenName}
    </>
  )
  return (
    <span className="wrap-anywhere">
      {href ? (
        <a
          href={href}
          className={classes('underline decoration-line underline-offset-2 hover:decoration-accent')}
        >
          {name}
        </a>
      ) : (
        name
      )}
      {nativeName ? <bdi className="ml-2 whitespace-nowrap text-muted">{nativeName}</bdi> : null}
    </span>
  )
}
