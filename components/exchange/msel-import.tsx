'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { MselTarget } from '@/lib/exchange/fields/schema'
import { type GatesThere, planGates } from '@/lib/exchange/gates/rules'
import type { Kept } from '@/lib/exchange/kept/rules'
import type { ListTimes } from '@/lib/exchange/list-times/rules'
import { coveredFields } from '@/lib/exchange/plan/covered/rules'
import { missingNames, type Place, planImport } from '@/lib/exchange/plan/rules'
import { remainderOf } from '@/lib/exchange/remainder/rules'
import {
  type FieldValue,
  type InjectField,
  type InjectRow,
  partyOf,
  type SayingTimes,
} from '@/lib/injects/rules'
import { folded } from '@/lib/rosters/fields/rules'
import { ListColumns } from './list-columns'
import { ListRows } from './list-rows'
import { ListSource } from './list-source'
import type { Choice } from './protocol'
import { TakePanel } from './take-panel'
import { useList } from './use-list'
import { fetchKept, fetchRows, useTaking } from './use-taking'

type Props = {
  exerciseId: string
  place: Place
  remembered: readonly (readonly [string, MselTarget])[]
  /** what was said of the times of the last list */
  saidBefore: ListTimes
  zones: { timeZone: string; scenarioZone: string }
  gates: GatesThere
  startexAt: number
  now: number
  back: string
}

type There = { rows: readonly InjectRow[]; kept: Readonly<Record<string, Kept>> }

/** A list from elsewhere, understood here, put right, compared with what there is, and taken in. */
export function MselImport(props: Props) {
  const { exerciseId, place, remembered, saidBefore, zones, gates, startexAt, now, back } = props
  const [said, setSaid] = useState(saidBefore)
  const [{ rows, kept }, setThere] = useState<There>({ rows: [], kept: {} })
  const list = useList(remembered)
  const { taking, take, reset } = useTaking()
  const skip = useRef(new Set<number>())
  const times = useCallback(
    ({ timeZone, launchOn, dayFirst }: ListTimes) => ({
      ...{ startexAt, now, dayFirst, bareUnit: null, timeZone: timeZone ?? zones.timeZone },
      launchOn: launchOn !== null && /^\d{4}-\d{2}-\d{2}$/.test(launchOn) ? launchOn : null,
    }),
    [zones, startexAt, now],
  )
  const answer = list.answer
  const read = answer?.ok ? answer : null
  // What was taken in a moment ago is compared with next.
  const settled = taking.step !== 'taking'
  useEffect(() => {
    let current = true
    if (read && settled)
      Promise.all([fetchRows(exerciseId), fetchKept(exerciseId)]).then(
        ([rows, kept]) => current && setThere({ rows, kept }),
        () => {},
      )
    return () => {
      current = false
    }
  }, [exerciseId, read, settled])
  const saying = useMemo((): SayingTimes => {
    const serials = new Map(rows.map(({ id, serial }) => [id, serial]))
    const numbers = new Map([
      ...gates.gates.map(({ id, number }) => [id, number] as const),
      // One that is still to be made is called as in its document until it has a number here.
      ...(read?.document.scenario.gates.map(({ id, number }) => [`new:gate:${id}`, number] as const) ?? []),
    ])
    return { ...zones, serialOf: id => serials.get(id), gateOf: id => numbers.get(id) }
  }, [rows, gates, zones, read])
  const planned = useMemo(() => {
    if (!read) return null
    const covered = coveredFields(read.look?.mapping ?? null)
    // Names that are not there yet stand for themselves until they are.
    const missing = missingNames(read.document, place)
    const here = planGates(read.document, gates, saying.serialOf)
    const setting = { rows, kept, saying, covered, gates: here.idOf }
    return {
      ...{ covered, missing, gates: here.missing.length },
      remainder: read.look ? [] : remainderOf(read.document, place, here.differing),
      rows: planImport(read.document, { place: withMissing(place, missing), ...setting }),
    }
  }, [read, place, rows, kept, saying, gates])
  const words = useWords(place)

  if (!read || !planned)
    return (
      <ListSource
        onOpen={file => list.open(file, times(said))}
        busy={list.busy}
        late={list.late}
        refused={answer && !answer.ok ? answer : null}
      />
    )
  const locked = list.busy || taking.step === 'taking' || taking.step === 'done'
  const another = () => {
    skip.current = new Set()
    reset()
    list.close()
  }
  const change = (choice: Choice, chosen: ListTimes) => {
    setSaid(chosen)
    list.change(choice, times(chosen))
  }
  const headings = read.look?.heading !== undefined && read.look.heading >= 0 ? read.look.headings : []
  const meant = headings.flatMap((heading, at) => {
    const word = folded(heading)
    return word === '' ? [] : [{ word: word.slice(0, 200), meaning: read.look?.mapping[at] ?? '' }]
  })
  const given = {
    exerciseId,
    document: read.document,
    ...{ place, saying: zones, gates, times: read.look ? said : null },
    covered: planned.covered,
    words: [...new Map(meant.map(one => [one.word, one])).values()],
  }
  return (
    <div className="grid grid-cols-1 gap-4">
      <ListColumns
        {...{ list: read, locked, times: said, home: zones.timeZone }}
        name={list.name}
        onChange={change}
        onAnother={another}
      />
      <TakePanel
        {...{ taking, back }}
        rows={planned.rows}
        missing={planned.missing}
        gates={planned.gates}
        remainder={planned.remainder}
        busy={list.busy}
        fieldName={words.field}
        onTake={() => take(given, skip.current)}
        onAnother={another}
      />
      {taking.step === 'done' ? null : (
        <ListRows rows={planned.rows} lines={read.lines} notes={read.notes} saying={words} />
      )}
    </div>
  )
}

/** As if what is missing were there, called by its own name. */
function withMissing(place: Place, missing: ReturnType<typeof missingNames>): Place {
  const named = (names: readonly string[]) => names.map(name => ({ id: `name:${name}`, name }))
  const storylines = [...place.storylines, ...named(missing.storylines)]
  const storyId = new Map(storylines.map(({ id, name }) => [folded(name), id]))
  return {
    ...place,
    storylines,
    personas: [...place.personas, ...named(missing.personas)],
    modes: [...place.modes, ...named(missing.modes)],
    columns: [...place.columns, ...named(missing.columns.map(({ name }) => name))],
    objectives: [
      ...place.objectives,
      ...missing.objectives.map(({ number }) => ({ id: `name:${number}`, number })),
    ],
    incidents: [
      ...place.incidents,
      ...missing.incidents.map(({ storyline, name }) => ({
        id: `name:${name}`,
        name,
        storylineId: storyId.get(folded(storyline)) ?? '',
      })),
    ],
  }
}

/** Fields and values in words: ids by the names that they stand for. */
function useWords(place: Place) {
  const t = useTranslations('exchange')
  return useMemo(() => {
    const lists = [
      place.teams,
      place.roles,
      place.personas,
      place.modes,
      place.storylines,
      place.incidents,
      place.phases,
      place.members,
      place.columns,
    ]
    const names = new Map([
      ...lists.flatMap(items => items.map(({ id, name }): [string, string] => [id, name])),
      ...place.objectives.map(({ id, number }): [string, string] => [id, number]),
    ])
    const named = (text: string) => {
      const id = partyOf(text)?.id ?? text.replace(/^(?:persona|team|role):(?=name:)/, '')
      return names.get(id) ?? (id.startsWith('name:') ? id.slice(5) : text)
    }
    return {
      field: (field: InjectField) =>
        field.startsWith('column:') ? named(field.slice(7)) : t(`injectField.${field}`),
      value: (field: InjectField, value: FieldValue): string => {
        if (value === null) return ''
        if (Array.isArray(value)) return value.map(named).join(', ')
        if (field === 'kind') return t('kind', { kind: String(value) })
        return /Id$/.test(field) ? named(String(value)) : String(value)
      },
    }
  }, [place, t])
}
