import { db } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { momentOf, type OptionalMomentColumns, optionalMomentOf, startColumns } from '@/lib/time'
import { canonical } from '../canonical/rules'
import { momentInDocument } from '../document/rules'
import type { ExerciseDocument } from '../document/schema'
import { getExerciseDocument } from '../queries'
import { startOf } from './rules'

/** The most, in bytes, that files of injects may take in a document. */
export const mostFiles = 24_000_000

/**
 * The whole plan of an exercise as a document, for whoever plans it; null for everybody else. Its ids are the document's
 * own and its lists in one order, so that the same plan is the same document. `files`: with what is attached to injects,
 * where it is not too much for one document.
 */
export async function getWholeDocument(
  actor: Actor,
  exerciseId: string,
  files: boolean,
): Promise<ExerciseDocument | 'too_many_files' | null> {
  if (!can(actor, 'scenario.edit', { exerciseId })) return null
  if (files && (await sizeOfFiles(exerciseId)) > mostFiles) return 'too_many_files'
  const found = await getExerciseDocument(actor, exerciseId)
  if (!found?.whole) return null
  const { document } = found
  const [hung, seats, questions, nations, watches, importWords] = [
    await readHung(exerciseId),
    await readSeats(exerciseId),
    await readQuestions(exerciseId),
    await readNations(exerciseId),
    await readWatches(exerciseId),
    await db.mselWord.findMany({ where: { exerciseId }, select: { word: true, meaning: true } }),
  ]
  return canonical({
    ...document,
    activities: document.activities.map(activity => ({ ...activity, ...hung(activity.id) })),
    ...{ seats, questions, nations, importWords, ...watches },
    files: files ? await readFiles(exerciseId) : [],
  })
}

/** How many bytes of files an exercise has. */
export async function sizeOfFiles(exerciseId: string): Promise<number> {
  const { _sum } = await db.attachment.aggregate({ where: { exerciseId }, _sum: { size: true } })
  return _sum.size ?? 0
}

type Hung = Pick<ExerciseDocument['activities'][number], 'signUp' | 'places' | 'agenda' | 'legs'>

/** What hangs on activities: how one signs up, how many places there are, what happens there and who goes where. */
async function readHung(exerciseId: string): Promise<(activityId: string) => Hung> {
  const where = { exerciseId }
  const [signUps, places, agenda, legs] = [
    await db.signUp.findMany({ where }),
    // A partner's counter begins with its first person; only a number of its own is planned.
    await db.activityPlaces.findMany({ where: { ...where, OR: [{ partnerId: null }, { own: true }] } }),
    await db.agendaItem.findMany({ where }),
    await db.leg.findMany({ where }),
  ]
  const opening = new Map(signUps.map(signUp => [signUp.id, signUp]))
  const of = <Row extends { activityId: string }>(rows: readonly Row[], id: string) =>
    rows.filter(({ activityId }) => activityId === id)
  return id => {
    const signUp = opening.get(id)
    return {
      signUp: signUp
        ? {
            ...{ open: signUp.open, by: signUp.by, nationPlaces: signUp.nationPlaces },
            opens: said(optionalMomentOf(signUp, 'opens')),
            closes: said(optionalMomentOf(signUp, 'closes')),
          }
        : null,
      places: of(places, id).map(({ presence, partnerId, size }) => ({ presence, nation: partnerId, size })),
      agenda: of(agenda, id).map(({ title, place, link, durationSeconds, ...row }) => ({
        ...{ title, place, link, start: started(row), durationSeconds },
      })),
      legs: of(legs, id).map(({ fromPlace, toPlace, transport, note, durationSeconds, ...row }) => ({
        ...{ from: fromPlace, to: toPlace, start: started(row), durationSeconds, transport, note },
      })),
    }
  }
}

const said = (moment: ReturnType<typeof optionalMomentOf>) => moment && momentInDocument(moment)

function started(row: OptionalMomentColumns<'start'>) {
  const start = startOf(row)
  if (!start) throw new Error('a row without its moment')
  return start
}

async function readSeats(exerciseId: string): Promise<ExerciseDocument['seats']> {
  const select = { teamId: true, roleId: true, least: true, most: true }
  const seats = await db.seat.findMany({ where: { exerciseId }, select })
  return seats.map(({ teamId, roleId, least, most }) => ({ team: teamId, role: roleId, least, most }))
}

/** Watch rotas with their shifts and what rest is asked for; who stands them is no part of the plan. */
async function readWatches(exerciseId: string): Promise<Pick<ExerciseDocument, 'rotas' | 'shifts' | 'rest'>> {
  const where = { exerciseId }
  const [rotas, shifts, rest] = [
    await db.rota.findMany({ where, omit: { exerciseId: true, version: true } }),
    await db.shift.findMany({ where }),
    await db.restRules.findUnique({ where, omit: { exerciseId: true, version: true } }),
  ]
  return {
    rotas: rotas.map(({ id, name, teamId, roleId, phaseId, ...row }) => ({
      ...{ id, name, team: teamId, role: roleId, phase: phaseId },
      ...{ start: started(row), end: momentInDocument(momentOf(row, 'end')) },
      ...{ lengthSeconds: row.lengthSeconds, handoverSeconds: row.handoverSeconds },
      ...{ crews: row.crews, places: row.places },
    })),
    shifts: shifts.map(({ rotaId, teamId, roleId, version, madeVersion, ...row }) => ({
      ...{ rota: rotaId, team: teamId, role: roleId, crew: row.crew, title: row.title, note: row.note },
      ...{ start: started(row), durationSeconds: row.durationSeconds, places: row.places },
      made: madeVersion === version,
    })),
    rest,
  }
}

async function readQuestions(exerciseId: string): Promise<ExerciseDocument['questions']> {
  const questions = await db.question.findMany({
    where: { exerciseId },
    select: {
      ...{ kind: true, wording: true, help: true, required: true, options: true },
      ...{ roles: { select: { roleId: true } }, sites: { select: { siteId: true } } },
    },
    orderBy: [{ position: 'asc' }, { wording: 'asc' }],
  })
  return questions.map(({ roles, sites, ...question }) => ({
    ...question,
    roles: roles.map(({ roleId }) => roleId),
    sites: sites.map(({ siteId }) => siteId),
  }))
}

/** The delegations, and those partners that only have places at an activity. How far each has come is not planned. */
async function readNations(exerciseId: string): Promise<ExerciseDocument['nations']> {
  const partner = { select: { id: true, kind: true, code: true, name: true, timeZone: true } } as const
  const [participations, guests] = [
    await db.participation.findMany({
      where: { exerciseId },
      select: {
        partner,
        quotas: { select: { roleId: true, siteId: true, size: true } },
        companies: { select: { kind: true, name: true } },
        teams: { select: { teamId: true } },
        gates: { select: { gate: true, ...startColumns } },
      },
    }),
    await db.partner.findMany({
      where: {
        places: { some: { exerciseId, own: true } },
        participations: { none: { exerciseId } },
      },
      ...partner,
    }),
  ]
  const none = { invited: false, quotas: [], companies: [], teams: [], dates: [] }
  return [
    ...participations.map(({ partner, quotas, companies, teams, gates }) => ({
      ...partner,
      invited: true,
      quotas: quotas.map(({ roleId, siteId, size }) => ({ role: roleId, site: siteId, size })),
      companies,
      teams: teams.map(({ teamId }) => teamId),
      dates: gates.map(({ gate, ...row }) => ({ gate, start: started(row) })),
    })),
    ...guests.map(guest => ({ ...guest, ...none })),
  ]
}

async function readFiles(exerciseId: string): Promise<ExerciseDocument['files']> {
  const files = await db.attachment.findMany({
    where: { exerciseId },
    select: { injectId: true, name: true, content: { select: { bytes: true } } },
  })
  return files.map(({ injectId, name, content }) => ({
    ...{ inject: injectId, name },
    content: Buffer.from(content?.bytes ?? []).toString('base64'),
  }))
}
