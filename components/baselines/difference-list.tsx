import { useTranslations } from 'next-intl'
import { DialogButton } from '@/components/ui/dialog'
import { Status } from '@/components/ui/status'
import type { Comparison } from '@/lib/baselines/queries'
import { FieldLines } from './field-lines'
import { InjectStory } from './inject-story'
import { RestoreInject } from './restore-inject'

/** The moment that an inject is put back to, and how it is called; null where nothing can be put back. */
export type Past = { exerciseId: string; baselineId: string | null; at: number | null; name: string }

const tones = { added: 'good', removed: 'bad', changed: 'info' } as const

type Props = { differences: Comparison; exerciseId: string; home: string; past: Past | null }

/** What is different, inject by inject in the order of their serials, then the lists round them. */
export function DifferenceList({ differences: { injects, lists }, exerciseId, home, past }: Props) {
  const t = useTranslations('baselines.differences')
  const history = useTranslations('history')
  return (
    <div className="grid gap-6">
      {injects.length === 0 ? null : (
        <section className="grid gap-2">
          <h3 className="font-medium">{t('injects')}</h3>
          <ul className="divide-y divide-line border-line border-y">
            {injects.map(inject => (
              <InjectLine key={inject.id} {...{ inject, exerciseId, home, past }} />
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

type LineProps = Omit<Props, 'differences'> & { inject: Comparison['injects'][number] }

function InjectLine({ inject: { id, serial, title, kind, fields }, exerciseId, home, past }: LineProps) {
  const t = useTranslations('baselines')
  const story = t('story.named', { serial })
  return (
    <li className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <Heading kind={kind}>
          <span className="font-mono tabular">{serial}</span>{' '}
          <bdi>{title === '' ? t('differences.untitled') : title}</bdi>
        </Heading>
        <FieldLines fields={fields} home={home} />
      </div>
      <span className="flex flex-wrap items-start gap-1 print:hidden">
        <DialogButton
          label={t('story.button')}
          title={story}
          button={{ size: 'small', variant: 'quiet', 'aria-label': story }}
        >
          <InjectStory {...{ exerciseId, serial, home }} injectId={id} version={0} />
        </DialogButton>
        {/* What was made since is not put back by taking it away: that is the editor's to do. */}
        {past === null || kind === 'added' ? null : (
          <RestoreInject past={past} injectId={id} serial={serial} />
        )}
      </span>
    </li>
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
