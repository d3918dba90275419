'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo } from 'react'
import { missingFields, repeatedFields } from '@/lib/rosters/fields/rules'
import { rosterFields } from '@/lib/rosters/fields/schema'
import { AddPanel, type SubmitChoice } from './add-panel'
import { ColumnsPanel, type Defaults } from './columns-panel'
import { download } from './download'
import type { ShownProblem, ShownRow } from './protocol'
import { RowsPanel } from './rows-panel'
import { SourcePanel } from './source-panel'
import { useProblemWords } from './use-problem-words'
import { type RosterPlace, useRoster } from './use-roster'
import { type Sending, useSending } from './use-sending'
import { unknownWords, WordsPanel } from './words-panel'

type Props = RosterPlace & {
  owner: { exerciseId: string; participationId: string }
  submitting: SubmitChoice
  defaults: Defaults
  /** the delegation's page */
  back: string
  /** what a file that we write is called, without its ending */
  fileName: string
}

const noRows: readonly ShownRow[] = []

/** A nation's experts from a spreadsheet: read here, put right, sent together. */
export function RosterImport({ owner, submitting, defaults, back, fileName, ...given }: Props) {
  const t = useTranslations('rosters')
  const router = useRouter()
  const { setting, columns, explanations, places } = given
  const place = useMemo(
    () => ({ setting, columns, explanations, places }),
    [setting, columns, explanations, places],
  )
  const roster = useRoster(place)
  const { sending, send, cancel, reset } = useSending(owner, roster.ask)
  const { file } = roster
  const checked = file?.rows ?? noRows
  const rows = useMemo(() => withStale(checked, sending), [checked, sending])
  const wordsOf = useProblemWords(rows)

  // What the server said of the rows as they were says nothing of the rows as they are.
  useEffect(() => {
    if (checked !== noRows) reset()
  }, [checked, reset])

  if (!file) return <SourcePanel roster={roster} />
  const locked = sending.step === 'sending' || sending.step === 'adding'
  const ready = missingFields(file.mapping).length === 0 && repeatedFields(file.mapping).length === 0
  const sound = rows.filter(({ problems }) => problems.length === 0).map(({ line }) => line)
  const refused = rows.filter(({ problems }) => problems.length > 0)
  const another = () => {
    reset()
    roster.close()
    router.refresh()
  }
  const save = async (format: 'csv' | 'xlsx') => {
    const { sheet, heading, mapping } = file
    const said = (problem: ShownProblem) =>
      `${problem.field ? `${t(`field.${problem.field}`)}: ` : ''}${wordsOf(problem)}`
    const asked = {
      ...{ format, sheet, heading, title: t('refused.sheet') },
      headings: mapping.map(field => (field ? t(`field.${field}`) : '')),
      notes: [t('refused.row'), t('refused.note')] as const,
      rows: refused.map(({ line, problems }) => ({ line, note: problems.map(said).join(' ') })),
    }
    download(`${fileName}-${t('refused.file')}`, format, await roster.ask('file', asked))
  }
  const shown = (
    <RowsPanel
      rows={rows}
      wordsOf={wordsOf}
      added={sending.step === 'done' ? sending.lines : null}
      mend={locked || sending.step === 'done' ? null : roster.mend}
      mendable={file.mapping}
    />
  )
  const add = (
    <AddPanel
      counts={{ all: rows.length, sound: sound.length, refused: refused.length }}
      sending={sending}
      busy={roster.busy}
      submit={file.submit}
      submitting={submitting}
      back={back}
      onSubmitChange={roster.submitAtOnce}
      onSend={lateReason => send(file, sound, lateReason)}
      onCancel={cancel}
      onSave={save}
      onAnother={another}
    />
  )
  if (sending.step === 'done') {
    return (
      <div className="grid grid-cols-1 gap-4">
        {add}
        {shown}
      </div>
    )
  }
  return (
    <div className="grid grid-cols-1 gap-4">
      <ColumnsPanel {...{ roster, file, defaults, locked }} onAnother={another} />
      {ready && rows.length > 0 ? (
        <>
          <WordsPanel {...{ roster, setting, locked }} words={unknownWords(rows, file.explanations)} />
          {shown}
          {add}
        </>
      ) : null}
    </div>
  )
}

/** The rows with what the server found when it was asked to add them: others had been quicker. */
function withStale(rows: readonly ShownRow[], sending: Sending): readonly ShownRow[] {
  if (sending.step !== 'refused') return rows
  const found = new Map<number, ShownProblem[]>()
  for (const [place, said] of sending.refusal.fields) {
    const [line = '', name = ''] = place.split('.')
    const field = rosterFields.find(one => one === name)
    if (field) found.set(Number(line), [...(found.get(Number(line)) ?? []), { field, reason: name, said }])
  }
  if (found.size === 0) return rows
  return rows.map(row => ({ ...row, problems: [...row.problems, ...(found.get(row.line) ?? [])] }))
}
