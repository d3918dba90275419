'use server'

import { action } from '@/lib/action'
import type { Tx } from '@/lib/db'
import { AppError, fieldRefusal } from '@/lib/errors'
import { startexFrame } from '@/lib/exercises/rules'
import { accountOf, can } from '@/lib/policy'
import { renamed } from '@/lib/renamed'
import { cloneScenario, cloneViews } from '@/lib/scenario-clone'
import { awaitOthers } from '@/lib/scenario-lock'
import {
  dateOf,
  type Instant,
  instantOf,
  type Moment,
  type MomentColumns,
  momentColumns,
  momentOf,
  optionalMomentOf,
  type StartexFrame,
} from '@/lib/time'
import { calendarDateAt, columnOfDate } from '@/lib/time-calendar'
import { readMoments } from '@/lib/time-typed'
import { cloneWatches } from '@/lib/watch-clone'
import { recast } from './rules'
import { cloneExerciseSchema } from './schema'

/** New ids for old ones, so that rows of the new edition refer to each other. */
type Renamed = (id: string) => string
type Edition = { tx: Tx; fromId: string; exerciseId: string; renamed: Renamed }

/**
 * Makes the next edition from this one: everything but the people, re-timed to the new STARTEX. Delegations begin
 * again as invited, with their quotas and companies; own dates, points of contact and staff are not taken. The scenario
 * is a draft again, with its serials.
 */
export const cloneExercise = action({
  name: 'exercise.clone',
  input: cloneExerciseSchema,
  may: (actor, input) =>
    can(actor, 'exercise.create', input) && can(actor, 'exercise.edit', { exerciseId: input.fromId }),
  run: async ({ tx, actor, now }, input) => {
    const { programmeId, fromId, code, name } = input
    // Read in many statements: what somebody adds between two of them would name what was not taken.
    await awaitOthers(tx, fromId)
    const source = await tx.exercise.findFirst({ where: { id: fromId, programmeId } })
    if (!source) throw new AppError('not_found', 'not_found')
    const { seriesId, venue, timeZone, endexOffset, tlp, summary, lateRegistration, reminderDays } = source
    const { consentText, legalBasis, legalBasisNote, dataController, dataContact } = source
    const { mailName, mailReplyTo, mailFooter, retentionDays } = source
    const from = startexFrame({ timeZone, startexAt: instantOf(source.startexAt) })
    const typed = { startex: { text: input.startex, choice: input.startexChoice } }
    const { startex } = readMoments(typed, { frame: from, timeZone, now })
    if (startex.anchor !== 'fixed') throw fieldRefusal('startex', 'startex_not_fixed')
    const { id: exerciseId } = await tx.exercise.create({
      data: {
        ...{
          programmeId,
          seriesId,
          code,
          name,
          venue,
          timeZone,
          endexOffset,
          tlp,
          summary,
          lateRegistration,
          reminderDays,
          mailName,
          mailReplyTo,
          mailFooter,
          retentionDays,
        },
        ...{ consentText, legalBasis, legalBasisNote, dataController, dataContact },
        // Nobody has been asked yet.
        consentVersion: Math.min(1, source.consentVersion),
        startexAt: dateOf(startex.at),
        clonedFromId: fromId,
      },
      select: { id: true },
    })
    const edition = { tx, fromId, exerciseId, renamed: (id: string) => renamed(exerciseId, id) }
    await cloneTeams(edition)
    await cloneQuestions(edition)
    await cloneNations(edition, now, timeZone)
    const by = accountOf(actor)?.accountId ?? null
    const adjusted = await clonePlan(edition, from, startexFrame({ timeZone, startexAt: startex.at }), by)
    return { exerciseId, programmeId, code, adjusted }
  },
  stale: () => ['/exercises'],
})

/** Sites, team kinds, the tree of teams, roles and seats, none of them taken. */
async function cloneTeams({ tx, fromId, exerciseId, renamed }: Edition): Promise<void> {
  const where = { exerciseId: fromId }
  const own = <Row extends { id: string }>({ id, ...row }: Row) => ({
    ...row,
    id: renamed(id),
    exerciseId,
    version: 1,
  })
  const [sites, kinds, roles, teams, seats] = [
    await tx.site.findMany({ where }),
    await tx.teamKind.findMany({ where }),
    await tx.role.findMany({ where }),
    await tx.team.findMany({ where }),
    await tx.seat.findMany({ where }),
  ]
  await tx.site.createMany({ data: sites.map(own) })
  await tx.teamKind.createMany({ data: kinds.map(own) })
  await tx.role.createMany({ data: roles.map(own) })
  // One statement, so that a team may come before its parent.
  await tx.team.createMany({
    data: teams.map(team => ({
      ...own(team),
      kindId: renamed(team.kindId),
      parentId: team.parentId && renamed(team.parentId),
      siteId: team.siteId && renamed(team.siteId),
    })),
  })
  await tx.seat.createMany({
    data: seats.map(seat => ({
      ...own(seat),
      teamId: renamed(seat.teamId),
      roleId: renamed(seat.roleId),
      used: 0,
    })),
  })
}

/** What the exercise asks people beyond the usual, of the same roles and at the same sites. */
async function cloneQuestions({ tx, fromId, exerciseId, renamed }: Edition): Promise<void> {
  const where = { exerciseId: fromId }
  const [questions, roles, sites] = [
    await tx.question.findMany({ where }),
    await tx.questionRole.findMany({ where }),
    await tx.questionSite.findMany({ where }),
  ]
  await tx.question.createMany({
    data: questions.map(({ id, ...question }) => ({
      ...question,
      ...{ id: renamed(id), exerciseId, version: 1 },
    })),
  })
  await tx.questionRole.createMany({
    data: roles.map(({ questionId, roleId }) => {
      return { exerciseId, questionId: renamed(questionId), roleId: renamed(roleId) }
    }),
  })
  await tx.questionSite.createMany({
    data: sites.map(({ questionId, siteId }) => {
      return { exerciseId, questionId: renamed(questionId), siteId: renamed(siteId) }
    }),
  })
}

/** Delegations, invited anew today, with the sizes of their quotas, their companies and their places in teams. */
async function cloneNations({ tx, fromId, exerciseId, renamed }: Edition, now: Instant, timeZone: string) {
  const where = { exerciseId: fromId }
  const [participations, quotas, companies, teamNations] = [
    await tx.participation.findMany({ where }),
    await tx.quota.findMany({ where }),
    await tx.company.findMany({ where }),
    await tx.teamNation.findMany({ where }),
  ]
  await tx.participation.createMany({
    data: participations.map(({ id, programmeId, partnerId }) => {
      return { id: renamed(id), exerciseId, programmeId, partnerId }
    }),
  })
  const changedOn = columnOfDate(calendarDateAt(now, timeZone))
  await tx.accession.createMany({
    data: participations.map(({ id, partnerId }) => {
      const state = 'invited' as const
      return { exerciseId, partnerId, participationId: renamed(id), state, changedOn }
    }),
  })
  await tx.quota.createMany({
    data: quotas.map(({ participationId, roleId, siteId, size }) => ({
      ...{ exerciseId, size },
      participationId: renamed(participationId),
      roleId: roleId && renamed(roleId),
      siteId: siteId && renamed(siteId),
    })),
  })
  await tx.company.createMany({
    data: companies.map(({ participationId, kind, name }) => {
      return { exerciseId, participationId: renamed(participationId), kind, name }
    }),
  })
  await tx.teamNation.createMany({
    data: teamNations.map(({ teamId, participationId }) => {
      return { exerciseId, teamId: renamed(teamId), participationId: renamed(participationId) }
    }),
  })
}

/** Phases and activities, and the scenario that is played in them. Gives the number of fixed moments that fell into a skipped or repeated hour. */
async function clonePlan(
  { tx, fromId, exerciseId, renamed }: Edition,
  from: StartexFrame,
  to: StartexFrame,
  by: string | null,
): Promise<number> {
  const where = { exerciseId: fromId }
  const [phases, activities] = [await tx.phase.findMany({ where }), await tx.activity.findMany({ where })]
  let adjusted = 0
  const again = (moment: Moment, times = 1) => {
    const next = recast(moment, from, to)
    if (next.adjusted) adjusted += times
    return next.moment
  }
  await tx.phase.createMany({
    data: phases.map(({ id, ...phase }) => ({
      ...phase,
      ...momentColumns('start', again(momentOf(phase, 'start'))),
      ...momentColumns('end', again(momentOf(phase, 'end'))),
      ...{ id: renamed(id), exerciseId, version: 1, beganAt: null, endedAt: null },
    })),
  })
  await tx.activity.createMany({
    data: activities.map(({ id, phaseId, teamId, ...activity }) => ({
      ...activity,
      ...momentColumns('start', again(momentOf(activity, 'start'))),
      ...{ id: renamed(id), exerciseId, version: 1, beganAt: null, endedAt: null },
      phaseId: phaseId && renamed(phaseId),
      teamId: teamId && renamed(teamId),
    })),
  })
  await cloneWatches({ tx, fromId, exerciseId, again })
  await cloneSignUps({ tx, fromId, exerciseId, renamed }, again)
  await cloneScenario({ tx, fromId, exerciseId, again })
  if (by) await cloneViews({ tx, fromId, exerciseId, again }, by)
  return adjusted
}

type Again = (moment: Moment) => Moment

/** How one signs up for what, and for how many places; nobody has one yet. */
async function cloneSignUps({ tx, fromId, exerciseId, renamed }: Edition, again: Again): Promise<void> {
  const where = { exerciseId: fromId }
  const signUps = await tx.signUp.findMany({ where })
  await tx.signUp.createMany({
    data: signUps.map(({ id, ...signUp }) => {
      const [opens, closes] = [optionalMomentOf(signUp, 'opens'), optionalMomentOf(signUp, 'closes')]
      return {
        ...signUp,
        ...momentColumns('opens', opens && again(opens)),
        ...momentColumns('closes', closes && again(closes)),
        ...{ id: renamed(id), exerciseId, version: 1 },
      }
    }),
  })
  await cloneProgrammes({ tx, fromId, exerciseId, renamed }, again)
  // A partner's counter begins with its first person; only a number of its own is kept.
  const places = await tx.activityPlaces.findMany({
    where: { ...where, OR: [{ partnerId: null }, { own: true }] },
  })
  await tx.activityPlaces.createMany({
    data: places.map(({ id: _, activityId, ...row }) => {
      return { ...row, exerciseId, activityId: renamed(activityId), used: 0, version: 1 }
    }),
  })
}

/** What happens at an activity, and where its visitors go. */
async function cloneProgrammes({ tx, fromId, exerciseId, renamed }: Edition, again: Again): Promise<void> {
  const where = { exerciseId: fromId }
  const [items, legs] = [await tx.agendaItem.findMany({ where }), await tx.leg.findMany({ where })]
  const anew = <Row extends MomentColumns<'start'> & { id: string; activityId: string }>(row: Row) => ({
    ...row,
    ...momentColumns('start', again(momentOf<'start'>(row, 'start'))),
    ...{ id: crypto.randomUUID(), exerciseId, activityId: renamed(row.activityId), version: 1 },
  })
  await tx.agendaItem.createMany({ data: items.map(anew) })
  await tx.leg.createMany({ data: legs.map(anew) })
}
