import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/action-button'
import { DialogButton } from '@/components/ui/dialog'
import { addColumnSet } from '@/lib/msel-columns/actions'
import { columnSets, isColumnSet, type SetColumn } from '@/lib/msel-columns/sets/rules'

/** Templates to start from: what each of their columns is here, and what they would add. */
export function ColumnSets({ exerciseId }: { exerciseId: string }) {
  const t = useTranslations('scenarioSetup.sets')
  const kinds = useTranslations('scenarioSetup.columns')
  return (
    <DialogButton label={t('open')} title={t('title')} size="large" button={{ size: 'small' }}>
      <div className="grid gap-5">
        <p className="max-w-prose text-muted">{t('lead')}</p>
        {Object.keys(columnSets)
          .filter(isColumnSet)
          .map(set => (
            <section key={set} aria-label={t(`names.${set}`)} className="grid gap-2">
              <div className="flex flex-wrap items-center gap-3">
                <h3 className="font-semibold">{t(`names.${set}`)}</h3>
                <ActionButton
                  action={addColumnSet}
                  input={{ exerciseId, set }}
                  done={t('done')}
                  button={{ size: 'small', 'aria-label': t('useNamed', { name: t(`names.${set}`) }) }}
                >
                  {t('use')}
                </ActionButton>
              </div>
              <ul className="grid gap-x-6 gap-y-1 text-small sm:grid-cols-2">
                {columnSets[set].columns.map((column: SetColumn) => (
                  <li key={column.name} className="flex flex-wrap gap-x-2">
                    <span className={'kind' in column ? 'font-semibold' : undefined}>{column.name}</span>
                    <span className="text-muted">
                      {'kind' in column
                        ? t('adds', { kind: kinds(`kind.${column.kind}`) })
                        : t('is', { field: t(`fields.${column.field}`) })}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
    </DialogButton>
  )
}
