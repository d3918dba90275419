import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/action-button'
import { ActionForm } from '@/components/action-form'
import { DataTable } from '@/components/ui/data-table'
import { DialogButton } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { TextField } from '@/components/ui/text-field'
import { addBaseline, removeBaseline } from '@/lib/baselines/actions'
import type { BaselineEntry } from '@/lib/baselines/queries'
import { formatInstant, formatIso } from '@/lib/time-format'

type Props = { exerciseId: string; baselines: readonly BaselineEntry[]; home: string; base: string }

/** The moments that planners keep by name, the latest first, and how far the scenario has moved on since. */
export function BaselineTable({ exerciseId, baselines, home, base }: Props) {
  const t = useTranslations('baselines.list')
  const locale = useLocale()
  return (
    <DataTable
      caption={t('title')}
      rows={baselines}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>}
      columns={[
        {
          id: 'name',
          header: t('name'),
          names: true,
          cell: ({ name, note }) => (
            <>
              <bdi>{name}</bdi>
              {note === '' ? null : <p className="max-w-prose font-normal text-muted">{note}</p>}
            </>
          ),
        },
        {
          id: 'at',
          header: t('at'),
          cell: ({ at }) => (
            <time dateTime={formatIso(at)} className="tabular">
              {formatInstant(at, { timeZone: home, locale, style: 'dateTime' })}
            </time>
          ),
        },
        { id: 'by', header: t('by'), cell: ({ by }) => <bdi>{by}</bdi> },
        { id: 'injects', header: t('injects'), numeric: true, cell: ({ injects }) => injects },
        { id: 'touched', header: t('touched'), numeric: true, cell: ({ touched }) => touched },
        {
          id: 'acts',
          header: t('acts'),
          cell: ({ id, name }) => (
            <span className="flex flex-wrap gap-1">
              <LinkButton href={`${base}?from=${id}`} size="small" aria-label={t('compareNamed', { name })}>
                {t('compare')}
              </LinkButton>
              <ActionButton
                action={removeBaseline}
                input={{ exerciseId, baselineId: id }}
                done={t('removed')}
                confirm={{ title: t('removeTitle', { name }), text: t('removeText'), label: t('remove') }}
                button={{ size: 'small', variant: 'quiet', 'aria-label': t('removeNamed', { name }) }}
              >
                {t('remove')}
              </ActionButton>
            </span>
          ),
        },
      ]}
    />
  )
}

export function AddBaseline({ exerciseId }: { exerciseId: string }) {
  const t = useTranslations('baselines.list')
  return (
    <DialogButton label={t('add')} title={t('add')} size="small" button={{ size: 'small' }}>
      <ActionForm action={addBaseline} submit={t('add')} hidden={{ exerciseId }} done={t('added')}>
        <TextField name="name" label={t('name')} description={t('nameHint')} required maxLength={120} />
        <TextField name="note" label={t('note')} rows={3} maxLength={2000} />
      </ActionForm>
    </DialogButton>
  )
}
