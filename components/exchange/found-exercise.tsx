'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { ProgrammeChoice } from '@/components/exercises/programme-fields'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { foundingProblems } from '@/lib/exchange/founding/problems/rules'
import { noChoices } from '@/lib/exchange/times/rules'
import type { Instant } from '@/lib/time-zones'
import { FoundForm } from './found-form'
import { FoundPreview } from './found-preview'
import { ListSource } from './list-source'
import { useList } from './use-list'

type Props = { programmes: readonly ProgrammeChoice[]; now: Instant; viewer: string | null }

const nothing: readonly [] = []

/** A document is read here, shown in numbers, and becomes an exercise when it is called something. */
export function FoundExercise({ programmes, now, viewer }: Props) {
  const t = useTranslations('exchange')
  const list = useList(nothing)
  const { answer } = list
  const read = answer?.ok ? answer : null
  const document = read && read.look === null ? read.document : null
  const problems = useMemo(() => (document ? foundingProblems(document) : []), [document])
  if (!document)
    return (
      <div className="grid gap-4">
        {read ? <Callout tone="warn">{t('found.list')}</Callout> : null}
        <ListSource
          onOpen={file => list.open(file, noChoices(now))}
          busy={list.busy}
          late={list.late}
          refused={answer && !answer.ok ? answer : null}
          hint={t('found.hint')}
        />
      </div>
    )
  return (
    <div className="grid grid-cols-1 gap-4">
      <FoundPreview
        document={document}
        problems={problems}
        notes={read?.notes ?? nothing}
        actions={<Button onClick={list.close}>{t('columns.another')}</Button>}
      />
      {problems.length === 0 ? <FoundForm {...{ document, programmes, now, viewer }} /> : null}
    </div>
  )
}
