import { getLocale, getTranslations } from 'next-intl/server'
import { formatInstant } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { type Column, DataTable } from '../ui/data-table'
import { Status } from '../ui/status'

export type LetterRow = {
  id: string
  recipient: string
  writtenAt: Instant
  state: { kind: 'sent'; at: Instant } | { kind: 'failed'; failure: string } | { kind: 'waiting' }
  subject: string | null
  text: string | null
}

/** Letters as their readers see them, the links masked. */
export async function LetterTable({
  letters,
  timeZone,
}: {
  letters: readonly LetterRow[]
  timeZone: string
}) {
  const [t, locale] = await Promise.all([getTranslations('outbox'), getLocale()])
  const at = (instant: Instant) => formatInstant(instant, { timeZone, locale, style: 'dayTime' })
  const columns: Column<LetterRow>[] = [
    {
      id: 'subject',
      header: t('subject'),
      names: true,
      cell: row =>
        row.text === null ? (
          <span className="text-muted">{t('unknown')}</span>
        ) : (
          <details className="min-w-56">
            <summary className="min-h-6 cursor-pointer">{row.subject}</summary>
            <p className="mt-2 max-w-prose whitespace-pre-wrap break-words font-normal text-note">
              {row.text}
            </p>
          </details>
        ),
    },
    { id: 'to', header: t('to'), cell: row => <span className="whitespace-nowrap">{row.recipient}</span> },
    {
      id: 'when',
      header: t('when'),
      cell: row => <span className="whitespace-nowrap">{at(row.writtenAt)}</span>,
    },
    { id: 'state', header: t('state'), cell: row => <LetterState state={row.state} at={at} words={t} /> },
  ]
  return <DataTable caption={t('caption')} columns={columns} rows={letters} rowKey={row => row.id} />
}

type StateProps = {
  state: LetterRow['state']
  at: (instant: Instant) => string
  words: Awaited<ReturnType<typeof getTranslations<'outbox'>>>
}

function LetterState({ state, at, words }: StateProps) {
  if (state.kind === 'sent') return <Status tone="good">{words('states.sent', { at: at(state.at) })}</Status>
  if (state.kind === 'failed') {
    return <Status tone="bad">{words('states.failed', { failure: state.failure })}</Status>
  }
  return <Status tone="empty">{words('states.waiting')}</Status>
}
