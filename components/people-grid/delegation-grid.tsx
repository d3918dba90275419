import { useTranslations } from 'next-intl'
import { ownWords, type SayOwn } from '@/components/registrations/own-words'
import { SortHead } from '@/components/registrations/sort-head'
import { changedWords, stateTones, stateWords } from '@/components/registrations/state-status'
import { HeaderCell, TableHead } from '@/components/ui/table'
import type { ListedRegistration } from '@/lib/registrations/queries'
import { holdsSeat } from '@/lib/registrations/rules'
import type { ListFilter } from '@/lib/registrations/schema'
import { formatIso, type TimeLocale } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import type { Column } from './columns'
import { PeopleGrid } from './grid'
import type { GridChoices, GridLine } from './lines'

type Props = {
  owner: { exerciseId: string; participationId: string }
  people: readonly ListedRegistration[]
  columns: readonly Column[]
  choices: GridChoices
  path: string
  filter: ListFilter
  open: boolean
  now: Instant
  timeZone: string
  locale: TimeLocale
}

const wide = 'max-md:hidden'

/** A delegation's people, to be written in where they stand. */
export function DelegationGrid({ people, filter, columns, choices, ...props }: Props) {
  const { owner, path, open } = props
  const t = useTranslations('peopleGrid')
  const words = useTranslations('registrations')
  const own = useTranslations('ownPart.line')
  const head = (
    <TableHead>
      <tr>
        <HeaderCell className="w-8 text-left">
          <input type="checkbox" data-all="" aria-label={t('chooseAll')} className="size-4 accent-accent" />
        </HeaderCell>
        <HeaderCell className="w-8">
          <span className="sr-only">{t('openHead')}</span>
        </HeaderCell>
        {columns.map(({ id, sort, fixed }) =>
          sort ? (
            <SortHead
              key={id}
              {...{ path, filter, sort }}
              usual="name"
              label={t(`column.${id}`)}
              className={fixed ? undefined : wide}
            />
          ) : (
            <HeaderCell key={id} className={fixed ? undefined : wide}>
              {t(`column.${id}`)}
            </HeaderCell>
          ),
        )}
      </tr>
    </TableHead>
  )
  const lines = people.map(person => lineOf(person, props, words, own))
  return (
    <PeopleGrid
      {...{ owner, columns, path, open, head }}
      choices={withTeamsOf(people, choices)}
      caption={words('people')}
      lines={JSON.stringify(lines)}
    />
  )
}

type Say = ReturnType<typeof useTranslations<'registrations'>>

function lineOf(
  person: ListedRegistration,
  { now, timeZone, locale }: Pick<Props, 'now' | 'timeZone' | 'locale'>,
  t: Say,
  own: SayOwn,
): GridLine {
  const { id, version, state, familyName, givenName, nativeName, email } = person
  const { role, team, companyId, site, presence, homeTimeZone, languages, clearanceUntilOn } = person
  return {
    id,
    version,
    values: {
      ...{ familyName, givenName, nativeName, email, companyId, presence, homeTimeZone, clearanceUntilOn },
      roleId: role.id,
      teamId: team?.id ?? null,
      siteId: site?.id ?? null,
      languages: languages.join(', '),
    },
    seated: holdsSeat(state),
    group: (person.waiting?.with ?? 0) > 1,
    state,
    stateText: stateWords({ state, reason: person.stateReason, waiting: person.waiting }, t),
    tone: stateTones[state],
    own: ownWords(person, own),
    late: person.lateReason ? t('late', { reason: person.lateReason }) : null,
    at: formatIso(person.stateAt),
    changed: changedWords(person.stateAt, { now, timeZone, locale }, t),
  }
}

/** Somebody may sit in a team that is none of the delegation's own. */
function withTeamsOf(people: readonly ListedRegistration[], choices: GridChoices): GridChoices {
  const own = new Set(choices.teams.map(({ id }) => id))
  const others = people.flatMap(({ team }) => (team && !own.has(team.id) ? [team] : []))
  const once = new Map(others.map(({ id, name, colour }) => [id, { id, name, colour }]))
  return { ...choices, teams: [...choices.teams, ...once.values()] }
}
