import { useTranslations } from 'next-intl'
import { Panel } from '@/components/ui/panel'
import { TextLink } from '@/components/ui/text-link'
import type { Check, Finding, Subject } from '@/lib/clashes/plan/rules'
import { inPlanOrder } from '@/lib/clashes/words/rules'
import { FindingList } from './finding-list'

type Props = Omit<Parameters<typeof FindingList>[0], 'findings'> & {
  groups: ReadonlyMap<Check, readonly Finding[]>
  /** Which of each, from and to. */
  shown: readonly [number, number]
  hrefOfAll: (check: Check) => string
}

/** Each check with what it found, in the order of the plan. */
export function CheckPanels({ groups, shown: [from, to], hrefOfAll, ...list }: Props) {
  const t = useTranslations('clashes')
  const name = (subject: Subject) => list.called(subject).name
  return [...groups].map(([check, all]) => (
    <Panel key={check} title={t(`checks.${check}.title`)} note={all.length} flush>
      <FindingList findings={inPlanOrder(all, name).slice(from, to)} {...list} />
      {from === 0 && all.length > to ? (
        <p className="border-line border-t px-4 pt-2">
          <TextLink href={hrefOfAll(check)} className="inline-flex min-h-target items-center">
            {t('showAll', { count: all.length })}
          </TextLink>
        </p>
      ) : null}
    </Panel>
  ))
}
