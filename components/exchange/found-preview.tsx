'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useMemo } from 'react'
import { Callout } from '@/components/ui/callout'
import { Panel } from '@/components/ui/panel'
import type { DocumentProblem } from '@/lib/exchange/document/ids/rules'
import type { ExerciseDocument } from '@/lib/exchange/document/schema'
import { countsIn, type FoundingNotes, founding } from '@/lib/exchange/founding/rules'
import type { Note } from '@/lib/exchange/notes/schema'

type Props = {
  document: ExerciseDocument
  problems: readonly DocumentProblem[]
  /** what the reader of another format had to say */
  notes: readonly Note[]
  actions: ReactNode
}

const told: readonly (keyof FoundingNotes)[] = [
  'kindless',
  'timeless',
  'unnumbered',
  'responsible',
  'experts',
]

/** What a document holds, in numbers, what had to be made up, and what is in no document. */
export function FoundPreview({ document, problems, notes, actions }: Props) {
  const t = useTranslations('exchange')
  const made = useMemo(() => founding(document, 1).notes, [document])
  const warnings = told.filter(what => made[what] > 0)
  const { exercise } = document
  return (
    <Panel title={exercise ? `${exercise.code} ${exercise.name}` : t('found.nameless')} actions={actions}>
      <div className="grid gap-4">
        {problems.length > 0 ? (
          <Callout tone="bad" title={t('found.unsound')}>
            <ul className="list-disc pl-5">
              {problems.slice(0, 20).map(({ path, reason, words }) => (
                <li key={`${path} ${reason} ${words}`} className="break-words">
                  <span className="font-mono">{path}</span> {t('found.problem', { reason, words })}
                </li>
              ))}
            </ul>
          </Callout>
        ) : null}
        <dl className="grid grid-cols-2 gap-x-6 gap-y-1 sm:grid-cols-3 lg:grid-cols-4">
          {countsIn(document).map(({ list, count }) => (
            <div key={list} className="flex items-baseline justify-between gap-3 border-line border-b py-1">
              <dt>{t(`found.lists.${list}`)}</dt>
              <dd className="tabular">{count}</dd>
            </div>
          ))}
        </dl>
        {warnings.length + notes.length > 0 ? (
          <ul className="list-disc pl-5">
            {warnings.map(what => (
              <li key={what}>{t(`found.made.${what}`, { count: made[what] })}</li>
            ))}
            {notes.length > 0 ? <li>{t('found.notes', { count: notes.length })}</li> : null}
          </ul>
        ) : null}
        <p className="max-w-prose text-muted text-note">{t('found.people')}</p>
      </div>
    </Panel>
  )
}
