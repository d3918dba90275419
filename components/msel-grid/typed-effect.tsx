'use client'

import { useTranslations } from 'next-intl'
import { useDeferredValue, useEffect, useState } from 'react'
import { injectsIn } from '@/lib/clashes/places/rules'
import type { Finding } from '@/lib/clashes/plan/rules'
import type { Recheck } from '@/lib/clashes/rules'
import { type CellForm, readCell } from '@/lib/injects/cells/rules'
import type { InjectField } from '@/lib/injects/rules'
import { instantOfSeconds } from '@/lib/logic/times/rules'
import { formatInstant } from '@/lib/time-format'
import type { TypedField } from './checks-protocol'
import { FindingWords } from './finding-words'
import { type Sheet, storable } from './sheet'
import type { Telling } from './use-telling'

export type Ask = (typed: TypedField) => Promise<Recheck | null>

type Props = {
  injectId: string
  field: InjectField
  text: string
  form: CellForm
  sheet: Sheet
  ask: Ask
  telling: Telling
}

/** Said at once; the rest with Alt and the down arrow, as a list opens. */
const atFirst = 4
/** A list that is longer is read in the list itself, once it is so. */
const most = 100

/** What would follow if a field held what is being typed: which injects move with it, and what would be wrong then. */
export function TypedEffect({ injectId, field, text, form, sheet, ask, telling }: Props) {
  const t = useTranslations('msel')
  const settled = useDeferredValue(text)
  const [would, setWould] = useState<Recheck | null>(null)
  const [whole, setWhole] = useState(false)
  useEffect(() => {
    let gone = false
    const read = readCell(settled, form)
    const found = read.ok ? ask({ injectId, field, value: storable(field, read.value) }) : null
    void Promise.resolve(found).then(recheck => {
      if (!gone) setWould(recheck)
    })
    return () => {
      gone = true
    }
  }, [ask, injectId, field, settled, form])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.altKey && event.key === 'ArrowDown') setWhole(true)
    }
    document.addEventListener('keydown', listen, true)
    return () => document.removeEventListener('keydown', listen, true)
  }, [])
  const { serialOf } = sheet.saying
  const came = [...(would?.came ?? [])].sort((a, b) => Number(isOf(b, injectId)) - Number(isOf(a, injectId)))
  // What waits in a circle never comes, and all behind it does not either.
  const circular = came.some(({ check }) => check === 'circular')
  const moves = (circular ? [] : (would?.moves ?? [])).filter(
    ({ id }) => id !== injectId && serialOf(id) !== undefined,
  )
  if (moves.length + came.length === 0) return null
  const shown = whole ? most : atFirst
  const hidden = Math.max(0, moves.length - shown) + Math.max(0, came.length - shown)
  const { timeZone } = sheet.frame
  const say = (seconds: number | null) =>
    seconds === null
      ? t('timeUnknown')
      : formatInstant(instantOfSeconds(seconds, sheet.frame), {
          ...{ timeZone, locale: sheet.locale, style: 'dayTime' },
        })
  return (
    <div
      aria-live="polite"
      className="mt-1 grid max-h-56 w-80 max-w-[80vw] gap-1.5 overflow-auto whitespace-normal rounded-control border border-edge bg-sheet p-2 font-normal text-ink text-note shadow-lift"
    >
      {moves.length > 0 ? (
        <>
          <p className="text-muted">{t('wouldFollow', { count: moves.length })}</p>
          <ul className="grid grid-cols-[auto_1fr] gap-x-2">
            {moves.slice(0, shown).map(({ id, to }) => (
              <li key={id} className="col-span-2 grid grid-cols-subgrid">
                <span className="font-mono tabular">{serialOf(id)}</span>
                <span className="tabular">→ {say(to)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {came.slice(0, shown).map(finding => (
        <FindingWords key={finding.key} {...{ finding, telling }} about={!isOf(finding, injectId)} />
      ))}
      {hidden > 0 ? (
        <p className="text-muted">{t(whole ? 'wouldMore' : 'wouldMoreKey', { count: hidden })}</p>
      ) : null}
    </div>
  )
}

/** Whether a finding is about that inject: everybody in a circle is. */
const isOf = (finding: Finding, id: string) =>
  finding.check === 'circular' ? injectsIn(finding).includes(id) : injectsIn(finding)[0] === id
