'use server'

import { action } from '@/lib/action'
import { nationName } from '@/lib/countries/rules'
import type { Tx } from '@/lib/db'
import { AppError, fieldRefusal, refuseIf } from '@/lib/errors'
import { lockPlan } from '@/lib/plan-lock'
import { can } from '@/lib/policy'
import { gateMoments, windowProblem } from '@/lib/schedule/rules'
import { dateOf, momentColumns, type StartexFrame } from '@/lib/time'
import { columnOfDate } from '@/lib/time-calendar'
import { readMoments } from '@/lib/time-typed'
import { lockLines, moveOn } from '@/lib/waiting-list'
import { accessionProblem, quotaProblem } from './rules'
import {
  addPartnerSchema,
  invitePartnersSchema,
  removeNationSchema,
  removeQuotaSchema,
  setOwnDateSchema,
  setQuotaSchema,
  stepParticipationSchema,
  stepPartnerSchema,
} from './schema'

const nationPages = [
  '/exercises/[code]/nations',
  '/exercises/[code]/nations/partners',
  '/exercises/[code]/nations/[participationId]',
]

/** Invites nations and known partners into an exercise, each with a delegation of `size` places. */
export const invitePartners = action({
  name: 'nation.invite',
  input: invitePartnersSchema,
  may: (actor, input) => can(actor, 'nation.edit', input),
  run: async ({ tx }, { exerciseId, codes, size, changedOn }) => {
    const { programmeId } = await tx.exercise.findUniqueOrThrow({
      where: { id: exerciseId },
      select: { programmeId: true },
    })
    const nations = codes.flatMap(code => {
      const name = nationName(code, 'en')
      return name === null ? [] : [{ programmeId, kind: 'nation' as const, code, name }]
    })
    await tx.partner.createMany({ data: nations, skipDuplicates: true })
    const partners = await tx.partner.findMany({
      where: { programmeId, code: { in: codes } },
      select: { id: true, code: true },
    })
    const unknown = codes.filter(code => !partners.some(partner => partner.code.toUpperCase() === code))
    if (unknown.length > 0) throw fieldRefusal('codes', 'partner_unknown', { codes: unknown.join(', ') })
    const made = await tx.participation.createManyAndReturn({
      data: partners.map(partner => ({ exerciseId, programmeId, partnerId: partner.id })),
      skipDuplicates: true,
      select: { id: true, partnerId: true },
    })
    const there = partners.filter(partner => !made.some(({ partnerId }) => partnerId === partner.id))
    if (there.length > 0) {
      throw fieldRefusal('codes', 'partner_already_invited', {
        codes: there.map(({ code }) => code).join(', '),
      })
    }
    await tx.quota.createMany({ data: made.map(({ id }) => ({ exerciseId, participationId: id, size })) })
    await tx.accession.createMany({
      data: made.map(({ id, partnerId }) => ({
        exerciseId,
        partnerId,
        participationId: id,
        state: 'invited' as const,
        changedOn: columnOfDate(changedOn),
      })),
    })
    // Whoever has come as a guest of this partner until now is its delegation's affair from here on.
    for (const { id: participationId, partnerId } of made) {
      await tx.attendance.updateMany({
        where: { exerciseId, partnerId, participationId: null },
        data: { participationId },
      })
    }
    return { invited: made.length }
  },
  stale: () => nationPages,
})

/** Makes an organisation or a fictional state known to the programme. */
export const addPartner = action({
  name: 'partner.add',
  input: addPartnerSchema,
  may: (actor, input) => can(actor, 'programme.edit', input),
  run: async ({ tx }, input) => tx.partner.create({ data: input, select: { id: true, code: true } }),
  stale: () => nationPages,
})

/** Moves a delegation one step on its way into the exercise; dated and noted. */
export const stepParticipation = action({
  name: 'nation.step',
  input: stepParticipationSchema,
  may: (actor, input) => can(actor, 'nation.edit', input),
  run: async ({ tx }, { exerciseId, participationId: id, state, changedOn, note }) => {
    const [current] = await tx.$queryRaw<{ state: typeof state; partnerId: string }[]>`
      SELECT "state", "partnerId" FROM "Participation"
       WHERE "id" = ${id}::uuid AND "exerciseId" = ${exerciseId}::uuid FOR UPDATE`
    if (!current) throw new AppError('not_found', 'not_found')
    refuseIf(accessionProblem(current.state, state))
    await tx.participation.update({ where: { id, exerciseId }, data: { state }, select: { id: true } })
    const { partnerId } = current
    const step = {
      exerciseId,
      participationId: id,
      partnerId,
      state,
      note,
      changedOn: columnOfDate(changedOn),
    }
    await tx.accession.create({ data: step, select: { id: true } })
  },
  stale: () => nationPages,
})

/** The same for the programme itself: a partner joins the centre. */
export const stepPartner = action({
  name: 'partner.step',
  input: stepPartnerSchema,
  may: (actor, input) => can(actor, 'programme.edit', input),
  run: async ({ tx }, { programmeId, partnerId: id, state, changedOn, note }) => {
    const [current] = await tx.$queryRaw<{ state: typeof state }[]>`
      SELECT "state" FROM "Partner" WHERE "id" = ${id}::uuid AND "programmeId" = ${programmeId}::uuid FOR UPDATE`
    if (!current) throw new AppError('not_found', 'not_found')
    refuseIf(accessionProblem(current.state, state))
    await tx.partner.update({ where: { id, programmeId }, data: { state }, select: { id: true } })
    const step = { partnerId: id, state, note, changedOn: columnOfDate(changedOn) }
    await tx.accession.create({ data: step, select: { id: true } })
  },
  stale: () => nationPages,
})

/**
 * Sets the places of a delegation: whole, of one role or at one site. Refused below what is already taken, with
 * the number by which it falls short. A quota that begins late counts those who already hold such a place. Whoever
 * waits for a place comes in at once.
 */
export const setQuota = action({
  name: 'quota.set',
  input: setQuotaSchema,
  may: (actor, input) => can(actor, 'nation.edit', input),
  run: async ({ tx, now }, { exerciseId, participationId, roleId, siteId, size }) => {
    await lockLines(tx, [participationId])
    // Places stand still while a new quota is counted. The table, not a row: a submission that waited for a row would
    // go on with the snapshot it began with, which does not hold the new quota, and leave it uncounted.
    await tx.$executeRaw`LOCK TABLE "Quota" IN SHARE ROW EXCLUSIVE MODE`
    const scope = { exerciseId, participationId, roleId, siteId }
    const known = await tx.quota.findFirst({ where: scope, select: { id: true, used: true } })
    const used = known?.used ?? (await countHolders(tx, scope))
    const problem = quotaProblem(size, used)
    if (problem) throw fieldRefusal('size', problem, { used, by: used - size })
    const saved = known
      ? await tx.quota.update({
          where: { id: known.id, ...scope },
          // A size that holds all of them makes an end of a pending cut.
          data: { size, cutTo: null, cutOn: null, cutReason: null },
          select: { id: true },
        })
      : await tx.quota.create({ data: { ...scope, size, used }, select: { id: true } })
    const { submitted } = await moveOn(tx, { exerciseId, participationIds: [participationId] }, dateOf(now))
    return { quotaId: saved.id, cameIn: submitted.length }
  },
  stale: () => [...nationPages, '/delegation/[participationId]'],
})

/** Takes away the limit of one role or site; the whole delegation always keeps one. */
export const removeQuota = action({
  name: 'quota.remove',
  input: removeQuotaSchema,
  may: (actor, input) => can(actor, 'nation.edit', input),
  run: async ({ tx, now }, { exerciseId, participationId, quotaId }) => {
    await lockLines(tx, [participationId])
    const { count } = await tx.quota.deleteMany({
      where: {
        id: quotaId,
        exerciseId,
        participationId,
        OR: [{ roleId: { not: null } }, { siteId: { not: null } }],
      },
    })
    if (count === 0) throw new AppError('not_found', 'not_found')
    await moveOn(tx, { exerciseId, participationIds: [participationId] }, dateOf(now))
  },
  stale: () => [...nationPages, '/delegation/[participationId]'],
})

/** Gives a nation its own date for one gate of the registration window, or gives the exercise's back. */
export const setOwnDate = action({
  name: 'nation.date',
  input: setOwnDateSchema,
  may: (actor, input) => can(actor, 'nation.edit', input),
  run: async ({ tx, now }, { exerciseId, participationId, gate, moment: text, momentChoice: choice }) => {
    const key = { exerciseId, participationId, gate }
    const frame = await lockPlan(tx, exerciseId)
    if (text === '') {
      await tx.participationGate.deleteMany({ where: key })
    } else {
      const { moment } = readMoments({ moment: { text, choice } }, { frame, timeZone: frame.timeZone, now })
      const columns = momentColumns('start', moment)
      await tx.participationGate.upsert({
        where: { exerciseId_participationId_gate: key },
        create: { ...key, ...columns },
        update: columns,
        select: { gate: true },
      })
    }
    await checkOwnWindow(tx, { exerciseId, participationId }, frame)
  },
  stale: () => [...nationPages, '/delegation/[participationId]'],
})

/** Takes a nation out of an exercise that it was invited to by mistake: only while nobody is registered. */
export const removeNation = action({
  name: 'nation.remove',
  input: removeNationSchema,
  may: (actor, input) => can(actor, 'nation.edit', input),
  run: async ({ tx }, { exerciseId, participationId: id }) => {
    const { count } = await tx.participation.deleteMany({ where: { id, exerciseId } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: () => nationPages,
})

/** A nation's own date is weighed against what holds beside it, and so is the exercise's when it is given back. */
async function checkOwnWindow(
  tx: Tx,
  owner: { exerciseId: string; participationId: string },
  frame: StartexFrame,
): Promise<void> {
  const { exerciseId } = owner
  const exerciseRows = await tx.activity.findMany({ where: { exerciseId, gate: { not: null } } })
  const ownRows = await tx.participationGate.findMany({ where: owner })
  const problem = windowProblem(gateMoments(exerciseRows), frame, gateMoments(ownRows))
  if (problem) throw fieldRefusal('moment', problem)
}

async function countHolders(
  tx: Tx,
  scope: { exerciseId: string; participationId: string; roleId: string | null; siteId: string | null },
): Promise<number> {
  const { exerciseId, participationId, roleId, siteId } = scope
  return tx.registration.count({
    where: {
      exerciseId,
      participationId,
      state: { in: ['submitted', 'endorsed', 'confirmed', 'checked_in'] },
      ...(roleId === null ? {} : { roleId }),
      ...(siteId === null ? {} : { siteId }),
    },
  })
}
