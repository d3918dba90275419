import { useTranslations } from 'next-intl'
import { DateTimeField } from '@/components/ui/date-time-field'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { ZoneField } from '../moments/zone-field'

type Choice = { id: string; name: string }

export type PersonValues = {
  email: string
  givenName: string
  familyName: string
  nativeName: string
  companyId: string | null
  roleId: string
  teamId: string | null
  siteId: string | null
  presence: 'on_site' | 'remote'
  homeTimeZone: string
  languages: readonly string[]
  clearanceUntilOn: string | null
}

type Props = {
  values: Partial<PersonValues>
  roles: readonly Choice[]
  teams: readonly Choice[]
  sites: readonly (Choice & { remote: boolean })[]
  companies: readonly Choice[]
  /** role and team are fixed by the organisers */
  seated?: boolean
  /** asked once, when the person is put on the list */
  countries?: { chosen: string | null; all: readonly { code: string; name: string }[] }
}

const options = (of: readonly Choice[]) => of.map(({ id, name }) => ({ value: id, label: name }))

/** What a delegation writes about a person. */
export function PersonFields({ values, roles, teams, sites, companies, seated, countries }: Props) {
  const t = useTranslations('delegation.field')
  const given = <K extends keyof PersonValues>(key: K) => {
    const value = values[key]
    return value === undefined || value === null ? {} : { defaultValue: String(value) }
  }
  const fixed = (of: readonly Choice[], id: string | null | undefined) =>
    of.filter(choice => choice.id === id)
  const places = [
    { label: t('on_site'), options: options(sites.filter(site => !site.remote)) },
    { label: t('remote'), options: options(sites.filter(site => site.remote)) },
  ].filter(group => group.options.length > 0)
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        name="familyName"
        label={t('familyName')}
        required
        maxLength={120}
        autoComplete="off"
        {...given('familyName')}
      />
      <TextField
        name="givenName"
        label={t('givenName')}
        required
        maxLength={120}
        autoComplete="off"
        {...given('givenName')}
      />
      <TextField
        name="nativeName"
        label={t('nativeName')}
        description={t('nativeHint')}
        maxLength={120}
        autoComplete="off"
        {...given('nativeName')}
      />
      <TextField
        name="email"
        type="email"
        label={t('email')}
        description={t('emailHint')}
        required
        maxLength={254}
        autoComplete="off"
        {...given('email')}
      />
      <Select
        name="roleId"
        label={t('role')}
        required
        empty="–"
        options={options(seated ? fixed(roles, values.roleId) : roles)}
        {...given('roleId')}
      />
      {seated ? (
        <Select
          name="teamId"
          label={t('teamFixed')}
          options={options(fixed(teams, values.teamId))}
          {...given('teamId')}
        />
      ) : (
        <Select
          name="teamId"
          label={t('team')}
          empty={t('teamNone')}
          options={options(teams)}
          {...given('teamId')}
        />
      )}
      <Select
        name="companyId"
        label={t('company')}
        empty={t('companyNone')}
        options={options(companies)}
        {...given('companyId')}
      />
      {countries ? (
        <Select
          name="homeNation"
          label={t('homeNation')}
          required
          empty="–"
          options={countries.all.map(({ code, name }) => ({ value: code, label: name }))}
          {...(countries.chosen ? { defaultValue: countries.chosen } : {})}
        />
      ) : null}
      <Segmented
        name="presence"
        label={t('presence')}
        visibleLabel
        wide
        options={[
          { value: 'on_site', label: t('on_site') },
          { value: 'remote', label: t('remote') },
        ]}
        defaultValue={values.presence ?? 'on_site'}
      />
      <Select name="siteId" label={t('site')} empty={t('siteNone')} options={places} {...given('siteId')} />
      <ZoneField
        name="homeTimeZone"
        label={t('homeTimeZone')}
        description={t('zoneHint')}
        required
        {...given('homeTimeZone')}
      />
      <TextField
        name="languages"
        label={t('languages')}
        description={t('languagesHint')}
        maxLength={400}
        defaultValue={values.languages?.join(', ') ?? ''}
      />
      <DateTimeField
        name="clearanceUntilOn"
        kind="date"
        label={t('clearance')}
        description={t('clearanceHint')}
        {...given('clearanceUntilOn')}
      />
    </div>
  )
}
