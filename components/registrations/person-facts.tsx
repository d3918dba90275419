import { useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import { formatDate, type TimeLocale } from '@/lib/time-format'
import { zoneCity } from '@/lib/time-zones'
import type { PersonValues } from './person-fields'

type Choice = { id: string; name: string }
type Props = {
  person: PersonValues
  roles: readonly Choice[]
  teams: readonly Choice[]
  sites: readonly Choice[]
  companies: readonly Choice[]
  locale: TimeLocale
}

/** What is written about a person, for whoever may read it and no longer change it. */
export function PersonFacts({ person, roles, teams, sites, companies, locale }: Props) {
  const t = useTranslations('delegation.field')
  const named = (of: readonly Choice[], id: string | null) => of.find(choice => choice.id === id)?.name ?? '–'
  const until = person.clearanceUntilOn
  return (
    <Facts
      items={[
        { term: t('familyName'), value: person.familyName },
        { term: t('givenName'), value: person.givenName },
        { term: t('nativeName'), value: person.nativeName || '–' },
        { term: t('email'), value: <span className="break-all">{person.email}</span> },
        { term: t('role'), value: named(roles, person.roleId) },
        { term: t('teamFixed'), value: named(teams, person.teamId) },
        { term: t('company'), value: named(companies, person.companyId) },
        { term: t('presence'), value: t(person.presence) },
        { term: t('site'), value: named(sites, person.siteId) },
        { term: t('homeTimeZone'), value: zoneCity(person.homeTimeZone) },
        { term: t('languages'), value: person.languages.join(', ') || '–' },
        { term: t('clearance'), value: until ? formatDate(until, locale, 'dayMonthYear') : '–' },
      ]}
    />
  )
}
