import { type Moment, momentColumns } from '@/lib/time'
import { teamColumns } from '../../document/ids/rules'
import { momentOfDocument } from '../../document/rules'
import type { DocumentInject, DocumentMoment, ExerciseDocument, Party } from '../../document/schema'

/** Rows as the database takes them, by table, in an order that no foreign key refuses. */
export type FoundingRows = readonly (readonly [table: string, rows: readonly Record<string, unknown>[]])[]

/** Of the exercise that is being made. `participationOf`: the delegation of each nation, by its id in the document. */
export type Founded = {
  exerciseId: string
  programmeId: string
  partnerOf: ReadonlyMap<string, string>
  participationOf: ReadonlyMap<string, string>
  makeId: () => string
}

const momentOf = (moment: DocumentMoment | null): Moment | null => moment && momentOfDocument(moment)
const started = (moment: DocumentMoment | null) => momentColumns('start', momentOf(moment))

/** Everything but the exercise, its nations and its files. The ids of the document are the rows' own. */
export function rowsOf(document: ExerciseDocument, founded: Founded): FoundingRows {
  return [
    ...planRows(document, founded),
    ...activityRows(document, founded),
    ...watchRows(document, founded),
    ...storyRows(document, founded),
  ]
}

function planRows(
  document: ExerciseDocument,
  { exerciseId, participationOf, makeId }: Founded,
): FoundingRows {
  const own = <Item>(item: Item, position?: number) => ({
    ...item,
    exerciseId,
    version: 1,
    ...(position === undefined ? {} : { position }),
  })
  const questions = document.questions.map(question => ({ id: makeId(), question }))
  const nations = document.nations.flatMap(nation => {
    const participationId = participationOf.get(nation.id)
    return participationId === undefined ? [] : [{ ...nation, participationId }]
  })
  return [
    [
      'Phase',
      document.phases.map(({ id, name, audience, start, end }, at) => ({
        ...own({ id, name, audience }, at),
        ...started(start),
        ...momentColumns('end', momentOf(end)),
      })),
    ],
    ['Site', document.sites.map(site => own(site))],
    ['TeamKind', document.teamKinds.map(own)],
    [
      'Team',
      document.teams.map(({ id, name, number, kind, parent, site }) => {
        return own({ id, name, number, kindId: kind, parentId: parent, siteId: site })
      }),
    ],
    ['Role', document.roles.map(role => own(role))],
    [
      'Seat',
      document.seats.map(({ team, role, least, most }) => {
        return own({ id: makeId(), teamId: team, roleId: role, least, most, used: 0 })
      }),
    ],
    [
      'Question',
      questions.map(({ id, question: { roles: _, sites: __, ...question } }, at) =>
        own({ id, ...question }, at),
      ),
    ],
    [
      'QuestionRole',
      questions.flatMap(({ id, question }) =>
        question.roles.map(roleId => ({ exerciseId, questionId: id, roleId })),
      ),
    ],
    [
      'QuestionSite',
      questions.flatMap(({ id, question }) =>
        question.sites.map(siteId => ({ exerciseId, questionId: id, siteId })),
      ),
    ],
    [
      'Quota',
      nations.flatMap(({ participationId, quotas }) =>
        quotas.map(({ role, site, size }) => {
          return own({ id: makeId(), participationId, roleId: role, siteId: site, size, used: 0 })
        }),
      ),
    ],
    [
      'Company',
      nations.flatMap(({ participationId, companies }) =>
        companies.map(company => own({ id: makeId(), participationId, ...company })),
      ),
    ],
    [
      'TeamNation',
      nations.flatMap(({ participationId, teams }) =>
        teams.map(teamId => ({ exerciseId, teamId, participationId })),
      ),
    ],
    [
      'ParticipationGate',
      nations.flatMap(({ participationId, dates }) =>
        dates.map(({ gate, start }) => ({ exerciseId, participationId, gate, ...started(start) })),
      ),
    ],
    ['MselWord', document.importWords.map(word => ({ ...word, exerciseId }))],
  ]
}

function activityRows(
  { activities }: ExerciseDocument,
  { exerciseId, programmeId, partnerOf, makeId }: Founded,
): FoundingRows {
  const hanging = (activityId: string) => ({ id: makeId(), exerciseId, activityId, version: 1 })
  return [
    [
      'Activity',
      activities.map(
        ({ phase, team, start, signUp: _, places: __, agenda: ___, legs: ____, ...activity }) => ({
          ...{ ...activity, exerciseId, phaseId: phase, teamId: team, version: 1 },
          ...started(start),
        }),
      ),
    ],
    [
      'SignUp',
      activities.flatMap(({ id, signUp }) => {
        if (!signUp) return []
        const { opens, closes, ...plain } = signUp
        const times = {
          ...momentColumns('opens', momentOf(opens)),
          ...momentColumns('closes', momentOf(closes)),
        }
        return [{ id, exerciseId, version: 1, ...plain, ...times }]
      }),
    ],
    [
      'ActivityPlaces',
      activities.flatMap(({ id, places }) =>
        places.map(({ presence, nation, size }) => ({
          ...{ ...hanging(id), programmeId, presence, size, used: 0, own: nation !== null },
          partnerId: nation === null ? null : partnerOf.get(nation),
        })),
      ),
    ],
    [
      'AgendaItem',
      activities.flatMap(({ id, agenda }) =>
        agenda.map(({ start, ...item }) => ({ ...hanging(id), ...item, speaker: '', ...started(start) })),
      ),
    ],
    [
      'Leg',
      activities.flatMap(({ id, legs }) =>
        legs.map(({ from, to, start, ...leg }) => ({
          ...{ ...hanging(id), ...leg, fromPlace: from, toPlace: to, hosts: '' },
          ...started(start),
        })),
      ),
    ],
  ]
}

function watchRows({ rotas, shifts, rest }: ExerciseDocument, { exerciseId, makeId }: Founded): FoundingRows {
  return [
    [
      'Rota',
      rotas.map(({ team, role, phase, start, end, ...rota }) => ({
        ...{ ...rota, exerciseId, teamId: team, roleId: role, phaseId: phase, version: 1 },
        ...started(start),
        ...momentColumns('end', momentOf(end)),
      })),
    ],
    [
      'Shift',
      shifts.map(({ rota, team, role, start, made, ...shift }) => ({
        ...{ id: makeId(), ...shift, exerciseId, rotaId: rota, teamId: team, roleId: role },
        ...{ version: 1, madeVersion: made ? 1 : null },
        ...started(start),
      })),
    ],
    ['RestRules', rest ? [{ ...rest, exerciseId, version: 1 }] : []],
  ]
}

function storyRows({ scenario, exercise }: ExerciseDocument, founded: Founded): FoundingRows {
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
