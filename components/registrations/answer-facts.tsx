import { useTranslations } from 'next-intl'
import { isAsked } from '@/lib/questions/rules'
import { formatDate, type TimeLocale } from '@/lib/time-format'
import type { AskedField } from './answer-fields'

type Props = {
  questions: readonly AskedField[]
  values: Readonly<Record<string, string>>
  place: { roleId: string; siteId: string | null }
  locale: TimeLocale
}

/** What somebody has answered, for whoever may read it and no longer change it. */
export function AnswerFacts({ questions, values, place, locale }: Props) {
  const t = useTranslations('ownPart.answer')
  const said = ({ id, kind, required }: AskedField) => {
    const value = values[id]
    if (value === undefined) return <span className="text-muted">{required ? t('missing') : '–'}</span>
    if (kind === 'yes_no') return t(value === 'yes' ? 'yes' : 'no')
    if (kind === 'date') return formatDate(value, locale)
    return <bdi className="wrap-anywhere whitespace-pre-line">{value}</bdi>
  }
  const shown = questions.filter(question => isAsked(question, place) || values[question.id] !== undefined)
  if (shown.length === 0) return null
  return (
    <dl className="grid gap-3 sm:grid-cols-2">
      {shown.map(question => (
        <div key={question.id} className="min-w-0">
          <dt className="text-muted wrap-anywhere">
            <bdi>{question.wording}</bdi>
          </dt>
          <dd>{said(question)}</dd>
        </div>
      ))}
    </dl>
  )
}
