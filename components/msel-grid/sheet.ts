import type { useTranslations } from 'next-intl'
import { type CellForm, type Choice, folded } from '@/lib/injects/cells/rules'
import {
  columnOf,
  type FieldValue,
  type InjectField,
  type InjectRow,
  injectKinds,
  type SayingTimes,
  tlpLabels,
} from '@/lib/injects/rules'
import type { StartexFrame } from '@/lib/time'
import type { TimeLocale } from '@/lib/time-format'
import { tlpNames } from '../frame/tlp-chip'
import type { TechniqueSource } from '../techniques/use-techniques'
import { type Column, type ColumnId, columnsWith } from './columns'

type Named = { id: string; name: string }
type Numbered = Named & { number: number }

/** What injects of an exercise may name, as `getDictionary` gives it. */
export type Scenario = {
  scenarioZone: string
  settings: { attackRelease: string } | null
  storylines: readonly Numbered[]
  incidents: readonly (Numbered & { storylineId: string })[]
  modes: readonly Named[]
  personas: readonly (Named & { affiliation: string })[]
  objectives: readonly { id: string; number: string; title: string }[]
  columns: readonly (Named & { kind: ColumnKind; choices: readonly string[] })[]
  gates: readonly (Numbered & { kind: 'all' | 'any' | 'manual' })[]
  phases: readonly Named[]
  teams: readonly (Named & { number: number | null; kindId: string })[]
  kinds: readonly (Named & { letter: string; colour: string })[]
  roles: readonly Named[]
  members: readonly Named[]
  people: readonly Named[]
}
type ColumnKind = 'text' | 'number' | 'choice' | 'choices' | 'date' | 'yes_no' | 'person' | 'team' | 'url'

/** The translator of the list's words: made once, since a cell of its own for each would cost more than the cell. */
export type Say = ReturnType<typeof useTranslations<'msel'>>

export type SheetWords = {
  say: Say
  kinds: Record<InjectRow['kind'], string>
  states: Record<InjectRow['state'], string>
  yes: string
  no: string
}

type Team = { name: string; letter: string; colour: string }

/** All that a cell needs to know beside its row. One for the whole list, made anew only when a list changes. */
export type Sheet = {
  exerciseId: string
  columns: readonly Column[]
  saying: SayingTimes
  frame: StartexFrame
  viewerZone: string | null
  locale: TimeLocale
  say: Say
  states: SheetWords['states']
  /** null where nobody types: serial and state have acts of their own */
  formOf: (id: ColumnId, row: Pick<InjectRow, 'storylineId'>) => CellForm | null
  team: (ref: string) => Team | undefined
  label: (list: ListName, id: string) => string | undefined
  techniques: TechniqueSource
}

type ListName = keyof ReturnType<typeof listsOf>

const plain = ({ id, name }: Named): Choice => ({ id, label: name })
const numbered = ({ id, number, name }: Numbered): Choice => ({
  id,
  label: `${number} ${name}`,
  also: [String(number), name],
})

function listsOf(scenario: Scenario, words: SheetWords) {
  const teams = scenario.teams.map(({ id, name, kindId, number }) => {
    const letter = scenario.kinds.find(kind => kind.id === kindId)?.letter ?? ''
    return { id, label: name, also: number === null ? [] : [`${letter}${number}`, `${letter} ${number}`] }
  })
  const party = (kind: string) => (choice: Choice) => ({ ...choice, id: `${kind}:${choice.id}` })
  return {
    storylines: scenario.storylines.map(numbered),
    modes: scenario.modes.map(plain),
    phases: scenario.phases.map(plain),
    members: scenario.members.map(plain),
    teamKinds: scenario.kinds.map(plain),
    objectives: scenario.objectives.map(({ id, number, title }) => ({
      id,
      label: `${number} ${title}`,
      also: [number, title],
    })),
    kinds: injectKinds.map(id => ({ id, label: words.kinds[id], also: [id.replace('_', ' ')] })),
    tlp: tlpLabels.map(id => ({
      id,
      label: tlpNames[id],
      also: [id.replace('_', ' '), tlpNames[id].slice(4)],
    })),
    teams,
    people: scenario.people.map(plain),
    parties: [
      ...teams.map(party('team')),
      ...scenario.roles.map(plain).map(party('role')),
      ...scenario.personas
        .map(({ id, name, affiliation }) => ({ id, label: name, also: affiliation ? [affiliation] : [] }))
        .map(party('persona')),
      ...scenario.people.map(plain).map(party('person')),
    ],
  }
}

type About = Pick<Sheet, 'exerciseId' | 'frame' | 'viewerZone' | 'locale'>

export function sheetOf(
  scenario: Scenario,
  about: About,
  words: SheetWords,
  serialOf: (injectId: string) => string | undefined,
): Sheet {
  const lists = listsOf(scenario, words)
  const gates = new Map(scenario.gates.map(({ id, number }) => [id, number]))
  const labels = new Map(
    Object.entries(lists).flatMap(([list, all]) => all.map(({ id, label }) => [`${list} ${id}`, label])),
  )
  const kinds = new Map(scenario.kinds.map(kind => [kind.id, kind]))
  const teams = new Map(
    scenario.teams.map(({ id, name, kindId }) => {
      const { letter = '', colour = '' } = kinds.get(kindId) ?? {}
      return [`team:${id}`, { name, letter, colour }]
    }),
  )
  const saying = {
    timeZone: about.frame.timeZone,
    scenarioZone: scenario.scenarioZone,
    serialOf,
    gateOf: (id: string) => gates.get(id),
  }
  return {
    ...about,
    say: words.say,
    states: words.states,
    columns: columnsWith(scenario.columns),
    saying,
    formOf: formsOf(scenario, lists, saying, about.frame, words),
    team: ref => teams.get(ref),
    label: (list, id) => labels.get(`${list} ${id}`),
    techniques: { exerciseId: about.exerciseId, release: scenario.settings?.attackRelease ?? '' },
  }
}

/** Techniques and titles of objectives are long: what stands in a cell is the number. */
export const shortLabel = (label: string) => label.split(' ', 1)[0] ?? label

function formsOf(
  scenario: Scenario,
  lists: ReturnType<typeof listsOf>,
  { timeZone, scenarioZone }: SayingTimes,
  frame: StartexFrame,
  words: SheetWords,
): Sheet['formOf'] {
  const choice = (choices: readonly Choice[]): CellForm => ({ kind: 'choice', choices })
  const several = (choices: readonly Choice[]): CellForm => ({ kind: 'several', choices })
  const incidents = new Map<string | null, CellForm>()
  for (const { id } of scenario.storylines) {
    incidents.set(id, choice(scenario.incidents.filter(one => one.storylineId === id).map(numbered)))
  }
  const noIncidents = choice([])
  const line: CellForm = { kind: 'line' }
  const text: CellForm = { kind: 'text' }
  const codes: CellForm = { kind: 'codes' }
  const number: CellForm = { kind: 'number' }
  const forms: Partial<Record<InjectField, CellForm>> = {
    title: line,
    start: { kind: 'time', context: { frame, timeZone } },
    waits: { kind: 'waits' },
    duration: { kind: 'duration' },
    scenarioAt: { kind: 'story', context: { frame, timeZone: scenarioZone } },
    kind: choice(lists.kinds),
    storylineId: choice(lists.storylines),
    deliveryModeId: choice(lists.modes),
    phaseId: choice(lists.phases),
    controllerId: choice(lists.members),
    reviewerId: choice(lists.members),
    keptToKindId: choice(lists.teamKinds),
    tlp: choice(lists.tlp),
    from: several(lists.parties),
    to: several(lists.parties),
    objectives: several(lists.objectives),
    ...{ text, expectedAction: text, measure: text, trigger: text, notes: text, releasableTo: line },
    techniques: { kind: 'codes', listed: 'techniques' },
    ...{ cves: codes, cwes: codes, scoreLeast: number, scoreMost: number },
  }
  for (const { id, kind, choices } of scenario.columns) {
    const own = choices.map(label => ({ id: label, label }))
    const ways: Partial<Record<ColumnKind, CellForm>> = {
      choice: choice(own),
      choices: { kind: 'several', choices: own, joined: true },
      yes_no: choice([
        { id: 'yes', label: words.yes },
        { id: 'no', label: words.no },
      ]),
      team: choice(lists.teams),
      person: choice(lists.people),
      text,
    }
    forms[`column:${id}`] = ways[kind] ?? line
  }
  return (id, row) => {
    if (id === 'serial' || id === 'state') return null
    if (id === 'incidentId') return incidents.get(row.storylineId) ?? noIncidents
    return forms[id] ?? null
  }
}

/** What an emptied cell is saved as: fields that cannot be empty go back to what is usual, own columns hold texts. */
export function storable(id: ColumnId, value: FieldValue): FieldValue {
  if (id === 'kind' && value === null) return 'inject'
  return columnOf(id) !== null && value === null ? '' : value
}

/** Options of a list that go with what is typed, those that begin so first. */
export function matching(choices: readonly Choice[], typed: string): Choice[] {
  const wanted = folded(typed)
  if (wanted === '') return [...choices]
  const found = choices.flatMap(choice => {
    const names = [choice.label, ...(choice.also ?? [])].map(folded)
    const rank = names.some(name => name.startsWith(wanted))
      ? 0
      : names.some(name => name.includes(` ${wanted}`))
        ? 1
        : names.some(name => name.includes(wanted))
          ? 2
          : 3
    return rank < 3 ? [{ choice, rank }] : []
  })
  return found.sort((a, b) => a.rank - b.rank).map(({ choice }) => choice)
}
