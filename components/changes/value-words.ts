import { useLocale, useTranslations } from 'next-intl'
import { valueKind } from '@/lib/changes/rules'
import { nationName } from '@/lib/countries/rules'
import type { RowName } from '@/lib/row-names'
import {
  formatDate,
  formatDay,
  formatDuration,
  formatInstant,
  formatMinute,
  formatOffset,
} from '@/lib/time-format'

const longest = 160

/** What a row is called, in the reader's language. */
export function useRowName(): (name: RowName) => string {
  const locale = useLocale()
  return ({ name, nation }) => (nation === null ? name : (nationName(nation, locale) ?? name))
}

/** A stored value as a person reads it: times at home, names in place of ids, words in place of codes. */
export function useValueWords(home: string): (field: string, value: unknown) => string {
  const t = useTranslations('history')
  const words = useEnumWords()
  const rowName = useRowName()
  const locale = useLocale()
  return (field, value) => {
    if (value === null || value === '' || value === undefined) return t('nothing')
    if (isErased(value)) return t('erased')
    if (isRowName(value)) return rowName(value)
    if (typeof value === 'boolean') return value ? t('yes') : t('no')
    if (typeof value === 'number') return numberWords(field, value)
    if (Array.isArray(value)) return value.length === 0 ? t('nothing') : value.join(', ')
    if (typeof value !== 'string') return JSON.stringify(value)
    const kind = valueKind(field)
    if (kind === 'reference') return t('gone')
    if (kind === 'instant')
      return formatInstant(Date.parse(value), { timeZone: home, locale, style: 'dateTime' })
    if (kind === 'date') return formatDate(value, locale)
    const word = words(field, value)
    return word.length > longest ? `${word.slice(0, longest)}…` : word
  }

  function numberWords(field: string, value: number): string {
    const kind = valueKind(field)
    if (kind === 'day') return formatDay(value)
    if (kind === 'minute') return formatMinute(value)
    if (kind === 'offset') return formatOffset(value)
    return kind === 'seconds' ? formatDuration(value, locale) : String(value)
  }
}

/** What stands where a value went with somebody's personal data (`lib/pseudonyms.ts`). */
function isErased(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'erased' in value
}

function isRowName(value: unknown): value is RowName {
  return typeof value === 'object' && value !== null && 'name' in value && 'nation' in value
}

/** The word of a code, from the list that its column is about; any other text as it is. */
function useEnumWords(): (field: string, value: string) => string {
  const history = useTranslations('history')
  const exercises = useTranslations('exercises')
  const schedule = useTranslations('schedule')
  const own = (key: string) => (history.has(key) ? history(key) : null)
  return (field, value) => {
    // A dot would lead the look-up astray, and no code has one.
    if (!/^[a-z_]+$/.test(value)) return value
    const anchor = field.endsWith('Anchor') ? own(`value.anchor.${value}`) : null
    const ofSchedule = schedule.has(`${field}.${value}`) ? schedule(`${field}.${value}`) : null
    const tlp = field === 'tlp' && exercises.has(`tlpLabel.${value}`) ? exercises(`tlpLabel.${value}`) : null
    const status =
      field === 'status' && exercises.has(`status.${value}`) ? exercises(`status.${value}`) : null
    return anchor ?? tlp ?? status ?? ofSchedule ?? own(`value.${field}.${value}`) ?? value
  }
}
