import { useTranslations } from 'next-intl'
import { Status } from '@/components/ui/status'
import type { Comparison } from '@/lib/baselines/queries'
import type { ToldField } from '@/lib/baselines/telling/rules'
import { RestoreInject } from './restore-inject'
import { useToldWords } from './told-words'

/** The moment that an inject is put back to, and how it is called; null where nothing can be put back. */
export type Past = { exerciseId: string; baselineId: string | null; at: number | null; name: string }

const tones = { added: 'good', removed: 'bad', changed: 'info' } as const

type Props = { differences: Comparison; home: string; past: Past | null }

/** What is different, inject by inject in the order of their serials, then the lists round them. */
export function DifferenceList({ differences: { injects, lists }, home, past }: Props) {
  const t = useTranslations('baselines.differences')
  const history = useTranslations('history')
  return (
    <div className="grid gap-6">
      {injects.length === 0 ? null : (
        <section className="grid gap-2">
          <h3 className="font-medium">{t('injects')}</h3>
          <ul className="divide-y divide-line border-line border-y">
            {injects.map(({ id, serial, title, kind, fields }) => (
              <li key={id} className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[1fr_auto]">
                <div className="min-w-0">
                  <Heading kind={kind}>
                    <span className="font-mono tabular">{serial}</span>{' '}
                    <bdi>{title === '' ? t('untitled') : title}</bdi>
                  </Heading>
                  <FieldLines fields={fields} home={home} />
                </div>
                {/* What was made since is not put back by taking it away: that is the grid's to do. */}
                {past === null || kind === 'added' ? null : (
                  <RestoreInject past={past} injectId={id} serial={serial} />
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {lists.length === 0 ? null : (
        <section className="grid gap-2">
          <h3 className="font-medium">{t('lists')}</h3>
          <ul className="divide-y divide-line border-line border-y">
            {lists.map(({ table, row, name, kind, fields }) => (
              <li key={`${table} ${row}`} className="min-w-0 py-2">
                <Heading kind={kind}>
                  {history.has(`table.${table}`) ? history(`table.${table}`) : table} <bdi>{name}</bdi>
                </Heading>
                <FieldLines fields={fields} home={home} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Heading({ kind, children }: { kind: keyof typeof tones; children: React.ReactNode }) {
  const t = useTranslations('baselines.differences')
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 font-medium">
      <span className="min-w-0 break-words">{children}</span>
      <Status tone={tones[kind]}>{t(kind)}</Status>
    </p>
  )
}

export function FieldLines({ fields, home }: { fields: readonly ToldField[]; home: string }) {
  const t = useTranslations('baselines.differences')
  const words = useToldWords(home)
  if (fields.length === 0) return null
  return (
    <ul className="grid gap-0.5 text-muted">
      {fields.map(field => {
        const { label, from, to } = words(field)
        return (
          <li key={`${field.field} ${field.column}`} className="break-words">
            {t('fromTo', { field: label, from, to })}
          </li>
        )
      })}
    </ul>
  )
}
