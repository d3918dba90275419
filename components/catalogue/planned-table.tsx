import { useLocale, useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import type { Prospect } from '@/lib/catalogue/bringing/queries'
import { instantOfSeconds } from '@/lib/logic/times/rules'
import { formatInstant, formatMoment } from '@/lib/time-format'
import { injectsOnPage } from './content-table'

type Props = { prospect: Prospect & { serials: readonly string[] }; page: number }

/** The injects as they would be: their serials, their times, and what goes into their notes. */
export function PlannedTable({ prospect, page }: Props) {
  const t = useTranslations('catalogue')
  const locale = useLocale()
  const { plan, serials, seconds, place } = prospect
  const { frame } = place
  const left = new Map(plan.left.map(({ at, lines }) => [at, lines]))
  const from = (page - 1) * injectsOnPage
  const rows = plan.injects.slice(from, from + injectsOnPage).map((inject, n) => ({ inject, n: from + n }))
  return (
    <DataTable
      caption={t('planned')}
      rows={rows}
      rowKey={({ inject }) => inject.id}
      columns={[
        { id: 'serial', header: t('serial'), mono: true, cell: ({ n }) => serials[n] },
        {
          id: 'title',
          header: t('inject'),
          names: true,
          cell: ({ inject, n }) => (
            <span className="wrap-anywhere">
              <bdi>{inject.title || t('untitled')}</bdi>
              {left.has(n) ? (
                <span className="block whitespace-pre-line font-normal text-note">
                  {t('intoNotes')} {left.get(n)?.join('\n')}
                </span>
              ) : null}
            </span>
          ),
        },
        {
          id: 'time',
          header: t('time'),
          mono: true,
          cell: ({ inject: { moment } }) => (moment ? formatMoment(moment, frame.timeZone) : t('follows')),
        },
        {
          id: 'at',
          header: t('homeTime'),
          cell: ({ n }) => {
            const at = seconds[n] ?? null
            return at === null
              ? ''
              : formatInstant(instantOfSeconds(at, frame), {
                  timeZone: frame.timeZone,
                  locale,
                  style: 'dayTime',
                })
          },
        },
      ]}
    />
  )
}
