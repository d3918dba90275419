import { useLocale, useTranslations } from 'next-intl'
import type { ChangedField } from '@/lib/changes/queries'
import { valueKind } from '@/lib/changes/rules'
import { nationName } from '@/lib/countries/rules'
import { formatDuration, formatInstant, formatOffset, type TimeLocale } from '@/lib/time-format'

type Named = ChangedField['named'][number]

const named = ({ name, nation }: Named, locale: string) =>
  nation === null ? name : (nationName(nation, locale) ?? name)

/** One field of a change in words. */
export function FieldLine({ field, timeZone }: { field: ChangedField; timeZone: string }) {
  const t = useTranslations('history')
  const locale = useLocale()
  const table = t.has(`table.${field.table}`) ? t(`table.${field.table}`) : field.table
  const what = [table, field.named.map(one => named(one, locale)).join(' · ')]
    .filter(part => part !== '')
    .join(' ')
  if (field.kind !== 'edited') return t(field.kind, { what })
  const column = t.has(`field.${field.field}`) ? t(`field.${field.field}`) : field.field
  const value = (stored: unknown) => wordOf(stored, { field: field.field, locale, timeZone, t })
  return t('edited', { what, field: column, from: value(field.from), to: value(field.to) })
}

type Context = {
  field: string
  locale: TimeLocale
  timeZone: string
  t: ReturnType<typeof useTranslations<'history'>>
}

/** A stored value as a person reads it; the column's name says what it is. */
function wordOf(stored: unknown, { field, locale, timeZone, t }: Context): string {
  if (stored === null || stored === undefined || stored === '') return t('nothing')
  if (typeof stored === 'boolean') return stored ? t('yes') : t('no')
  if (Array.isArray(stored)) return stored.join(', ') || t('nothing')
  if (typeof stored === 'object' && 'name' in stored) return String(stored.name)
  const kind = valueKind(field)
  if (kind === 'instant')
    return formatInstant(Date.parse(String(stored)), { timeZone, locale, style: 'dateTime' })
  if (kind === 'day') return t('day', { day: Number(stored) < 0 ? String(stored) : `+${stored}` })
  if (kind === 'minute') return clock(Number(stored))
  if (kind === 'offset') return formatOffset(Number(stored))
  if (kind === 'seconds') return formatDuration(Number(stored), locale)
  return String(stored)
}

/** Minutes after midnight as a wall shows them. */
function clock(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map(part => String(part).padStart(2, '0')).join(':')
}
