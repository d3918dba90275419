import { getLocale, getTranslations } from 'next-intl/server'
import type { LetterState } from '@/lib/outbox/rules'
import { formatInstant } from '@/lib/time-format'
import type { Instant } from '@/lib/time-zones'
import { type Column, DataTable } from '../ui/data-table'
import { Status } from '../ui/status'
import { SendAgain } from './send-again'

export type LetterRow = {
  id: string
  recipient: string
  writtenAt: Instant
  state: LetterState
  /** Nobody sends it any more. */
  stuck: boolean
  /** Reader and text are forgotten. */
  erased: boolean
  subject: string | null
  text: string | null
}

/** Letters as their readers see them, the links masked. */
export async function LetterTable({
  letters,
  timeZone,
  posts,
}: {
  letters: readonly LetterRow[]
  timeZone: string
  /** Whether there is a mail server to send anything with. */
  posts: boolean
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
          <span className="text-muted">{t(row.erased ? 'erased' : 'unknown')}</span>
        ) : (
          <details className="min-w-40">
            <summary className="min-h-6 cursor-pointer">{row.subject}</summary>
            <p className="mt-2 max-w-prose whitespace-pre-wrap break-words font-normal text-note">
              {row.text}
            </p>
          </details>
        ),
    },
    {
      id: 'state',
      header: t('state'),
      cell: row => (
        <div className="relative grid min-w-44 justify-items-start gap-2">
          <StateWords state={row.state} at={at} words={t} />
          {posts && row.stuck && row.text !== null ? (
            <SendAgain mailId={row.id} subject={row.subject ?? ''} first={row.state.kind === 'waiting'} />
          ) : null}
        </div>
      ),
    },
    {
      id: 'to',
      header: t('to'),
      cell: row => <span className="whitespace-nowrap">{row.erased ? '–' : row.recipient}</span>,
    },
    {
      id: 'when',
      header: t('when'),
      cell: row => <span className="whitespace-nowrap">{at(row.writtenAt)}</span>,
    },
  ]
  return <DataTable caption={t('caption')} columns={columns} rows={letters} rowKey={row => row.id} />
}

type StateProps = {
  state: LetterRow['state']
  at: (instant: Instant) => string
  words: Awaited<ReturnType<typeof getTranslations<'outbox'>>>
}

function StateWords({ state, at, words }: StateProps) {
  if (state.kind === 'sent') return <Status tone="good">{words('states.sent', { at: at(state.at) })}</Status>
  if (state.kind === 'waiting') return <Status tone="empty">{words('states.waiting')}</Status>
  if (state.kind === 'replaced' || state.kind === 'withdrawn')
    return <Status tone="neutral">{words(`states.${state.kind}`)}</Status>
  const { why, attempts, kind } = state
  return (
    <div className="max-w-72">
      <Status tone={kind === 'again' ? 'half' : 'bad'}>
        {words(`states.${kind}`, { at: at(state.at) })}
      </Status>
      <p className="mt-1 text-note">{words(`why.${why.reason}`)}</p>
      <p className="text-muted text-note">
        {words('attempts', { count: attempts })}
        {why.code === '' ? null : <span className="ms-2 font-mono">{why.code}</span>}
      </p>
    </div>
  )
}
