import { useCallback, useMemo, useRef, useState } from 'react'
import type { Places } from '@/lib/registrations/roster/rules'
import { folded } from '@/lib/rosters/fields/rules'
import type { Mapping, RosterField } from '@/lib/rosters/fields/schema'
import type { ExplainedKind, Explanation, RosterSetting } from '@/lib/rosters/rows/rules'
import type { Encoding } from '@/lib/sheets/encoding/rules'
import type { Answers, ShownRow } from './protocol'
import { type Ask, useWorker } from './use-worker'

/** What is known before a file is chosen. */
export type RosterPlace = {
  setting: RosterSetting
  /** what the delegation said of its headings before, by the folded heading */
  columns: readonly (readonly [string, RosterField | null])[]
  explanations: readonly Explanation[]
  places: readonly Places[]
}

export type OpenFile = {
  name: string
  source: ArrayBuffer | string
  sheets: readonly { name: string; rows: number }[]
  encoding: { used: Encoding; sure: boolean } | null
  sheet: number
  heading: number
  columns: Answers['look']['columns']
  mapping: Mapping
  explanations: readonly Explanation[]
  submit: boolean
  rows: readonly ShownRow[]
}

export type Problem = { reason: string; params?: Record<string, number> }

export type Roster = ReturnType<typeof useRoster>

/** The file that is open, and everything that may be said about it before it is sent. */
export function useRoster(place: RosterPlace) {
  const ask = useWorker()
  const [file, setFile] = useState<OpenFile | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  // Whoever changes two things quickly is shown the outcome of the second.
  const latest = useRef(0)

  const work = useCallback(async (doing: (current: () => boolean) => Promise<OpenFile | Problem | null>) => {
    latest.current += 1
    const own = latest.current
    const current = () => latest.current === own
    setBusy(true)
    const done = await doing(current).catch((): Problem => ({ reason: 'file_takes_too_long' }))
    if (!current()) return
    setBusy(false)
    setProblem(done && 'reason' in done ? done : null)
    setFile(done && 'rows' in done ? done : null)
  }, [])

  return useMemo(() => {
    const look = async (open: OpenFile, sheet: number, heading: number | null) => {
      const seen = await ask('look', { sheet, heading, remembered: place.columns })
      return checked(ask, place, { ...open, ...seen, sheet })
    }
    const change = (to: (open: OpenFile) => Promise<OpenFile>) => work(async () => (file ? to(file) : null))
    return {
      ...{ file, problem, busy, ask },
      open: (name: string, source: ArrayBuffer | string, encoding?: Encoding) =>
        work(async () => {
          const read = await ask('read', { source, encoding })
          if (!read.ok) return { reason: read.problem, ...(read.params ? { params: read.params } : {}) }
          const { sheets, encoding: used } = read
          const kept = file?.source === source ? file : null
          const start = { heading: -1, columns: [], mapping: [], submit: kept?.submit ?? false, rows: [] }
          const explanations = kept?.explanations ?? place.explanations
          return look({ name, source, sheets, encoding: used, sheet: 0, ...start, explanations }, 0, null)
        }),
      close: () => work(async () => null),
      chooseSheet: (sheet: number) => change(open => look(open, sheet, null)),
      chooseHeading: (heading: number) => change(open => look(open, open.sheet, heading)),
      choose: (column: number, field: RosterField | null) =>
        change(open =>
          checked(ask, place, {
            ...open,
            mapping: open.mapping.map((old, at) => (at === column ? field : old)),
          }),
        ),
      explain: (kind: ExplainedKind, word: string, meaning: string | null) =>
        change(open => {
          const others = open.explanations.filter(
            one => one.kind !== kind || folded(one.word) !== folded(word),
          )
          const own = meaning === null ? [] : [{ kind, word, meaning }]
          return checked(ask, place, { ...open, explanations: [...others, ...own] })
        }),
      mend: (line: number, field: RosterField, text: string) =>
        change(async open => {
          const [sheet, column] = [open.sheet, open.mapping.indexOf(field)]
          if (column >= 0) await ask('mend', { sheet, line, column, text })
          return checked(ask, place, open)
        }),
      submitAtOnce: (submit: boolean) => change(open => checked(ask, place, { ...open, submit })),
    }
  }, [ask, busy, file, place, problem, work])
}

async function checked(ask: Ask, place: RosterPlace, open: OpenFile): Promise<OpenFile> {
  const { sheet, heading, mapping, explanations, submit } = open
  const { setting, places } = place
  const rows = await ask('check', {
    sheet,
    heading,
    mapping,
    setting,
    explanations,
    places: submit ? places : null,
  })
  return { ...open, rows }
}
