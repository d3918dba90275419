import { useLocale, useTranslations } from 'next-intl'
import { useRowName, useValueWords } from '@/components/changes/value-words'
import type { Told, ToldField } from '@/lib/baselines/telling/rules'
import { formatDuration, formatMoment } from '@/lib/time-format'

/** A difference as people read it: the field's name, and both values in words. `home` is the exercise's zone. */
export function useToldWords(
  home: string,
): (field: ToldField) => { label: string; from: string; to: string } {
  const t = useTranslations('baselines')
  const history = useTranslations('history')
  const labelOf = ({ field, column }: ToldField) => {
    if (column !== null) return t('differences.own', { name: column })
    if (t.has(`field.${field}`)) return t(`field.${field}`)
    return history.has(`field.${field}`) ? history(`field.${field}`) : field
  }
  const words = useWordsOf(home)
  return told => ({
    label: labelOf(told),
    from: words(told.field, told.from),
    to: words(told.field, told.to),
  })
}

function useWordsOf(home: string): (field: string, told: Told) => string {
  const t = useTranslations('baselines')
  const history = useTranslations('history')
  const locale = useLocale()
  const rowName = useRowName()
  const plain = useValueWords(home)
  const nameOf = (name: Parameters<typeof rowName>[0] | null) =>
    name ? rowName(name) : t('differences.gone')
  return (field, told) => {
    if (told.kind === 'names')
      return told.names.length === 0 ? history('nothing') : told.names.map(nameOf).join(', ')
    if (told.kind === 'files')
      return (
        told.files
          .map(({ name, size, sha256 }) =>
            t('differences.file', {
              name,
              kilobytes: Math.max(1, Math.round(size / 1000)),
              sum: sha256.slice(0, 8),
            }),
          )
          .join('; ') || history('nothing')
      )
    if (told.kind === 'moment')
      return told.moment === null ? history('nothing') : formatMoment(told.moment, home)
    if (told.kind === 'waits') {
      const each = told.waits.map(({ after, condition, delaySeconds }) => {
        const said = {
          name: nameOf(after),
          condition: history.has(`value.condition.${condition}`)
            ? history(`value.condition.${condition}`)
            : condition,
        }
        return delaySeconds === 0
          ? t('differences.after', said)
          : t('differences.afterDelay', { ...said, delay: formatDuration(delaySeconds, locale) })
      })
      return each.length === 0 ? history('nothing') : each.join('; ')
    }
    const { value } = told
    const own = typeof value === 'string' && /^[a-z_]+$/.test(value) ? `${field}.${value}` : null
    return own !== null && t.has(own) ? t(own) : plain(field, value)
  }
}
