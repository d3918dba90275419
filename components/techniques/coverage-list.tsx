import { useTranslations } from 'next-intl'
import { Meter } from '@/components/ui/meter'
import type { TacticCoverage } from '@/lib/techniques/rules'
import { CodeLink } from './misfits'

type Props = { tactics: readonly TacticCoverage[]; msel: string }

/** Tactic by tactic in the order of the matrix: how many of its techniques are exercised, which, and by how many injects. */
export function CoverageList({ tactics, msel }: Props) {
  const t = useTranslations('attack')
  return (
    <ul className="divide-y divide-line">
      {tactics.map(({ key, name, reached, techniques, exercised }) => (
        <li
          key={key}
          className="grid gap-x-6 gap-y-1 px-4 py-2 md:grid-cols-[10rem_11rem_minmax(0,1fr)] md:items-start"
        >
          <h3 className="min-h-target font-medium">{name}</h3>
          <Meter
            bare
            className="min-h-target"
            tone="accent"
            label={t('reachedOf', { name })}
            value={reached}
            max={techniques}
          />
          {exercised.length === 0 ? (
            <p className="text-muted">{t('none')}</p>
          ) : (
            <ul className="flex flex-wrap gap-x-5">
              {exercised.map(one => (
                <li key={one.code} className="flex min-h-target flex-wrap items-baseline gap-x-1.5">
                  <CodeLink msel={msel} code={one.code} />
                  <span>{one.name}</span>
                  <span className="text-muted text-note">{t('injects', { count: one.injects })}</span>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
