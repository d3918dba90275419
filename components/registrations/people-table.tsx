import { useTranslations } from 'next-intl'
import { HeaderCell, Table, TableHead } from '@/components/ui/table'
import type { ListedRegistration } from '@/lib/registrations/queries'
import type { ListFilter } from '@/lib/registrations/schema'
import { formatIso, type TimeLocale } from '@/lib/time-format'
import { type Instant, zoneCity } from '@/lib/time-zones'
import { ownWords, type SayOwn } from './own-words'
import { type PersonLine, PersonRows } from './person-rows'
import { SortHead } from './sort-head'
import { changedWords, stateTones, stateWords } from './state-status'

type Props = {
  people: readonly ListedRegistration[]
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
  const { people, choosable, path, filter, kept } = props
  const head = { path, filter, kept, usual: 'changed' as const }
  const t = useTranslations('registrations')
  const own = useTranslations('ownPart.line')
  return (
    <Table caption={t('people')}>
      <TableHead>
        <tr>
          {choosable ? (
            <HeaderCell className="w-8 text-left">
              <input type="checkbox" data-all="" aria-label={t('choose')} className="size-4 accent-accent" />
            </HeaderCell>
          ) : null}
          <SortHead {...head} sort="name" label={t('name')} />
          <SortHead {...head} sort="nation" label={t('nation')} className={wide} />
          <SortHead {...head} sort="role" label={t('role')} className={wide} />
          <SortHead {...head} sort="team" label={t('team')} className={wide} />
          <HeaderCell className={wide}>{t('where')}</HeaderCell>
          <SortHead {...head} sort="state" label={t('stateHead')} />
          <SortHead {...head} sort="changed" label={t('changed')} className={wide} />
        </tr>
      </TableHead>
      <PersonRows lines={JSON.stringify(people.map(person => lineOf(person, props, t, own)))} />
    </Table>
  )
}

type Say = ReturnType<typeof useTranslations<'registrations'>>
/** A person's row in words. */
function lineOf(person: ListedRegistration, props: Props, t: Say, own: SayOwn): PersonLine {
  const { id, familyName, givenName, nativeName, role, team, site, nation, state } = person
  const { choosable, linked, now, timeZone, locale } = props
  const brief = team ? t('detail', { role: role.name, team: team.name }) : role.name
  return {
    id,
    names: [familyName, givenName, nativeName],
    href: linked?.(person) ?? null,
    brief: `${nation.code} · ${brief}`,
    also: person.alsoIn ? t('alsoIn', { nations: person.alsoIn.join(', ') }) : null,
    nation: nation.code,
    role: role.name,
    team: team && { name: team.name, colour: team.colour },
    place:
      person.presence === 'remote'
        ? t('remoteFrom', { city: zoneCity(person.homeTimeZone) })
        : (site?.name ?? t('onSite')),
    tone: stateTones[state],
    state: stateWords({ state, reason: person.stateReason, waiting: person.waiting }, t),
    own: ownWords(person, own),
    late: person.lateReason ? t('late', { reason: person.lateReason }) : null,
    at: formatIso(person.stateAt),
    changed: changedWords(person.stateAt, { now, timeZone, locale }, t),
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
