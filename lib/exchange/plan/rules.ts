import { emptyInject } from '@/lib/injects/known/rules'
import {
  type FieldValue,
  fieldValue,
  type InjectField,
  type InjectRow,
  injectFields,
  type SayingTimes,
  sameValue,
} from '@/lib/injects/rules'
import { folded } from '@/lib/rosters/fields/rules'
import type { Moment } from '@/lib/time'
import { instantOfIso, momentOfDocument } from '../document/rules'
import type { DocumentInject, ExerciseDocument, Party } from '../document/schema'
import { waitsHere } from '../gates/rules'
import { type Kept, keptAfter, keptChanges } from '../kept/rules'

type Named = { id: string; name: string }

/** What the exercise has already, by which the names of a file are known. */
export type Place = {
  teams: readonly Named[]
  roles: readonly Named[]
  personas: readonly Named[]
  modes: readonly Named[]
  storylines: readonly Named[]
  incidents: readonly (Named & { storylineId: string })[]
  objectives: readonly { id: string; number: string }[]
  columns: readonly Named[]
  phases: readonly Named[]
  members: readonly Named[]
}

/** What of a file the exercise does not have yet. */
export type Missing = {
  personas: string[]
  modes: string[]
  storylines: string[]
  incidents: { storyline: string; name: string }[]
  objectives: { number: string; title: string }[]
  columns: { name: string; kind: 'text' | 'number' | 'url' }[]
}

const byName = (items: readonly Named[]) => new Map(items.map(({ id, name }) => [folded(name), id]))

/** The names of a document's senders and recipients: `id` of its entry → name. */
function partyNames(document: ExerciseDocument): ReadonlyMap<string, string> {
  return new Map(
    [...document.teams, ...document.roles, ...document.scenario.personas].map(({ id, name }) => [id, name]),
  )
}

/** Names that nothing of the exercise bears: whoever takes the file in makes them. */
export function missingNames(document: ExerciseDocument, place: Place): Missing {
  const { scenario } = document
  const absent = <Item extends { name: string }>(items: readonly Item[], known: readonly Named[]) => {
    const names = byName(known)
    return items.filter(({ name }) => name !== '' && !names.has(folded(name)))
  }
  const actors = [...place.teams, ...place.roles, ...place.personas]
  const names = partyNames(document)
  const used = new Set(
    scenario.injects.flatMap(({ from, to }) =>
      [...from, ...to].flatMap(party => ('id' in party ? [names.get(party.id) ?? ''] : [])),
    ),
  )
  const numbers = new Set(place.objectives.map(({ number }) => number.toLowerCase()))
  const storyNames = new Map(scenario.storylines.map(({ id, name }) => [id, name]))
  const storyIds = byName(place.storylines)
  const incidents = new Set(place.incidents.map(({ storylineId, name }) => `${storylineId} ${folded(name)}`))
  return {
    personas: absent(
      [...used].map(name => ({ name })),
      actors,
    ).map(({ name }) => name),
    modes: absent(scenario.modes, place.modes).map(({ name }) => name),
    storylines: absent(scenario.storylines, place.storylines).map(({ name }) => name),
    incidents: scenario.incidents.flatMap(({ storyline, name }) => {
      const of = storyNames.get(storyline) ?? ''
      return incidents.has(`${storyIds.get(folded(of))} ${folded(name)}`) ? [] : [{ storyline: of, name }]
    }),
    objectives: scenario.objectives
      .filter(({ number }) => !numbers.has(number.toLowerCase()))
      .map(({ number, title }) => ({ number, title: title || number })),
    columns: absent(scenario.columns, place.columns).map(({ name, kind }) => ({
      name,
      kind: kind === 'number' || kind === 'url' ? kind : 'text',
    })),
  }
}

type Change = { field: InjectField; from: FieldValue; to: FieldValue }
/** What taking in one row would do: an inject that is new, changed in these fields, or as it was. */
export type PlannedRow = {
  at: number
  serial: string | null
  existing: InjectRow | null
  wanted: InjectRow
  changes: Change[]
  foreign: DocumentInject['foreign']
  /** what an inject that is there keeps of the file beyond what it kept before; null for nothing more */
  kept: Kept | null
  /** names that the exercise does not know and the file cannot make: they go into the notes */
  unknown: { field: 'phase' | 'controller' | 'reviewer'; name: string }[]
}

type Setting = {
  /** what each gate of the document is here */
  gates: ReadonlyMap<string, string>
  /** what injects keep already, by id */
  kept: Readonly<Record<string, Kept>>
  place: Place
  rows: readonly InjectRow[]
  saying: SayingTimes
  covered: ReadonlySet<InjectField>
}

/** Every row of a file beside what the exercise has under its serial. */
export function planImport(
  document: ExerciseDocument,
  { place, rows, saying, covered, kept, gates }: Setting,
): PlannedRow[] {
  const bySerial = new Map(rows.map(row => [row.serial.toLowerCase(), row]))
  // Only what says itself what it means speaks of whom an inject is kept to.
  const whole = covered.has('keptToKindId')
  const resolver = resolverOf(document, place, bySerial, gates)
  return document.scenario.injects.map((inject, at) => {
    const existing = inject.serial === null ? null : (bySerial.get(inject.serial.toLowerCase()) ?? null)
    const { row, unknown } = resolver(inject)
    const before = existing ?? emptyInject(row.id, row.serial, { storylineId: null, incidentId: null })
    // Without a time of its own, what it waits for is its time, and said once.
    const fields = (existing ? fieldsOf(covered, row) : fieldsOf(new Set(injectFields), row)).filter(
      field =>
        (field !== 'waits' || row.moment !== null) &&
        !(existing && whole && ofPeople(field, existing, inject)),
    )
    const said = {
      ...saying,
      serialOf: (id: string) => saying.serialOf(id) ?? (id.startsWith('new:') ? id.slice(4) : undefined),
    }
    const more = (id: string) => {
      const after = keptAfter(kept[id] ?? null, inject.foreign)
      return keptChanges(kept[id] ?? null, after).length > 0 ? after : null
    }
    const changes = fields.flatMap(field => {
      const [from, to] = [fieldValue(before, field, said), fieldValue(row, field, said)]
      return sameValue(from, to) ? [] : [{ field, from, to }]
    })
    const { foreign, serial } = inject
    return {
      at,
      serial,
      existing,
      wanted: row,
      changes,
      foreign,
      kept: existing && more(existing.id),
      unknown,
    }
  })
}

/** People are in no document: who is responsible here, and which experts send or receive, stays where it names nobody. */
function ofPeople(field: InjectField, existing: InjectRow, inject: DocumentInject): boolean {
  if (field === 'controllerId') return inject.controller === ''
  if (field === 'reviewerId') return inject.reviewer === ''
  return (field === 'from' || field === 'to') && existing[field].some(ref => ref.startsWith('person:'))
}

/** A note is never taken away: what was not understood stands there beside what a person wrote. */
function fieldsOf(covered: ReadonlySet<InjectField>, row: InjectRow): InjectField[] {
  const fields = [...covered].filter(field => field !== 'notes' || row.notes !== '')
  if (row.notes !== '' && !covered.has('notes')) fields.push('notes')
  return [...fields, ...Object.keys(row.values).map((id): InjectField => `column:${id}`)]
}

function resolverOf(
  document: ExerciseDocument,
  place: Place,
  bySerial: ReadonlyMap<string, InjectRow>,
  gates: ReadonlyMap<string, string>,
) {
  const { scenario } = document
  const names = partyNames(document)
  const [teams, roles, personas] = [byName(place.teams), byName(place.roles), byName(place.personas)]
  const [modes, storylines, phases, members, columns] = [
    place.modes,
    place.storylines,
    place.phases,
    place.members,
    place.columns,
  ].map(byName)
  const objectives = new Map(place.objectives.map(({ id, number }) => [number.toLowerCase(), id]))
  const incidents = new Map(
    place.incidents.map(({ id, storylineId, name }) => [`${storylineId} ${folded(name)}`, id]),
  )
  const entry = <Item extends { id: string }>(items: readonly Item[]) =>
    new Map(items.map(item => [item.id, item]))
  const [modeOf, storyOf, phaseOf, columnOf] = [
    entry(scenario.modes),
    entry(scenario.storylines),
    entry(document.phases),
    entry(scenario.columns),
  ]
  const [incidentOf, objectiveOf, injectOf] = [
    entry(scenario.incidents),
    entry(scenario.objectives),
    entry(scenario.injects),
  ]
  const idOf = (known: ReadonlyMap<string, string> | undefined, name: string | undefined) =>
    name ? (known?.get(folded(name)) ?? null) : null
  const party = (given: Party): string[] => {
    if (given.kind === 'person') return []
    const name = folded(names.get(given.id) ?? '')
    const found = [
      ['team', teams],
      ['role', roles],
      ['persona', personas],
    ] as const
    const preferred = given.kind === 'persona' ? [...found].reverse() : found
    return preferred
      .flatMap(([kind, known]) => (known.has(name) ? [`${kind}:${known.get(name)}`] : []))
      .slice(0, 1)
  }
  const injectHere = (id: string) => {
    const serial = injectOf.get(id)?.serial
    return serial ? (bySerial.get(serial.toLowerCase())?.id ?? `new:${serial}`) : null
  }
  return (inject: DocumentInject): { row: InjectRow; unknown: PlannedRow['unknown'] } => {
    const storylineId = idOf(storylines, storyOf.get(inject.storyline ?? '')?.name)
    const phase = phaseOf.get(inject.phase ?? '')?.name
    const people = { phase, controller: inject.controller, reviewer: inject.reviewer }
    const ids = {
      phase: idOf(phases, phase),
      controller: idOf(members, inject.controller),
      reviewer: idOf(members, inject.reviewer),
    }
    const unknown = (['phase', 'controller', 'reviewer'] as const).flatMap(field =>
      people[field] && !ids[field] ? [{ field, name: people[field] }] : [],
    )
    const left = unknown.map(({ field, name }) => `${field}: ${name}`)
    const row: InjectRow = {
      ...emptyInject(`new:${inject.serial ?? inject.id}`, inject.serial ?? '', {
        storylineId,
        incidentId:
          incidents.get(`${storylineId} ${folded(incidentOf.get(inject.incident ?? '')?.name ?? '')}`) ??
          null,
      }),
      ...{ kind: inject.kind, title: inject.title, text: inject.text },
      deliveryModeId: idOf(modes, modeOf.get(inject.mode ?? '')?.name),
      ...{ from: inject.from.flatMap(party), to: inject.to.flatMap(party) },
      moment: withClock(inject.start && momentOfDocument(inject.start)),
      waits: waitsHere(inject.waits, injectHere, gates),
      durationSeconds: inject.durationSeconds,
      scenarioAt: inject.scenarioAt === null ? null : instantOfIso(inject.scenarioAt),
      ...{ phaseId: ids.phase, controllerId: ids.controller, reviewerId: ids.reviewer },
      ...{ trigger: inject.trigger, expectedAction: inject.expectedAction, measure: inject.measure },
      ...{
        scoreLeast: inject.scoreLeast,
        scoreMost: inject.scoreMost,
        tlp: inject.tlp,
        releasableTo: inject.releasableTo,
      },
      notes: [inject.notes, ...left].filter(Boolean).join('\n').slice(0, 8000),
      ...{ techniques: inject.techniques, cves: inject.cves, cwes: inject.cwes },
      objectives: inject.objectives
        .flatMap(id => objectives.get(objectiveOf.get(id)?.number.toLowerCase() ?? '') ?? [])
        .sort(),
      values: Object.fromEntries(
        Object.entries(inject.values).flatMap(([id, value]) => {
          const own = idOf(columns, columnOf.get(id)?.name)
          return own ? [[own, value]] : []
        }),
      ),
    }
    return { row, unknown }
  }
}

/** A whole day begins at midnight: an inject is played at a time. */
function withClock(moment: Moment | null): Moment | null {
  return moment?.anchor === 'dday' && moment.minute === null ? { ...moment, minute: 0 } : moment
}
