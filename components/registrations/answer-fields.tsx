'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { DateTimeField } from '@/components/ui/date-time-field'
import { RequiredMark } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { type Asked, isAsked, longestAnswer, type QuestionKind } from '@/lib/questions/rules'

export type AskedField = Asked & {
  id: string
  kind: QuestionKind
  wording: string
  help: string
  required: boolean
  options: readonly string[]
}
type Place = { roleId: string; siteId: string | null }

type Props = {
  questions: readonly AskedField[]
  values: Readonly<Record<string, string>>
  /** role and site as they stand; where the form round the fields has them, what is chosen there counts */
  place: Place
}

/** The exercise's own questions that this person is asked. They come and go with the role and the site. */
export function AnswerFields({ questions, values, place }: Props) {
  const { holder, chosen } = useChosenPlace(place)
  const asked = questions.filter(question => isAsked(question, chosen ?? place))
  return (
    <div ref={holder} className="grid gap-4 empty:hidden sm:grid-cols-2">
      {asked.map(question => (
        <AnswerField key={question.id} question={question} value={values[question.id]} />
      ))}
    </div>
  )
}

/** The role and the site chosen in the form round it, where it has such fields. */
function useChosenPlace(place: Place) {
  const holder = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<Place | null>(null)
  const { roleId, siteId } = place
  useEffect(() => {
    const form = holder.current?.closest('form')
    if (!form) return
    const chosenIn = (name: string) => {
      const element = form.elements.namedItem(name)
      return element instanceof HTMLSelectElement ? element.value : null
    }
    const read = () =>
      setChosen({ roleId: chosenIn('roleId') ?? roleId, siteId: chosenIn('siteId') ?? siteId })
    read()
    form.addEventListener('change', read)
    return () => form.removeEventListener('change', read)
  }, [roleId, siteId])
  return { holder, chosen }
}

function AnswerField({ question, value }: { question: AskedField; value: string | undefined }) {
  const t = useTranslations('ownPart.answer')
  const { id, kind, wording, help, required, options } = question
  const shared = {
    name: `answers.${id}`,
    label: (
      <>
        <bdi>{wording}</bdi>
        {required ? <RequiredMark /> : null}
      </>
    ),
    description:
      help || required ? (
        <>
          {help ? <bdi>{help}</bdi> : null}
          {/* Nothing refuses an empty answer, so the field itself cannot say that it is needed. */}
          {required ? <span className="sr-only"> {t('needed')}</span> : null}
        </>
      ) : undefined,
    ...(value === undefined ? {} : { defaultValue: value }),
  }
  if (kind === 'text')
    return <TextField {...shared} rows={3} maxLength={longestAnswer} className="sm:col-span-2" />
  if (kind === 'number') return <TextField {...shared} inputMode="decimal" mono maxLength={30} />
  if (kind === 'date') return <DateTimeField {...shared} kind="date" placeholder={t('datePlaceholder')} />
  const choices = kind === 'yes_no' ? ['yes', 'no'] : options
  const word = (choice: string) => (kind === 'yes_no' ? t(choice === 'yes' ? 'yes' : 'no') : choice)
  return (
    <Select {...shared} empty="–" options={choices.map(choice => ({ value: choice, label: word(choice) }))} />
  )
}
