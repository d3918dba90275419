import { inTime, plannedTimes } from '@/lib/injects/order/rules'
import { type InjectRow, partyOf, type WaitRow } from '@/lib/injects/rules'
import { graphOf } from '@/lib/logic/graph/rules'
import { exerciseSecondsOf } from '@/lib/logic/times/rules'
import { scenarioAt } from '@/lib/scenario/marks/rules'
import {
  type CatalogueContent,
  contentFormat,
  contentVersion,
  type KeptParty,
  type KeptWait,
} from '../content/schema'
import type { Place } from '../place/rules'
import { type Lists, listsOf } from './lists/rules'
import { type KeptLogic, type Logic, logicWithin } from './logic/rules'

export type Source = {
  /** of the storyline that is kept; empty for less */
  name: string
  summary: string
  rows: readonly InjectRow[]
  /** those whose injects these are, in their order; none for an inject alone */
  incidents: readonly { id: string; name: string; summary: string }[]
  logic: Logic
  /** when each inject of the exercise is planned, in seconds from STARTEX */
  planned: ReadonlyMap<string, number | null>
  place: Place
  /** the roles of the people whom these injects name */
  roleOf: ReadonlyMap<string, string>
  /** injects with files, and those with words of the list that they were imported from */
  withFiles: ReadonlySet<string>
  withForeign: ReadonlySet<string>
}

const leftReasons = ['people', 'responsible', 'waits', 'story', 'attachments', 'foreign'] as const
/** What stays behind, and of which injects. */
export type Left = { reason: (typeof leftReasons)[number]; serials: string[] }

/**
 * Injects as the catalogue keeps them, in the order in which they happen, and what of them stays behind. The same
 * injects give the same content, whatever their ids, serials and time in the exercise are.
 */
export function contentFrom(source: Source): { content: CatalogueContent; left: Left[] } {
  const { rows, place } = source
  const within = logicWithin(rows, source.logic)
  const starts = startsOf(source, within)
  const first = earliest([...starts.values()])
  const ordered = inOrder(rows, within, starts)
  const lists = listsOf(ordered, place, source.incidents)
  const places = {
    inject: new Map(ordered.map(({ id }, at) => [id, at])),
    gate: new Map(within.gates.map(({ id }, at) => [id, at])),
  }
  const storyAt = first === null ? null : scenarioAt(place.marks, first)
  const content: CatalogueContent = {
    ...{ format: contentFormat, version: contentVersion },
    ...{ name: source.name, summary: source.summary, startsAt: first },
    incidents: source.incidents.map(({ name, summary }) => ({ name, summary })),
    personas: lists.personas.map(({ name, affiliation, note }) => ({ name, affiliation, note })),
    objectives: lists.objectives.map(({ number, title }) => ({ number, title })),
    columns: lists.columns.map(({ name, kind, audience }) => ({ name, kind, audience })),
    gates: within.gates.map(({ id, kind, name }) => {
      return { kind, name, waits: keptWaits(within.waitsOf.get(id) ?? [], places) }
    }),
    injects: ordered.map(row => {
      const start = starts.get(row.id) ?? null
      return {
        ...{ kind: row.kind, title: row.title, text: row.text },
        incident: lists.placeOf('incident', row.incidentId),
        mode: lists.nameOf('mode', row.deliveryModeId),
        from: partiesOf(row.from, lists, source.roleOf),
        to: partiesOf(row.to, lists, source.roleOf),
        at: start === null || first === null ? null : start - first,
        durationSeconds: row.durationSeconds,
        story:
          row.scenarioAt === null || storyAt === null ? null : Math.round((row.scenarioAt - storyAt) / 1000),
        phase: lists.nameOf('phase', row.phaseId),
        ...{ trigger: row.trigger, expectedAction: row.expectedAction, measure: row.measure },
        ...{ scoreLeast: row.scoreLeast, scoreMost: row.scoreMost },
        objectives: row.objectives.flatMap(id => lists.placeOf('objective', id) ?? []).sort((a, b) => a - b),
        ...{ notes: row.notes, tlp: row.tlp, releasableTo: row.releasableTo },
        keptToKind: lists.nameOf('kind', row.keptToKindId),
        ...{ techniques: row.techniques, cves: row.cves, cwes: row.cwes },
        waits: keptWaits(within.waitsOf.get(row.id) ?? [], places),
        values: Object.entries(row.values)
          .flatMap(([id, value]) => {
            const column = lists.placeOf('column', id)
            if (column === null) return []
            const said = lists.columns[column]?.kind === 'team' ? lists.nameOf('team', value) : value
            return said === null ? [] : [{ column, value: said }]
          })
          .sort((a, b) => a.column - b.column),
      }
    }),
  }
  return { content, left: leftBehind(ordered, within, source, storyAt !== null) }
}

/** Own times in seconds from STARTEX; what waited only for injects that stay behind keeps the time that it had. */
function startsOf({ rows, planned, place }: Source, { cut, waitsOf }: KeptLogic): Map<string, number | null> {
  return new Map(
    rows.map(({ id, moment }) => {
      if (moment) return [id, exerciseSecondsOf(moment, place.frame)]
      const alone = cut.has(id) && (waitsOf.get(id) ?? []).length === 0
      return [id, alone ? (planned.get(id) ?? null) : null]
    }),
  )
}

function earliest(starts: readonly (number | null)[]): number | null {
  const known = starts.filter(start => start !== null)
  return known.length === 0 ? null : known.reduce((a, b) => Math.min(a, b))
}

/** By time, as these injects alone give it, then by serial. */
function inOrder(
  rows: readonly InjectRow[],
  { gates, waitsOf }: KeptLogic,
  starts: ReadonlyMap<string, number | null>,
): InjectRow[] {
  const bare = (id: string, kind: 'inject' | 'all' | 'any' | 'manual', duration: number | null) => ({
    ...{ id, kind, duration, start: starts.get(id) ?? null },
    waits: (waitsOf.get(id) ?? []).map(({ afterInjectId, afterGateId, condition, delaySeconds }) => ({
      after: afterInjectId ?? afterGateId ?? '',
      condition,
      delay: delaySeconds,
    })),
  })
  const times = plannedTimes(
    graphOf([
      ...rows.map(({ id, durationSeconds }) => bare(id, 'inject', durationSeconds)),
      ...gates.map(({ id, kind }) => bare(id, kind, null)),
    ]),
  )
  const byId = new Map(rows.map(row => [row.id, row]))
  return inTime(rows, times).flatMap(id => byId.get(id) ?? [])
}

type Places = Record<'inject' | 'gate', ReadonlyMap<string, number>>

function keptWaits(waits: readonly WaitRow[], places: Places): KeptWait[] {
  return waits
    .flatMap(({ afterInjectId, afterGateId, condition, delaySeconds }) => {
      const on = afterInjectId === null ? ('gate' as const) : ('inject' as const)
      const at = places[on].get(afterInjectId ?? afterGateId ?? '')
      return at === undefined ? [] : [{ on, at, condition, delaySeconds }]
    })
    .sort((a, b) => orderOf(a.on, b.on) || a.at - b.at || orderOf(a.condition, b.condition))
}

const orderOf = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A person becomes the role in which they are there. */
function partiesOf(refs: readonly string[], lists: Lists, roleOf: ReadonlyMap<string, string>): KeptParty[] {
  const parties = refs.flatMap((ref): KeptParty[] => {
    const party = partyOf(ref)
    if (!party) return []
    const { kind, id } = party
    if (kind === 'person') {
      const name = roleOf.get(id)
      return name === undefined ? [] : [{ kind: 'role', name }]
    }
    const name = lists.nameOf(kind, id)
    return name === null ? [] : [{ kind, name }]
  })
  const said = new Set<string>()
  return parties.filter(({ kind, name }) => {
    const key = `${kind} ${name}`
    return !said.has(key) && said.add(key)
  })
}

function leftBehind(rows: readonly InjectRow[], { cut }: KeptLogic, source: Source, story: boolean): Left[] {
  const { columns } = source.place
  const people = new Set(columns.flatMap(({ id, kind }) => (kind === 'person' ? [id] : [])))
  const of = (test: (row: InjectRow) => boolean) => rows.filter(test).map(({ serial }) => serial)
  const left: Left[] = [
    {
      reason: 'people',
      serials: of(
        ({ from, to, values }) =>
          [...from, ...to].some(ref => partyOf(ref)?.kind === 'person') ||
          Object.keys(values).some(id => people.has(id)),
      ),
    },
    { reason: 'responsible', serials: of(row => row.controllerId !== null || row.reviewerId !== null) },
    { reason: 'waits', serials: of(({ id }) => cut.has(id)) },
    { reason: 'attachments', serials: of(({ id }) => source.withFiles.has(id)) },
    { reason: 'foreign', serials: of(({ id }) => source.withForeign.has(id)) },
    { reason: 'story', serials: of(row => row.scenarioAt !== null && !story) },
  ]
  return left.filter(({ serials }) => serials.length > 0)
}
