import type { InjectRow, WaitRow } from '@/lib/injects/rules'
import { partyOf } from '@/lib/injects/rules'
import { type Moment, type OptionalMomentColumns, optionalMomentOf } from '@/lib/time'
import { formatIso } from '@/lib/time-format'
import { emptyDocument, momentInDocument } from '../document/rules'
import type { DocumentInject, ExerciseDocument, Party } from '../document/schema'

type Lists = Pick<
  ExerciseDocument,
  'phases' | 'activities' | 'sites' | 'teamKinds' | 'teams' | 'roles' | 'exercise'
>
type Story = Partial<ExerciseDocument['scenario']>

/** Of an inject what its row does not hold: what the file that it came from said, and in which roles its people are. */
export type Beside = {
  foreign: ReadonlyMap<string, DocumentInject['foreign']>
  /** the role of a registration: people are no part of a document */
  roleOf: ReadonlyMap<string, string>
  /** columns of people, whose cells stay */
  personColumns: ReadonlySet<string>
}

/**
 * The document of injects in their order, with the lists they name. Where `whole` is false only those entries that they
 * name are kept: who sees a part of the plot learns no more of its actors and threads.
 */
export function documentOf(
  lists: Lists,
  story: Story,
  rows: readonly InjectRow[],
  beside: Beside,
  whole: boolean,
): ExerciseDocument {
  const empty = emptyDocument()
  const document = { ...empty, ...lists, scenario: { ...empty.scenario, ...story } }
  document.scenario.injects = rows.map(row => injectOf(row, beside))
  return whole ? document : named(document)
}

function injectOf(row: InjectRow, { foreign, roleOf, personColumns }: Beside): DocumentInject {
  return {
    ...{ id: row.id, serial: row.serial, kind: row.kind, title: row.title, text: row.text },
    ...{ storyline: row.storylineId, incident: row.incidentId, mode: row.deliveryModeId },
    from: row.from.flatMap(ref => partiesOf(ref, roleOf)),
    to: row.to.flatMap(ref => partiesOf(ref, roleOf)),
    start: row.moment && momentInDocument(row.moment),
    durationSeconds: row.durationSeconds,
    scenarioAt: row.scenarioAt === null ? null : formatIso(row.scenarioAt),
    ...{ phase: row.phaseId, controller: '', reviewer: '', trigger: row.trigger },
    ...{ expectedAction: row.expectedAction, measure: row.measure },
    ...{ scoreLeast: row.scoreLeast, scoreMost: row.scoreMost, objectives: row.objectives, notes: row.notes },
    ...{ tlp: row.tlp, releasableTo: row.releasableTo, keptToKind: row.keptToKindId },
    ...{ techniques: row.techniques, cves: row.cves, cwes: row.cwes, state: row.state },
    stateReason: row.stateReason,
    waits: waitsOf(row.waits),
    values: Object.fromEntries(Object.entries(row.values).filter(([id]) => !personColumns.has(id))),
    foreign: foreign.get(row.id) ?? null,
  }
}

function partiesOf(ref: string, roleOf: ReadonlyMap<string, string>): Party[] {
  const party = partyOf(ref)
  if (!party) return []
  if (party.kind === 'person') return [{ kind: 'person', words: roleOf.get(party.id) ?? '' }]
  return [{ kind: party.kind, id: party.id }]
}

/** Of rows of waits, whatever else they hold. */
export function waitsOf(waits: readonly WaitRow[]): DocumentInject['waits'] {
  return waits.flatMap(({ afterInjectId, afterGateId, condition, delaySeconds }) => {
    const id = afterInjectId ?? afterGateId
    if (id === null) return []
    return [
      {
        after: { kind: afterInjectId === null ? ('gate' as const) : ('inject' as const), id },
        condition,
        delaySeconds,
      },
    ]
  })
}

/** Entries that nothing names are left out, and what names something left out says so no more. */
function named(document: ExerciseDocument): ExerciseDocument {
  const { scenario } = document
  const used = new Set<string | null>()
  const injects = new Set(scenario.injects.map(({ id }) => id))
  const own = scenario.injects.map(inject => ({
    ...inject,
    // What it waits for may be another's.
    waits: inject.waits.filter(({ after }) => after.kind === 'inject' && injects.has(after.id)),
  }))
  for (const { storyline, incident, from, to } of own) {
    used.add(storyline).add(incident)
    for (const party of [...from, ...to]) if (party.kind === 'persona') used.add(party.id)
  }
  const kept = <Item extends { id: string }>(items: Item[]) => items.filter(({ id }) => used.has(id))
  return {
    ...document,
    scenario: {
      ...scenario,
      storylines: kept(scenario.storylines),
      incidents: kept(scenario.incidents),
      personas: kept(scenario.personas),
      gates: [],
      injects: own,
    },
  }
}

const momentOf = (moment: Moment | null) => moment && momentInDocument(moment)

/** The start of a stored row, as a document says it; null for none. */
export function startOf(row: OptionalMomentColumns<'start'>) {
  return momentOf(optionalMomentOf<'start'>(row, 'start'))
}

/** Likewise its end. */
export function endOf(row: OptionalMomentColumns<'end'>) {
  return momentOf(optionalMomentOf<'end'>(row, 'end'))
}
