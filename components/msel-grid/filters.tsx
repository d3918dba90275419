'use client'

import { useTranslations } from 'next-intl'
import { injectKinds, injectStates, tlpLabels } from '@/lib/injects/rules'
import { type FilterKey, filterKeys, noneId, onlys, plainView, type View } from '@/lib/injects/views/rules'
import { tlpNames } from '../frame/tlp-chip'
import { Button } from '../ui/button'
import type { Scenario } from './sheet'
import { SmallSelect } from './small-select'

type Props = {
  scenario: Scenario
  view: View
  change: (part: Partial<View>) => void
  narrowed: boolean
  /** whether the plan is checked here: it is for those who write it */
  checked: boolean
}

type Option = { value: string; label: string }

const named = (all: readonly { id: string; name: string }[]): Option[] =>
  all.map(({ id, name }) => ({ value: id, label: name }))

/** What the list is narrowed to. Each of them counts. */
export function Filters({ scenario, view, change, narrowed, checked }: Props) {
  const t = useTranslations('msel')
  const options: Record<FilterKey, Option[]> = {
    storyline: scenario.storylines.map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` })),
    kind: injectKinds.map(value => ({ value, label: t(`kind.${value}`) })),
    state: injectStates.map(value => ({ value, label: t(`state.${value}`) })),
    team: named(scenario.teams),
    controller: named(scenario.members),
    objective: scenario.objectives.map(({ id, number, title }) => ({
      value: id,
      label: `${number} ${title}`,
    })),
    mode: named(scenario.modes),
    phase: named(scenario.phases),
    tlp: tlpLabels.map(value => ({ value, label: tlpNames[value] })),
  }
  const set = (key: FilterKey, value: string) => {
    const { [key]: _, ...others } = view.filters
    change({ filters: value === '' ? others : { ...others, [key]: [value] } })
  }
  return (
    <section aria-label={t('filters')} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {filterKeys
        .filter(key => options[key].length > 0)
        .map(key => (
          <SmallSelect
            key={key}
            label={t(`filter.${key}`)}
            value={view.filters[key]?.[0] ?? ''}
            options={[
              { value: '', label: t('any') },
              ...options[key],
              ...(key === 'kind' || key === 'state' ? [] : [{ value: noneId, label: t('none') }]),
            ]}
            onChange={value => set(key, value)}
          />
        ))}
      <SmallSelect
        label={t('only')}
        value={view.only ?? ''}
        options={[
          { value: '', label: t('onlyAll') },
          { value: 'untimed', label: t('onlyUntimed') },
          { value: 'conflicts', label: t('onlyConflicts') },
          ...(checked ? [{ value: 'findings', label: t('onlyFindings') }] : []),
        ]}
        onChange={value => change({ only: onlys.find(one => one === value) ?? null })}
      />
      {narrowed ? (
        <Button
          size="small"
          variant="quiet"
          onClick={() => change({ q: '', filters: {}, only: plainView.only })}
        >
          {t('showAll')}
        </Button>
      ) : null}
    </section>
  )
}
