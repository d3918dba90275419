import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { Meter } from '@/components/ui/meter'
import type { TacticCoverage } from '@/lib/techniques/rules'
import { CodeLink } from './misfits'

type Props = { caption: string; tactics: readonly TacticCoverage[]; msel: string }

/** Tactic by tactic in the order of the matrix: how many of its techniques are exercised, which, and by how many injects. */
export function CoverageTable({ caption, tactics, msel }: Props) {
  const t = useTranslations('attack')
  return (
    <DataTable
      caption={caption}
      rows={tactics}
      rowKey={({ key }) => key}
      columns={[
        { id: 'tactic', header: t('tactic'), names: true, cell: ({ name }) => name },
        {
          id: 'reached',
          header: t('techniques'),
          cell: ({ name, reached, techniques }) => (
            <Meter
              bare
              className="min-w-36"
              tone="accent"
              label={t('reachedOf', { name })}
              value={reached}
              max={techniques}
            />
          ),
        },
        {
          id: 'exercised',
          header: t('exercised'),
          cell: ({ exercised }) =>
            exercised.length === 0 ? (
              <span className="text-muted">{t('none')}</span>
            ) : (
              <ul className="flex min-w-56 flex-wrap gap-x-4">
                {exercised.map(one => (
                  <li key={one.code} className="flex min-h-target items-center gap-1.5">
                    <CodeLink msel={msel} code={one.code} />
                    <span>{one.name}</span>
                    <span className="text-muted text-note">{t('injects', { count: one.injects })}</span>
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  )
}
