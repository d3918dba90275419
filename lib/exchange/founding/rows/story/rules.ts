import { teamColumns } from '../../../document/ids/rules'
import type { DocumentInject, ExerciseDocument, Party } from '../../../document/schema'
import { type Founded, type FoundingRows, started } from '../shape/rules'

/** The scenario, with what its injects are sorted by and wait for. */
export function storyRows({ scenario, exercise }: ExerciseDocument, founded: Founded): FoundingRows {
  const { exerciseId, makeId } = founded
  const own = <Item>(item: Item) => ({ ...item, exerciseId, version: 1 })
  const placed = <Item>(item: Item, position: number) => ({ ...own(item), position })
  const { timeZone, nightFrom, nightTo, controllerLoad, controllersSee, attackRelease } = scenario
  const { nextStoryline, nextInject, nextGate } = scenario
  const settings = { nightFrom, nightTo, controllerLoad, controllersSee, attackRelease }
  const zone = timeZone ?? (isTold(scenario) ? (exercise?.timeZone ?? 'UTC') : null)
  return [
    [
      'Scenario',
      zone === null
        ? []
        : [{ exerciseId, version: 1, timeZone: zone, ...settings, nextStoryline, nextInject, nextGate }],
    ],
    ['ScenarioMark', scenario.marks.map(mark => own({ id: makeId(), ...mark }))],
    ['Storyline', scenario.storylines.map(placed)],
    [
      'Incident',
      scenario.incidents.map(({ storyline, ...incident }, at) =>
        placed({ ...incident, storylineId: storyline }, at),
      ),
    ],
    ['DeliveryMode', scenario.modes.map(placed)],
    ['Persona', scenario.personas.map(own)],
    [
      'Objective',
      scenario.objectives.map(({ parent, ...objective }, at) =>
        placed({ ...objective, parentId: parent }, at),
      ),
    ],
    ['MselColumn', scenario.columns.map(placed)],
    ['LogicGate', scenario.gates.map(({ waits: _, ...gate }) => own(gate))],
    ...injectRows(scenario, founded),
  ]
}

/** Whether there is anything of a scenario. */
function isTold({
  injects,
  storylines,
  modes,
  personas,
  objectives,
  columns,
  gates,
  marks,
}: ExerciseDocument['scenario']) {
  return [injects, storylines, modes, personas, objectives, columns, gates, marks].some(
    list => list.length > 0,
  )
}

function injectRows(scenario: ExerciseDocument['scenario'], { exerciseId, makeId }: Founded): FoundingRows {
  const { injects, gates } = scenario
  const ofTeams = teamColumns(scenario)
  const waits = (owner: { injectId: string | null; gateId: string | null }, given: DocumentInject['waits']) =>
    given.map(({ after, condition, delaySeconds }) => ({
      ...{ id: makeId(), exerciseId, version: 1, ...owner, condition, delaySeconds },
      afterInjectId: after.kind === 'inject' ? after.id : null,
      afterGateId: after.kind === 'gate' ? after.id : null,
    }))
  return [
    ['Inject', injects.map(inject => injectRow(inject, exerciseId))],
    [
      'InjectParty',
      injects.flatMap(({ id, from, to }) =>
        [
          { side: 'from', parties: from },
          { side: 'to', parties: to },
        ].flatMap(({ side, parties }) =>
          parties.map((party, position) => ({
            ...{ id: makeId(), exerciseId, injectId: id, side, position },
            ...partyColumns(party),
          })),
        ),
      ),
    ],
    [
      'InjectObjective',
      injects.flatMap(({ id, objectives }) =>
        objectives.map(objectiveId => ({ exerciseId, injectId: id, objectiveId })),
      ),
    ],
    [
      'InjectValue',
      injects.flatMap(({ id, values }) =>
        Object.entries(values).map(([columnId, value]) => ({
          ...{ exerciseId, injectId: id, columnId },
          ...(ofTeams.has(columnId) ? { value: null, teamId: value } : { value, teamId: null }),
        })),
      ),
    ],
    [
      'Wait',
      [
        ...injects.flatMap(inject => waits({ injectId: inject.id, gateId: null }, inject.waits)),
        ...gates.flatMap(gate => waits({ injectId: null, gateId: gate.id }, gate.waits)),
      ],
    ],
  ]
}

function partyColumns(party: Party) {
  const id = (kind: Party['kind']) => (party.kind === kind && party.kind !== 'person' ? party.id : null)
  return { teamId: id('team'), roleId: id('role'), personaId: id('persona') }
}

function injectRow(inject: DocumentInject, exerciseId: string) {
  const { id, serial, kind, title, text, storyline, incident, mode, start, durationSeconds, scenarioAt } =
    inject
  const { phase, trigger, expectedAction, measure, scoreLeast, scoreMost, notes, tlp, releasableTo } = inject
  const { keptToKind, techniques, cves, cwes, state, stateReason, foreign } = inject
  return {
    ...{ id, exerciseId, version: 1, serial, kind, title, text, durationSeconds, trigger, expectedAction },
    ...{ storylineId: storyline, incidentId: incident, deliveryModeId: mode, phaseId: phase },
    ...{ measure, scoreLeast, scoreMost, notes, tlp, releasableTo, keptToKindId: keptToKind },
    ...{ techniques, cves, cwes, state, stateReason, foreign },
    ...started(start),
    scenarioAt,
  }
}
