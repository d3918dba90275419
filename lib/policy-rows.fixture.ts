import { audiences } from '@/lib/schedule/kinds/rules'
import {
  actorWithoutRole,
  administrator,
  companyContactOf,
  contactOf,
  expertOf,
  programmeStaffOf,
  staffOf,
} from '@/prisma/actors'
import {
  makeAttendance,
  makeCompany,
  makeParticipation,
  makeRegistration,
  makeTeamNation,
} from '@/prisma/delegation-factories'
import { factoryDb, makeActivity, makeExercise, makePhase, makeTeam } from '@/prisma/factories'
import { makeEntry, makeInject } from '@/prisma/scenario-factories'
import { makeDuty, makeShift } from '@/prisma/shift-factories'
import { db, sql } from './db'
import { type Actor, grantsOf, visitor } from './policy'
import { asSql, asWhere, matches, type RowRule } from './policy-rows'

/** What each id stands for, in the words of the expectations: `here.est.kask`. */
const names = new Map<string, string>()
export const nameOf = (id: string) => names.get(id) ?? id
export const actors = new Map<string, Actor>()
export const exercises: string[] = []
export const askings: { id: string; programmeId: string }[] = []

/** One exercise with two nations; each has a team of its own and two experts. */
export async function scene(place: string, programmeId?: string) {
  const exercise = await makeExercise(programmeId ? { programmeId } : {})
  exercises.push(exercise.id)
  askings.push(exercise)
  names.set(exercise.id, place)
  for (const audience of audiences) {
    names.set((await makePhase(exercise, { audience })).id, `${place}.${audience}`)
    names.set((await makeActivity(exercise, { audience })).id, `${place}.${audience}`)
  }
  const nations = []
  for (const nation of ['est', 'jpn']) {
    const participation = await makeParticipation(exercise)
    const team = await makeTeam(exercise)
    await makeTeamNation(team, participation)
    names.set(participation.id, `${place}.${nation}`)
    const activity = await makeActivity(exercise, { teamId: team.id })
    names.set(activity.id, `${place}.team of ${nation}`)
    names.set((await makeAttendance(participation, activity)).id, `${place}.${nation}.attends`)
    const first = await makeRegistration(participation, { state: 'confirmed', teamId: team.id })
    const second = await makeRegistration(participation, { state: 'draft' })
    names.set(first.id, `${place}.${nation}.first`)
    names.set(second.id, `${place}.${nation}.second`)
    names.set((await makeShift(team)).id, `${place}.watch of ${nation}`)
    nations.push({ participation, first, second })
    // What is kept to the kind of this nation's team: its plans.
    for (const tlp of [null, 'red'] as const)
      names.set(
        (await makeInject(exercise, { keptToKindId: team.kindId, tlp })).id,
        `${place}.${tlp ?? 'plan'} of ${nation}`,
      )
  }
  names.set((await makeInject(exercise)).id, `${place}.inject`)
  const watch = await makeShift(await makeTeam(exercise))
  names.set(watch.id, `${place}.watch of excon`)
  for (const { first } of nations.slice(0, 1)) {
    await makeDuty(watch, { registrationId: first.id })
    standings.set(first.id, watch.id)
  }
  for (const tlp of ['amber', 'red'] as const)
    names.set((await makeEntry(exercise, { tlp })).id, `${place}.${tlp} entry`)
  names.set((await makeInject(exercise, { tlp: 'red' })).id, `${place}.red inject`)
  return { exercise, nations }
}

/** Three exercises, two of them of one programme, and somebody in every role of the first. */
export async function people() {
  const here = await scene('here')
  await scene('sister', here.exercise.programmeId)
  await scene('far')
  const [est] = here.nations
  if (!est) throw new Error('no nation')
  const programme = { id: here.exercise.programmeId }
  actors.set('visitor', visitor)
  actors.set('job', { kind: 'job', name: 'night' })
  actors.set('link', { kind: 'link', linkId: est.first.id, name: 'Liis Kask', grants: [] })
  actors.set('nobody', await actorWithoutRole())
  actors.set('platform administrator', await administrator())
  for (const role of [
    'administrator',
    'director',
    'planner',
    'controller',
    'registrar',
    'observer',
  ] as const) {
    actors.set(`programme ${role}`, await programmeStaffOf(programme, role))
  }
  for (const role of ['director', 'planner', 'controller', 'registrar', 'observer'] as const) {
    actors.set(role, await staffOf(here.exercise, role))
  }
  actors.set('contact', await contactOf(est.participation))
  actors.set('deputy', await contactOf(est.participation, 'deputy_contact'))
  actors.set('reader', await contactOf(est.participation, 'reading_contact'))
  const company = await makeCompany(est.participation)
  await factoryDb().registration.update({ where: { id: est.first.id }, data: { companyId: company.id } })
  actors.set('company contact', await companyContactOf(company))
  actors.set('expert', await expertOf(est.first))
  const controller = actors.get('controller')
  const controllerId = controller?.kind === 'account' ? controller.accountId : null
  names.set((await makeInject(here.exercise, { controllerId, tlp: 'red' })).id, 'here.controlled')
  names.set((await makeInject(here.exercise, { reviewerId: controllerId })).id, 'here.reviewed')
  actors.set('expert in draft', await expertOf(est.second))
}

export type Table =
  | 'Registration'
  | 'Attendance'
  | 'Participation'
  | 'Exercise'
  | 'Phase'
  | 'Activity'
  | 'Inject'
  | 'Shift'
  | 'CatalogueEntry'

/** The shifts of whoever holds an expert's grant, by registration. */
const standings = new Map<string, string>()
export const standing = (actor: Actor) =>
  grantsOf(actor).flatMap(grant =>
    grant.scope === 'own' ? [standings.get(grant.registrationId) ?? []].flat() : [],
  )

export async function idsByWhere(table: Table, rule: RowRule): Promise<string[]> {
  const where = asWhere(rule)
  const select = { id: true }
  if (table === 'Registration') return ids(await db.registration.findMany({ where, select }))
  if (table === 'Attendance') return ids(await db.attendance.findMany({ where, select }))
  if (table === 'Participation') return ids(await db.participation.findMany({ where, select }))
  if (table === 'Exercise') return ids(await db.exercise.findMany({ where, select }))
  if (table === 'Shift') return ids(await db.shift.findMany({ where, select }))
  if (table === 'Inject') return ids(await db.inject.findMany({ where, select }))
  if (table === 'CatalogueEntry') return ids(await db.catalogueEntry.findMany({ where, select }))
  if (table === 'Phase') return ids(await db.phase.findMany({ where, select }))
  return ids(await db.activity.findMany({ where, select }))
}

/** A parameter stands before the rule's own, as in a real query. */
export async function idsBySql(table: Table, rule: RowRule): Promise<string[]> {
  const { text, values } = asSql(rule, 'r', 2)
  const rows = await sql.unsafe<{ id: string }[]>(
    `SELECT r."id" FROM "${table}" r WHERE $1::text = 'yes' AND ${text}`,
    ['yes', ...values],
  )
  return ids(rows)
}

export async function idsByHand(table: Table, rule: RowRule): Promise<string[]> {
  const rows = await sql.unsafe<Record<string, unknown>[]>(`SELECT * FROM "${table}"`)
  return ids(rows.filter(row => matches(rule, row)).map(row => ({ id: String(row.id) })))
}

export const ids = (rows: readonly { id: string }[]) => rows.map(row => row.id).sort()
