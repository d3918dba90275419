import { momentColumns } from '@/lib/time'
import type { ExerciseDocument } from '../../document/schema'
import { type Founded, type FoundingRows, momentOf, started } from './shape/rules'
import { storyRows } from './story/rules'

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
