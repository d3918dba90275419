import { useTranslations } from 'next-intl'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import type { Comparison, Point } from '@/lib/baselines/queries'
import { DifferenceList, type Past } from './difference-list'
import { RollBack } from './roll-back'

type Props = {
  exerciseId: string
  found: Comparison
  from: Point
  to: Point
  /** both moments as people call them */
  names: { from: string; to: string }
  home: string
  page: number
  mayRollBack: boolean
  hrefFor: (page: number) => string
}

/** How two moments differ, and, where the later one is now, the way back to the earlier. */
export function Differences({ exerciseId, found, from, to, names, home, page, mayRollBack, hrefFor }: Props) {
  const t = useTranslations('baselines.differences')
  const { injects, lists, counts, pages } = found
  const total = counts.added + counts.removed + counts.changed + lists.length
  const past: Past | null =
    to !== 'now' || from === 'now'
      ? null
      : { baselineId: null, at: null, ...from, exerciseId, name: names.from }
  return (
    <Panel
      title={t('title')}
      note={t('between', names)}
      actions={past && mayRollBack && total > 0 ? <RollBack past={past} counts={counts} /> : undefined}
    >
      <p className="mb-4" role="status">
        {total === 0 ? t('none') : t('counts', { ...counts, lists: lists.length })}
      </p>
      <DifferenceList
        exerciseId={exerciseId}
        differences={{ ...found, injects, lists: page === 1 ? lists : [] }}
        home={home}
        past={past}
      />
      <Pagination page={page} pages={pages} hrefFor={hrefFor} label={t('pages')} />
    </Panel>
  )
}
