'use client'

import { ListFilter, Plus, Redo2, Search, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { groupings, isNarrowed, type View } from '@/lib/injects/views/rules'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { controlLook } from '../ui/control'
import { ColumnChoice } from './column-choice'
import type { Column } from './columns'
import { Filters } from './filters'
import type { Scenario, Sheet } from './sheet'
import { SmallSelect } from './small-select'
import type { Past } from './undo'

type Props = {
  sheet: Sheet
  scenario: Scenario
  columns: readonly Column[]
  onColumns: (remembered: string) => void
  view: View
  change: (part: Partial<View>) => void
  mayEdit: boolean
  editorial: boolean
  onEditorial: (editorial: boolean) => void
  onAdd: () => void
  past: Past
  onUndo: () => void
  onRedo: () => void
  views?: ReactNode
  findings?: ReactNode
}

/** What the list shows, and what is done to it without a cell. */
export function Toolbar(props: Props) {
  const { sheet, scenario, columns, view, change, mayEdit, past } = props
  const t = useTranslations('msel')
  const count = Object.keys(view.filters).length + (view.only === null ? 0 : 1)
  const [open, setOpen] = useState(count > 0)
  return (
    <div className="grid gap-2 px-4 py-2 print:hidden">
      <div className="flex flex-wrap items-center gap-2">
        <label className="relative min-w-40 flex-1 sm:max-w-72">
          <span className="sr-only">{t('search')}</span>
          <Search
            aria-hidden="true"
            className="absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted"
          />
          <input
            type="search"
            value={view.q}
            onChange={event => change({ q: event.currentTarget.value })}
            placeholder={t('search')}
            className={`${controlLook} w-full pl-8`}
          />
        </label>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          <ListFilter aria-hidden="true" className="size-4" />
          {count === 0 ? t('filters') : t('filtersOn', { count })}
        </Button>
        <SmallSelect
          label={t('groupBy')}
          value={view.group ?? ''}
          options={[
            { value: '', label: t('group.none') },
            ...groupings.map(value => ({ value, label: t(`group.${value}`) })),
          ]}
          onChange={value => change({ group: groupings.find(one => one === value) ?? null })}
        />
        <ColumnChoice all={sheet.columns} shown={columns} onChange={props.onColumns} />
        {props.views}
        {props.findings}
        {mayEdit ? (
          <div className="ml-auto flex flex-wrap items-center gap-2">
            <span title={t('editorialHint')} className="max-lg:hidden">
              <Checkbox label={t('editorial')} checked={props.editorial} onChange={props.onEditorial} />
            </span>
            <Button
              size="small"
              variant="quiet"
              aria-label={t('undo')}
              title={t('undo')}
              disabled={past.done.length === 0}
              onClick={props.onUndo}
            >
              <Undo2 aria-hidden="true" className="size-4" />
            </Button>
            <Button
              size="small"
              variant="quiet"
              aria-label={t('redo')}
              title={t('redo')}
              disabled={past.undone.length === 0}
              onClick={props.onRedo}
            >
              <Redo2 aria-hidden="true" className="size-4" />
            </Button>
            <Button size="small" variant="primary" onClick={props.onAdd}>
              <Plus aria-hidden="true" className="size-4" />
              {t('add')}
            </Button>
          </div>
        ) : null}
      </div>
      {open ? (
        <Filters {...{ scenario, view, change }} narrowed={isNarrowed(view)} checked={mayEdit} />
      ) : null}
    </div>
  )
}
