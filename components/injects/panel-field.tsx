'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId, useState } from 'react'
import type { Finding } from '@/lib/clashes/plan/rules'
import { type CellForm, printCell } from '@/lib/injects/cells/rules'
import type { FieldValue } from '@/lib/injects/rules'
import { ChoiceList } from '../msel-grid/choice-list'
import type { Column } from '../msel-grid/columns'
import type { Draft } from '../msel-grid/drafts'
import { FindingWords } from '../msel-grid/finding-words'
import { useColumnLabel } from '../msel-grid/looks'
import type { Sheet } from '../msel-grid/sheet'
import { TypedTime } from '../msel-grid/typed-time'
import { useOptions } from '../msel-grid/use-options'
import type { Telling } from '../msel-grid/use-telling'
import { TechniqueNames } from '../techniques/technique-names'
import { Button } from '../ui/button'
import { classes, controlLook } from '../ui/control'
import { FieldRefusal } from '../ui/field'

type Props = {
  column: Column
  form: CellForm
  sheet: Sheet
  value: FieldValue
  draft: Draft | undefined
  mayEdit: boolean
  onBegin: () => void
  onSave: (text: string) => void
  onTheirs: () => void
  onMine: () => void
  /** what is wrong with what stands there */
  found: readonly Finding[]
  telling: Telling | null
  /** what would come of what is typed */
  effectOf: (text: string) => ReactNode
}

/** Where nothing is chosen from a list while typing. */
const unlisted: CellForm = { kind: 'line' }

/** One field of an inject, saved when it is left; a choice at once. */
export function PanelField(props: Props) {
  const { column, form, sheet, value, draft, mayEdit, found, telling, onBegin, onSave, onTheirs, onMine } =
    props
  const t = useTranslations('msel')
  const label = useColumnLabel()(column)
  const id = useId()
  const said = draft?.state === 'refused' ? draft.text : printCell(value, form)
  // Null while nobody writes: then the field says what others make of it.
  const [typed, setTyped] = useState<string | null>(null)
  const options = useOptions(form.kind === 'codes' ? form : unlisted, typed ?? '', {
    untouched: false,
    techniques: sheet.techniques,
  })
  const listed = typed !== null && typed.trim() !== '' && options.shown.length > 0
  const leave = (meant: boolean) => {
    const text = typed === null ? null : options.completed(typed, meant)
    if (text !== null && text !== said) onSave(text)
    setTyped(null)
  }
  const names =
    column.id === 'techniques' && Array.isArray(value) ? (
      <TechniqueNames codes={value} source={sheet.techniques} mayEdit={mayEdit} />
    ) : null
  if (!mayEdit)
    return said === '' ? null : (
      <div className="grid gap-0.5">
        <span className="text-muted text-note">{label}</span>
        {names ?? <span className="whitespace-pre-wrap">{said}</span>}
      </div>
    )
  const notes = [
    ...(draft?.state === 'refused' ? [`${id}-note`] : []),
    ...(telling ? found.map(({ key }) => `${id}-${key}`) : []),
  ]
  const shared = {
    id,
    'data-field': column.id,
    'aria-invalid': draft?.state === 'refused' || undefined,
    'aria-describedby': notes.length > 0 ? notes.join(' ') : undefined,
  }
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-medium text-note">
        {label}
        {form.kind === 'several' || form.kind === 'codes' ? (
          <span className="pl-1 font-normal text-muted">{t('bySemicolons')}</span>
        ) : null}
      </label>
      {form.kind === 'choice' ? (
        <select
          {...shared}
          value={typeof value === 'string' ? value : ''}
          onChange={event => {
            const option = form.choices.find(one => one.id === event.currentTarget.value)
            onSave(option?.label ?? '')
          }}
          className={controlLook}
        >
          {column.id === 'kind' ? null : <option value="">{t('none')}</option>}
          {form.choices.map(choice => (
            <option key={choice.id} value={choice.id}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <textarea
          {...shared}
          rows={form.kind === 'text' ? Math.min(12, Math.max(3, (typed ?? said).split('\n').length + 1)) : 1}
          value={typed ?? said}
          dir="auto"
          {...(listed
            ? {
                role: 'combobox',
                'aria-expanded': true,
                'aria-controls': `${id}-list`,
                'aria-autocomplete': 'list' as const,
                ...(options.at >= 0 ? { 'aria-activedescendant': `${id}-list-${options.at}` } : {}),
              }
            : {})}
          onChange={event => {
            if (typed === null) onBegin()
            options.reset()
            setTyped(event.currentTarget.value)
          }}
          onBlur={() => leave(false)}
          onKeyDown={event => {
            if (event.nativeEvent.isComposing) return
            if (listed && options.onKey(event.key)) event.preventDefault()
            else if (event.key === 'Enter' && form.kind !== 'text') {
              event.preventDefault()
              leave(true)
            } else if (event.key === 'Escape' && typed !== null) {
              event.preventDefault()
              setTyped(null)
            }
          }}
          className={classes(
            controlLook,
            'resize-y',
            (form.kind === 'time' || form.kind === 'story') && 'font-mono tabular',
          )}
        />
      )}
      {listed ? (
        <ChoiceList
          id={`${id}-list`}
          choices={options.shown}
          at={options.at}
          onPick={choice => setTyped(`${options.picked(choice)}; `)}
        />
      ) : null}
      {names}
      {typed === null ? null : (
        <>
          <TypedTime text={typed} form={form} sheet={sheet} />
          {props.effectOf(typed)}
        </>
      )}
      {telling
        ? found.map(finding => (
            <FindingWords key={finding.key} id={`${id}-${finding.key}`} {...{ finding, telling }} />
          ))
        : null}
      {draft?.state === 'refused' && typed === null ? (
        <div id={`${id}-note`} className="grid gap-1">
          <FieldRefusal id={`${id}-refusal`}>
            {draft.theirs
              ? t('conflictInline', {
                  by: draft.theirs.by ?? t('somebody'),
                  theirs: printCell(draft.theirs.value, form) || t('nothing'),
                })
              : (draft.message ?? '')}
          </FieldRefusal>
          <div className="flex gap-2">
            {draft.value === undefined ? null : (
              <Button size="small" onClick={onMine}>
                {t(draft.theirs ? 'keepMine' : 'tryAgain')}
              </Button>
            )}
            <Button size="small" variant="quiet" onClick={onTheirs}>
              {t(draft.theirs ? 'takeTheirs' : 'giveUp')}
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  )
}
