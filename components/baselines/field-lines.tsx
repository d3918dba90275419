import { useTranslations } from 'next-intl'
import type { ToldField } from '@/lib/baselines/telling/rules'
import { useToldWords } from './told-words'

/** What became of each field, from what to what. */
export function FieldLines({ fields, home }: { fields: readonly ToldField[]; home: string }) {
  const t = useTranslations('baselines.differences')
  const words = useToldWords(home)
  if (fields.length === 0) return null
  return (
    <ul className="grid gap-0.5 text-muted">
      {fields.map(field => {
        const { label, from, to } = words(field)
        return (
          <li key={`${field.field} ${field.column}`} className="break-words">
            {t('fromTo', { field: label, from, to })}
          </li>
        )
      })}
    </ul>
  )
}
