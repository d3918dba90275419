import { db } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import { activityRows, asWhere, phaseRows } from '@/lib/policy-rows'
import { endColumns, instantOf, startColumns } from '@/lib/time'
import { formatIso } from '@/lib/time-format'
import type { ExerciseDocument } from '../document/schema'
import { endOf, startOf } from '../whole/rules'

/** The exercise itself, as a document says it; null for one that is gone. */
export async function readFrame(id: string): Promise<ExerciseDocument['exercise']> {
  const found = await db.exercise.findUnique({
    where: { id },
    select: {
      ...{ code: true, name: true, startexAt: true, timeZone: true, endexOffset: true, venue: true },
      ...{ tlp: true, summary: true, lateRegistration: true, reminderDays: true, consentText: true },
      ...{ legalBasis: true, legalBasisNote: true, dataController: true, dataContact: true },
      ...{ mailName: true, mailReplyTo: true, mailFooter: true, retentionDays: true },
      embedHosts: true,
    },
  })
  return found && { ...found, startexAt: formatIso(instantOf(found.startexAt)) }
}

/** What injects are played in and by: the lists that they name. */
export async function readLists(actor: Actor, exerciseId: string) {
  const [phases, activities, sites, teamKinds, teams, roles] = [
    await db.phase.findMany({
      where: asWhere(phaseRows(actor, exerciseId)),
      select: { id: true, name: true, audience: true, ...startColumns, ...endColumns },
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
    }),
    await readActivities(actor, exerciseId),
    await db.site.findMany({
      where: { exerciseId },
      select: { id: true, name: true, place: true, timeZone: true, remote: true, capacity: true },
      orderBy: { name: 'asc' },
    }),
    await db.teamKind.findMany({
      where: { exerciseId },
      select: { id: true, name: true, letter: true, colour: true, trained: true },
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
    }),
    await db.team.findMany({
      where: { exerciseId },
      select: { id: true, name: true, number: true, kindId: true, parentId: true, siteId: true },
      orderBy: { name: 'asc' },
    }),
    await db.role.findMany({
      where: { exerciseId },
      select: {
        ...{ id: true, name: true, discipline: true, presence: true },
        ...{ framework: true, frameworkCode: true, frameworkVersion: true },
      },
      orderBy: { name: 'asc' },
    }),
  ]
  const known = new Set(phases.map(({ id }) => id))
  return {
    phases: phases.map(({ id, name, audience, ...row }) => ({
      ...{ id, name, audience },
      ...{ start: startOf(row), end: endOf(row) },
    })),
    activities: activities.map(activity => ({
      ...activity,
      phase: activity.phase !== null && known.has(activity.phase) ? activity.phase : null,
    })),
    sites,
    teamKinds,
    teams: teams.map(({ kindId, parentId, siteId, ...team }) => ({
      ...team,
      ...{ kind: kindId, parent: parentId, site: siteId },
    })),
    roles,
  }
}

/** Without what hangs on them: see `whole/queries`. */
async function readActivities(actor: Actor, exerciseId: string): Promise<ExerciseDocument['activities']> {
  const activities = await db.activity.findMany({
    where: asWhere(activityRows(actor, exerciseId)),
    select: {
      ...{ id: true, kind: true, gate: true, title: true, description: true, audience: true },
      ...{ phaseId: true, teamId: true, durationSeconds: true, days: true, place: true, link: true },
      ...startColumns,
    },
    orderBy: { id: 'asc' },
  })
  return activities.flatMap(({ id, kind, gate, title, description, audience, place, link, ...row }) => {
    const start = startOf(row)
    const { phaseId, teamId, durationSeconds, days } = row
    const said = { id, kind, gate, title, description, audience, place, link, phase: phaseId, team: teamId }
    const none = { signUp: null, places: [], agenda: [], legs: [] }
    return start ? [{ ...said, start, durationSeconds, days, ...none }] : []
  })
}
