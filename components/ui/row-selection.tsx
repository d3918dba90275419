'use client'

import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { Checkbox } from './checkbox'
import { Row } from './table'

type Selection = {
  ids: ReadonlySet<string>
  all: readonly string[]
  choose: (ids: readonly string[]) => void
}

const SelectionContext = createContext<Selection>({ ids: new Set(), all: [], choose: () => {} })

/** The chosen rows of the table inside, for bulk acts. `all` are the ids now on the page, in order. */
export function RowSelection({ all, children }: { all: readonly string[]; children: ReactNode }) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const value = useMemo(
    () => ({ ids: new Set(chosen.filter(id => all.includes(id))), all, choose: setChosen }),
    [chosen, all],
  )
  return <SelectionContext.Provider value={value}>{children}</SelectionContext.Provider>
}

export function useSelection(): { ids: string[]; clear: () => void } {
  const { ids, choose } = useContext(SelectionContext)
  return { ids: [...ids], clear: () => choose([]) }
}

export function SelectAll() {
  const t = useTranslations('ui')
  const { ids, all, choose } = useContext(SelectionContext)
  const every = all.length > 0 && ids.size === all.length
  return <Checkbox bare label={t('chooseAll')} checked={every} onChange={on => choose(on ? all : [])} />
}

/** `label` names the row: the person, the team. */
export function SelectRow({ id, label }: { id: string; label: string }) {
  const t = useTranslations('ui')
  const { ids, choose } = useContext(SelectionContext)
  return (
    <Checkbox
      bare
      label={t('chooseRow', { row: label })}
      checked={ids.has(id)}
      onChange={on => choose(on ? [...ids, id] : [...ids].filter(other => other !== id))}
    />
  )
}

/** A row that is tinted while chosen. */
export function SelectableRow({ id, children }: { id: string; children: ReactNode }) {
  const { ids } = useContext(SelectionContext)
  return <Row selected={ids.has(id)}>{children}</Row>
}

/** How many are chosen, and what can be done with them. Shows only while something is chosen. */
export function SelectionBar({ children }: { children: ReactNode }) {
  const t = useTranslations('ui')
  const { ids } = useContext(SelectionContext)
  return (
    <div role="status" className="sticky bottom-(--bottom-bar) z-10 md:bottom-0 print:hidden">
      {ids.size > 0 ? (
        <div className="flex flex-wrap items-center gap-2 border-line border-t bg-sheet py-2 in-[.flush]:px-4">
          <strong>{t('chosen', { count: ids.size })}</strong>
          {children}
        </div>
      ) : null}
    </div>
  )
}
