import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { controlLook } from '@/components/ui/control'
import { registrationStates } from '@/lib/registrations/rules'
import { type ListFilter, ownFilters } from '@/lib/registrations/schema'
import { type Choice, Choose } from './choose'

type Props = {
  filter: ListFilter
  /** goes along unchanged, by its name in the address */
  kept?: { [name: string]: string | null }
  nations?: readonly Choice[]
  roles: readonly Choice[]
  teams: readonly Choice[]
  companies?: readonly Choice[]
}

/** Narrows a list by its address alone: a plain form, which works before any script has come. */
export function FilterForm({ filter, kept = {}, nations, roles, teams, companies }: Props) {
  const t = useTranslations('registrations')
  const states = registrationStates.map(state => ({ id: state, name: t(`state.${state}`) }))
  const own = ownFilters.map(how => ({ id: how, name: t(`ownHow.${how}`) }))
  return (
    <search>
      <form method="get" className="flex flex-wrap items-center gap-2">
        {Object.entries({ queue: filter.queue, ...kept }).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        {filter.sort ? <input type="hidden" name="sort" value={filter.sort} /> : null}
        {filter.order ? <input type="hidden" name="order" value={filter.order} /> : null}
        <input
          type="search"
          name="q"
          defaultValue={filter.q ?? ''}
          maxLength={100}
          dir="auto"
          aria-label={t('search')}
          placeholder={t('search')}
          className={`${controlLook} min-w-40 flex-1 md:max-w-60`}
        />
        <Choose
          name="state"
          label={t('stateHead')}
          any={nations ? t('allButDrafts') : t('anyState')}
          value={filter.state}
          of={states}
        />
        {nations ? (
          <Choose name="nation" label={t('nation')} any={t('anyNation')} value={filter.nation} of={nations} />
        ) : null}
        <Choose name="role" label={t('role')} any={t('anyRole')} value={filter.role} of={named(roles)} />
        <Choose name="team" label={t('team')} any={t('anyTeam')} value={filter.team} of={named(teams)} />
        {companies && companies.length > 0 ? (
          <Choose
            name="company"
            label={t('company')}
            any={t('anyCompany')}
            value={filter.company}
            of={[...companies, { id: 'none', name: t('noCompany') }]}
          />
        ) : null}
        <Choose name="own" label={t('own')} any={t('anyOwn')} value={filter.own} of={own} />
        <Button type="submit">{t('filter')}</Button>
      </form>
    </search>
  )
}

/** Only what a choice needs travels to the browser. */
const named = (all: readonly Choice[]): Choice[] => all.map(({ id, name }) => ({ id, name }))
