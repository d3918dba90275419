'use client'

import { useMemo, useState } from 'react'
import { type CellForm, type Choice, readCell } from '@/lib/injects/cells/rules'
import { techniqueCode } from '@/lib/techniques/rules'
import { type TechniqueList, type TechniqueSource, useTechniques } from '../techniques/use-techniques'
import { matching } from './sheet'

/** Whether there is something to choose from beside what is typed. */
export const isListed = (form: CellForm): boolean =>
  form.kind === 'choice' || form.kind === 'several' || (form.kind === 'codes' && form.listed !== undefined)

const none: readonly Choice[] = []

function choicesOf(form: CellForm, techniques: TechniqueList | null): readonly Choice[] {
  if (form.kind === 'choice' || form.kind === 'several') return form.choices
  if (form.kind !== 'codes' || techniques === null) return none
  // What was withdrawn is nothing to choose.
  return [...techniques.values()].flatMap(({ code, name, withdrawn }) =>
    withdrawn ? [] : [{ id: code, label: `${code} ${name}`, also: [name] }],
  )
}

type About = {
  /** the cell's own text stands there, and nobody has typed */
  untouched: boolean
  techniques: TechniqueSource
}

/** The options that go with what is typed, or with the last of several names, and which of them the arrows are on. */
export function useOptions(form: CellForm, text: string, { untouched, techniques }: About) {
  const [at, setAt] = useState(-1)
  const list = useTechniques(techniques, form.kind === 'codes' && form.listed === 'techniques')
  const choices = useMemo(() => choicesOf(form, list), [form, list])
  const one = form.kind === 'choice'
  const [before, last] = one || choices === none ? ['', text] : lastName(text)
  const shown = matching(choices, untouched ? '' : last).slice(0, 60)
  const picked = ({ id, label }: Choice) =>
    before + (form.kind === 'codes' ? id : /[;"]/.test(label) ? `"${label}"` : label)
  return {
    at,
    shown,
    picked,
    reset: () => setAt(-1),
    onKey: (key: string): boolean => {
      if (shown.length === 0 || (key !== 'ArrowDown' && key !== 'ArrowUp')) return false
      setAt(key === 'ArrowDown' ? (at + 1) % shown.length : (at <= 0 ? shown.length : at) - 1)
      return true
    },
    /** What is saved: the option that the arrows are on; else, where the text names none, the first that goes with it. */
    completed: (typed: string, meant: boolean): string => {
      const chosen = shown[at]
      if (chosen) return picked(chosen)
      const [first] = shown
      if (!meant || !first || untouched || last.trim() === '' || isPlain(typed, last, form)) return typed
      return picked(first)
    },
  }
}

/** Whether what is typed means something as it stands. Codes may be of another release. */
function isPlain(typed: string, last: string, form: CellForm): boolean {
  if (form.kind !== 'codes') return readCell(typed, form).ok
  const codes = last.split(/[\s,]+/).filter(Boolean)
  return codes.every(code => techniqueCode.test(code.toUpperCase()))
}

/** What stands before the last of several names, and that name. */
function lastName(text: string): [string, string] {
  const from = Math.max(text.lastIndexOf(';'), text.lastIndexOf('\n')) + 1
  const before = text.slice(0, from)
  return [before === '' || before.endsWith(' ') ? before : `${before} `, text.slice(from)]
}
