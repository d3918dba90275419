import { useLocale, useTranslations } from 'next-intl'
import type { ChangedField, ChangeEntry } from '@/lib/changes/queries'
import { grouped } from '@/lib/changes/rules'
import { formatDtg, formatInstant, formatIso } from '@/lib/time-format'
import { ViewerTime } from '../moments/viewer-time'
import { UndoMove } from '../moves/undo-move'
import { useRowName, useValueWords } from './value-words'

type Props = {
  changes: readonly ChangeEntry[]
  home: string
  viewer: string | null
  /** Whose moves this reader may put back; null for none. */
  movesOf: string | null
}

/** The history as people read it: when and who, what was done to which row, and why. */
export function ChangeList({ changes, home, viewer, movesOf }: Props) {
  const t = useTranslations('history')
  const locale = useLocale()
  return (
    <ol className="grid divide-y divide-line">
      {changes.map(change => (
        <li key={change.id} className="grid gap-x-6 gap-y-1 px-4 py-3 md:grid-cols-[15rem_1fr]">
          <div>
            <p className="font-medium">
              <Author kind={change.actorKind} label={change.actorLabel} />
            </p>
            <p className="text-muted text-note">
              <time dateTime={formatIso(change.at)}>
                {formatInstant(change.at, { timeZone: home, locale, style: 'dateTime' })}
              </time>
              <span className="block font-mono">{formatDtg(change.at)}</span>
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
            {change.undone ? <p className="mt-1 text-muted">{t('undone')}</p> : null}
            {movesOf !== null && change.action === 'plan.move' && !change.undone ? (
              <p className="mt-1">
                <UndoMove
                  exerciseId={movesOf}
                  changeId={change.id}
                  label={t('undoMove', { by: change.actorLabel, at: formatDtg(change.at) })}
                />
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  )
}

function Author({ kind, label }: { kind: ChangeEntry['actorKind']; label: string }) {
  const t = useTranslations('history')
  if (label !== '' && kind === 'account') return label
  return label !== '' && kind === 'link' ? t('actor.linkNamed', { name: label }) : t(`actor.${kind}`)
}

/** Columns that say nothing to people: the place in a list, and when a state was taken, which the entry itself says. */
const silent = new Set(['position', 'stateAt', 'updatedAt'])

type FieldListProps = { fields: readonly ChangedField[]; total: number; home: string }

function FieldList({ fields, total, home }: FieldListProps) {
  const t = useTranslations('history')
  const more = total - fields.length
  return (
    <ul className="grid gap-0.5 text-muted">
      {grouped(fields.filter(({ field }) => !silent.has(field))).map(group => (
        <li key={group.map(({ table, row, field }) => `${table} ${row} ${field}`).join()}>
          <GroupLine group={group} home={home} />
        </li>
      ))}
      {more > 0 ? <li>{t('more', { count: more })}</li> : null}
    </ul>
  )
}

/** One row with all that changed in it, or the names of several that were made or removed together. */
function GroupLine({ group, home }: { group: readonly ChangedField[]; home: string }) {
  const t = useTranslations('history')
  const rowName = useRowName()
  const words = useValueWords(home)
  const [first] = group
  if (!first) return null
  const tableName = t.has(`table.${first.table}`) ? t(`table.${first.table}`) : first.table
  const nameOf = (field: ChangedField) => field.named.map(rowName).join(' · ')
  if (first.kind !== 'edited') {
    const names = group.map(nameOf).filter(Boolean).join(', ')
    return <>{t(`rows.${first.kind}`, { table: tableName, count: group.length, names })}</>
  }
  const label = (field: string) => (t.has(`field.${field}`) ? t(`field.${field}`) : field)
  return (
    <>
      {[tableName, nameOf(first)].filter(Boolean).join(' · ')}
      <ul className="text-ink">
        {group.map(({ table, field, from, to }) => (
          <li key={field}>
            {table === 'RegistrationNeeds' && field === 'needs'
              ? t('hidden')
              : t('fromTo', { field: label(field), from: words(field, from), to: words(field, to) })}
          </li>
        ))}
      </ul>
    </>
  )
}
