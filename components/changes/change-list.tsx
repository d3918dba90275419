import { useLocale, useTranslations } from 'next-intl'
import type { ChangedField, ChangeEntry } from '@/lib/changes/queries'
import { formatInstant, formatIso } from '@/lib/time-format'
import { ViewerTime } from '../moments/viewer-time'
import { useRowName, useValueWords } from './value-words'

type Props = { changes: readonly ChangeEntry[]; home: string; viewer: string | null }

/** The history as people read it: when and who, what was done to which row, and why. */
export function ChangeList({ changes, home, viewer }: Props) {
  const t = useTranslations('history')
  const locale = useLocale()
  return (
    <ol className="grid divide-y divide-line">
      {changes.map(change => (
        <li key={change.id} className="grid gap-x-6 gap-y-1 px-4 py-3 md:grid-cols-[15rem_1fr]">
          <div>
            <p className="font-medium">
              {change.actorKind === 'account' && change.actorLabel
                ? change.actorLabel
                : t(`actor.${change.actorKind}`)}
            </p>
            <p className="text-muted text-note">
              <time dateTime={formatIso(change.at)}>
                {formatInstant(change.at, { timeZone: home, locale, style: 'dateTime' })}
              </time>
              <span className="block empty:hidden">
                <ViewerTime from={change.at} timeZone={viewer} home={home} />
              </span>
            </p>
          </div>
          <div className="min-w-0">
            <p className="font-medium">
              {t.has(`action.${change.action}`)
                ? t(`action.${change.action}`)
                : t('other', { action: change.action })}
            </p>
            <FieldList fields={change.fields} total={change.total} home={home} />
            {change.reason ? <p className="mt-1">{t('reason', { reason: change.reason })}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** Columns that say nothing to people: the place in a list, and when a state was taken, which the entry itself says. */
const silent = new Set(['position', 'stateAt', 'updatedAt'])

type FieldListProps = { fields: readonly ChangedField[]; total: number; home: string }

function FieldList({ fields, total, home }: FieldListProps) {
  const t = useTranslations('history')
  const shown = fields.filter(({ field }) => !silent.has(field))
  const more = total - fields.length
  return (
    <ul className="text-muted">
      {shown.map((field, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a change is never edited, so its fields never change places
        <li key={index}>
          <FieldLine field={field} home={home} />
        </li>
      ))}
      {more > 0 ? <li>{t('more', { count: more })}</li> : null}
    </ul>
  )
}

function FieldLine({ field, home }: { field: ChangedField; home: string }) {
  const t = useTranslations('history')
  const rowName = useRowName()
  const words = useValueWords(home)
  const table = t.has(`table.${field.table}`) ? t(`table.${field.table}`) : field.table
  const row = [table, field.named.map(rowName).join(' · ')].filter(Boolean).join(' ')
  if (field.kind !== 'edited') return <>{`${row}: ${t(field.kind)}`}</>
  const label = t.has(`field.${field.field}`) ? t(`field.${field.field}`) : field.field
  const [from, to] = [words(field.field, field.from), words(field.field, field.to)]
  return (
    <>
      {`${row} · `}
      <span className="text-ink">{t('fromTo', { field: label, from, to })}</span>
    </>
  )
}
