'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { RegistrationState } from '@/lib/registrations/rules'

/** A chosen person, as the row's box carries it. */
export type Chosen = {
  id: string
  state: RegistrationState
  roleId: string
  siteId: string | null
  /** waits together with others */
  grouped: boolean
}

/**
 * The chosen rows of a table that the server has drawn. The boxes are plain ones and say what they stand for, so that a
 * page of many people stays free of script of its own.
 */
function useChosen(rows: ReactNode) {
  const table = useRef<HTMLDivElement>(null)
  const pressed = useRef<string | null>(null)
  const [chosen, setChosen] = useState<readonly Chosen[]>([])
  const read = useCallback(() => {
    const boxes = [...(table.current?.querySelectorAll<HTMLInputElement>('input[data-state]') ?? [])]
    const all = table.current?.querySelector<HTMLInputElement>('input[data-all]')
    const ticked = boxes.filter(box => box.checked)
    if (all) {
      all.checked = boxes.length > 0 && ticked.length === boxes.length
      all.indeterminate = ticked.length > 0 && ticked.length < boxes.length
    }
    setChosen(ticked.map(chosenOf))
  }, [])
  const tickAll = useCallback(
    (on: boolean) => {
      for (const box of table.current?.querySelectorAll<HTMLInputElement>('input[data-state]') ?? [])
        box.checked = on
      read()
    },
    [read],
  )
  const change = useCallback(
    (event: { target: EventTarget }) => {
      const { target } = event
      if (target instanceof HTMLInputElement && target.dataset.all !== undefined) tickAll(target.checked)
      else read()
    },
    [read, tickAll],
  )
  // With Shift, all from the box that was pressed last to this one become what this one becomes.
  const click = useCallback((event: { target: EventTarget; shiftKey: boolean }) => {
    const { target, shiftKey } = event
    if (!(target instanceof HTMLInputElement) || target.dataset.state === undefined) return
    const boxes = [...(table.current?.querySelectorAll<HTMLInputElement>('input[data-state]') ?? [])]
    const [from, to] = [boxes.findIndex(box => box.value === pressed.current), boxes.indexOf(target)]
    pressed.current = target.value
    if (!shiftKey || from === -1) return
    for (const box of boxes.slice(Math.min(from, to), Math.max(from, to) + 1)) box.checked = target.checked
  }, [])
  // New rows may have come: another page, another filter, or the states after an act.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are what is read
  useEffect(read, [rows, read])
  return { table, chosen, change, click, clear: () => tickAll(false) }
}

function chosenOf(box: HTMLInputElement): Chosen {
  const { state, role = '', site, group } = box.dataset
  const grouped = group !== undefined
  return { id: box.value, state: stateOf(state), roleId: role, siteId: site || null, grouped }
}

const states: Record<string, RegistrationState> = {
  draft: 'draft',
  submitted: 'submitted',
  endorsed: 'endorsed',
  confirmed: 'confirmed',
  checked_in: 'checked_in',
  waitlisted: 'waitlisted',
  declined: 'declined',
  withdrawn: 'withdrawn',
}

function stateOf(text: string | undefined): RegistrationState {
  return states[text ?? ''] ?? 'draft'
}

/** A table, and under it what can be done with the people chosen in it, at hand while the page scrolls. */
export function ChoiceOfPeople({
  acts,
  children,
}: {
  acts: (chosen: readonly Chosen[], clear: () => void) => ReactNode
  children: ReactNode
}) {
  const t = useTranslations('ui')
  const { table, chosen, change, click, clear } = useChosen(children)
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: the boxes inside are pressed, by any means */}
      <div ref={table} onChange={change} onClick={click}>
        {children}
      </div>
      <ChosenBar>
        {chosen.length > 0 ? (
          <>
            <strong role="status">{t('chosen', { count: chosen.length })}</strong>
            {acts(chosen, clear)}
          </>
        ) : null}
      </ChosenBar>
    </>
  )
}

function ChosenBar({ children }: { children: ReactNode }) {
  return (
    <div className="sticky bottom-[calc(var(--bottom-bar)+env(safe-area-inset-bottom))] z-10 flex flex-wrap items-center gap-2 border-line border-t bg-sheet px-4 py-2 empty:hidden md:bottom-0 print:hidden">
      {children}
    </div>
  )
}
