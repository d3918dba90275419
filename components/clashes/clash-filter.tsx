import { useTranslations } from 'next-intl'
import { type Choice, Choose } from '@/components/registrations/choose'
import { Button } from '@/components/ui/button'
import { clashAddress, type ClashFilter as Filter } from '@/lib/clashes/whole/list/rules'
import { type ClashKind, clashKinds } from '@/lib/clashes/whole/plan/rules'
import { ChoiceLink } from './check-choice'

type Props = {
  base: string
  filter: Filter
  kinds: ReadonlyMap<ClashKind, number>
  teams: readonly Choice[]
  nations: readonly Choice[]
}

/** Narrows the list by its address alone: which kinds, and of which team or nation. */
export function ClashFilter({ base, filter, kinds, teams, nations }: Props) {
  const t = useTranslations('plan-clashes')
  const total = [...kinds.values()].reduce((sum, count) => sum + count, 0)
  const shown = clashKinds.filter(kind => kinds.has(kind) || kind === filter.kind)
  return (
    <div className="grid gap-3 print:hidden">
      <search>
        <form method="get" className="flex flex-wrap items-center gap-2">
          {filter.state === 'open' ? null : <input type="hidden" name="state" value={filter.state} />}
          {filter.kind ? <input type="hidden" name="kind" value={filter.kind} /> : null}
          <Choose name="team" label={t('team')} any={t('anyTeam')} value={filter.team} of={teams} />
          <Choose name="nation" label={t('nation')} any={t('anyNation')} value={filter.nation} of={nations} />
          <Button type="submit">{t('filter')}</Button>
        </form>
      </search>
      {shown.length > 1 || filter.kind ? (
        <nav aria-label={t('kinds')}>
          <ul className="flex flex-wrap gap-1.5">
            <li>
              <ChoiceLink
                href={clashAddress(base, { ...filter, kind: null })}
                current={filter.kind === null}
                label={t('all')}
                count={total}
              />
            </li>
            {shown.map(kind => (
              <li key={kind}>
                <ChoiceLink
                  href={clashAddress(base, { ...filter, kind })}
                  current={kind === filter.kind}
                  label={t(`kind.${kind}.title`)}
                  count={kinds.get(kind) ?? 0}
                />
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </div>
  )
}
