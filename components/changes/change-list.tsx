import { getLocale, getTranslations } from 'next-intl/server'
import type { ChangeEntry } from '@/lib/changes/queries'
import { formatDtg, formatInstant, formatIso } from '@/lib/time-format'
import { FieldLine } from './field-line'

type Props = { changes: readonly ChangeEntry[]; timeZone: string }

/** The history as sentences: who did what when, why, and what became of each field. */
export async function ChangeList({ changes, timeZone }: Props) {
  const [t, locale] = await Promise.all([getTranslations('history'), getLocale()])
  const who = (change: ChangeEntry) =>
    change.actorLabel || (change.actorKind === 'job' ? t('system') : t('somebody'))
  const did = (change: ChangeEntry) =>
    t.has(`action.${change.action}`) ? t(`action.${change.action}`) : t('someChange')
  return (
    <ol aria-label={t('caption')} className="divide-y divide-line rounded-panel border border-line bg-sheet">
      {changes.map(change => (
        <li key={change.id} className="grid gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[13rem_1fr]">
          <time dateTime={formatIso(change.at)} className="font-mono text-note tabular">
            {formatInstant(change.at, { timeZone, locale, style: 'dateTime' })}
            <span className="block text-muted">{formatDtg(change.at)}</span>
          </time>
          <div className="min-w-0">
            <p>
              <span className="font-semibold">{who(change)}</span> {did(change)}
            </p>
            {change.reason ? <p className="text-muted">{t('reason', { reason: change.reason })}</p> : null}
            <ul className="text-note">
              {change.fields.map((field, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: fields of a change never move
                <li key={index}>
                  <FieldLine field={field} timeZone={timeZone} />
                </li>
              ))}
              {change.total > change.fields.length ? (
                <li className="text-muted">{t('more', { count: change.total - change.fields.length })}</li>
              ) : null}
            </ul>
          </div>
        </li>
      ))}
    </ol>
  )
}
