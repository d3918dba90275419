'use server'

import { action } from '@/lib/action'
import type { Tx } from '@/lib/db'
import { changedWithParts } from '@/lib/edit'
import { AppError, fieldRefusal, refuseIf } from '@/lib/errors'
import { personOf } from '@/lib/people'
import { movePlaces } from '@/lib/places'
import { type Actor, can } from '@/lib/policy'
import { raised, writeParts } from '@/lib/registration-parts'
import { dateOf, type Instant } from '@/lib/time'
import { columnOfDate } from '@/lib/time-calendar'
import { lockLines, lockLinesOf, moveOn } from '@/lib/waiting-list'
import { readAnswers } from './answers/queries'
import { getDoor } from './door/queries'
import { editProblem, nominateProblem } from './door/rules'
import { quotaRefusal } from './places/queries'
import { holdsPlace, holdsSeat, partyOf, presenceProblem } from './rules'
import { discardSchema, editRegistrationSchema, nominateSchema, type Written, wishTeamSchema } from './schema'

const pages = ['/delegation', '/delegation/[participationId]', '/exercises/[code]/registrations', '/me']

type Delegation = { exerciseId: string; participationId: string }

/** Puts a person on the delegation's list, as a draft. The person is one per programme and address; what this
 * delegation writes stays on its own registration, so that it learns nothing that another has written. */
export const nominate = action({
  name: 'registration.nominate',
  input: nominateSchema,
  may: (actor, input) => mayPutUp(actor, input),
  run: async (
    { tx, actor, now },
    { exerciseId, participationId, ofCompany, homeNation, answers: given, ...written },
  ) => {
    const delegation = { exerciseId, participationId }
    const door = await getDoor(tx, exerciseId, participationId)
    refuseIf(nominateProblem(door, partyOf(actor, participationId), now))
    refuseOtherCompany(ofCompany, written)
    await refuseUnfit(tx, delegation, written)
    const answers = await readAnswers(tx, exerciseId, given)
    const personId = await personOf(tx, exerciseId, { ...written, homeNation })
    const data = { ...delegation, ...columnsOf(written), personId, stateAt: dateOf(now) }
    const { id, version } = await tx.registration.create({ data, select: { id: true, version: true } })
    await writeParts(tx, { exerciseId, registrationId: id }, { answers, needs: {} }, version)
    return { registrationId: id }
  },
  stale: () => pages,
})

/** Changes what is written about a person. A place held in another role or at another site is taken before it is
 * left; a confirmed person's role and team are the organisers' word. */
export const editRegistration = action({
  name: 'registration.edit',
  input: editRegistrationSchema,
  may: (actor, input) => mayPutUp(actor, input),
  run: async (
    { tx, actor, now },
    {
      exerciseId,
      participationId,
      ofCompany,
      registrationId: id,
      version,
      opened,
      answers: given,
      ...written
    },
  ) => {
    const delegation = { exerciseId, participationId }
    const door = await getDoor(tx, exerciseId, participationId)
    refuseIf(editProblem(door, partyOf(actor, participationId), now))
    await lockLines(tx, [participationId])
    // Before the edit is judged: a conflict would show another delegation what is written there.
    const where = { id, ...delegation, ...(ofCompany ? { companyId: ofCompany } : {}) }
    refuseOtherCompany(ofCompany, written)
    if ((await tx.registration.count({ where })) === 0) throw new AppError('not_found', 'not_found')
    const row = { id, owner: exerciseId, version, opened }
    const parts = { answers: await readAnswers(tx, exerciseId, given), needs: {} }
    const { data: changed, ...changedParts } = await changedWithParts(tx, row, columnsOf(written), parts)
    const before = await tx.registration.findFirstOrThrow({
      where,
      select: {
        ...{ state: true, roleId: true, siteId: true, teamId: true, presence: true },
        ...{ givenName: true, familyName: true, nativeName: true },
        personId: true,
        person: { select: { homeNation: true } },
      },
    })
    // Another address is another human being, whom the nation has put up and not the company.
    if (ofCompany && changed.email && before.state !== 'draft') throw fieldRefusal('email', 'email_is_fixed')
    const after = { ...before, ...changed }
    const reseated = after.roleId !== before.roleId || after.teamId !== before.teamId
    refuseIf(holdsSeat(before.state) && reseated ? 'seat_is_fixed' : null)
    await refuseUnfit(tx, delegation, { ...after, teamId: changed.teamId ?? null })
    if (holdsPlace(before.state) && (after.roleId !== before.roleId || after.siteId !== before.siteId)) {
      const move = (n: 1 | -1, { roleId, siteId }: typeof after) => ({ participationId, roleId, siteId, n })
      const { places, placesTaken } = await movePlaces(tx, exerciseId, [move(-1, before), move(1, after)])
      if (!placesTaken) throw await quotaRefusal(tx, exerciseId, places, { ofSeveral: false })
    }
    const { homeNation } = before.person
    const named = changed.email ? { ...after, email: changed.email, homeNation } : null
    const personId = named ? await personOf(tx, exerciseId, named) : before.personId
    const other = personId !== before.personId
    if (other) await forgetOwnPart(tx, exerciseId, id, now)
    const linked = other ? { personId, filledAt: null, agreedAt: null, agreedVersion: null } : {}
    const saved = await tx.registration.update({
      where,
      data: { ...changed, ...linked, ...raised },
      select: { version: true },
    })
    await writeParts(tx, { exerciseId, registrationId: id }, changedParts, saved.version)
    await moveOn(tx, { exerciseId, participationIds: [participationId] }, dateOf(now))
  },
  stale: () => pages,
})

/** The team that several people wish for, or none. Of those who are seated already it is the organisers' word. */
export const wishTeam = action({
  name: 'registration.wish_team',
  input: wishTeamSchema,
  may: (actor, input) => can(actor, 'registration.nominate', input),
  run: async ({ tx, actor, now }, { exerciseId, participationId, registrationIds, teamId }) => {
    const delegation = { exerciseId, participationId }
    const door = await getDoor(tx, exerciseId, participationId)
    refuseIf(editProblem(door, partyOf(actor, participationId), now))
    if (teamId !== null) await refuseForeignTeam(tx, delegation, teamId)
    const participationIds = await lockLinesOf(tx, exerciseId, registrationIds, { joined: teamId })
    const where = { ...delegation, id: { in: registrationIds } }
    if ((await tx.registration.count({ where })) < registrationIds.length)
      throw new AppError('not_found', 'not_found')
    const { count } = await tx.registration.updateMany({
      where: { ...where, state: { notIn: ['confirmed', 'checked_in'] } },
      data: { teamId },
    })
    refuseIf(count < registrationIds.length ? 'seat_is_fixed' : null)
    if (teamId === null) {
      await tx.registration.updateMany({
        where: { ...where, state: 'waitlisted', waitsFor: 'seat' },
        data: { waitsFor: 'decision' },
      })
    }
    // Somebody who waits for a seat may wish for a team that has one, and who was endorsed leaves one to others.
    await moveOn(tx, { exerciseId, participationIds }, dateOf(now))
  },
  stale: () => pages,
})

/** Takes drafts off the list: nothing was submitted, so nothing is given back. */
export const discard = action({
  name: 'registration.discard',
  input: discardSchema,
  may: (actor, input) => mayPutUp(actor, input),
  run: async ({ tx }, { exerciseId, participationId, ofCompany, registrationIds }) => {
    const own = ofCompany ? { companyId: ofCompany } : {}
    const where = { id: { in: registrationIds }, exerciseId, participationId, ...own }
    const { count } = await tx.registration.deleteMany({ where: { ...where, state: 'draft' } })
    if (count === registrationIds.length) return
    const there = await tx.registration.count({ where })
    if (there + count < registrationIds.length) throw new AppError('not_found', 'not_found')
    refuseIf('only_drafts_go', { count: there })
  },
  stale: () => pages,
})

function columnsOf({ clearanceUntilOn, ...written }: Written) {
  return { ...written, clearanceUntilOn: clearanceUntilOn === null ? null : columnOfDate(clearanceUntilOn) }
}

/** A company's contact names the company, so that the rows below are its own; others name none. */
function mayPutUp(
  actor: Actor,
  { ofCompany, ...delegation }: Delegation & { ofCompany?: string | undefined },
) {
  return can(actor, 'company.nominate', { ...delegation, companyId: ofCompany })
}

/** A company's people stay its own, or its contact would hand them on to where nobody asked for them. */
function refuseOtherCompany(ofCompany: string | undefined, { companyId }: Pick<Written, 'companyId'>): void {
  if (ofCompany && companyId !== ofCompany) throw fieldRefusal('companyId', 'company_of_another')
}

type Fit = Pick<Written, 'presence' | 'siteId' | 'teamId'>

/** What no foreign key can say: the team is one of the delegation's, the site fits where the person works. */
async function refuseUnfit(tx: Tx, delegation: Delegation, { presence, siteId, teamId }: Fit): Promise<void> {
  if (teamId !== null) await refuseForeignTeam(tx, delegation, teamId)
  if (siteId === null) return
  const site = await tx.site.findFirst({
    where: { id: siteId, exerciseId: delegation.exerciseId },
    select: { remote: true },
  })
  if (!site) throw new AppError('not_found', 'not_found')
  const problem = presenceProblem(presence, site)
  if (problem) throw fieldRefusal('siteId', problem)
}

async function refuseForeignTeam(tx: Tx, delegation: Delegation, teamId: string): Promise<void> {
  const own = await tx.teamNation.count({ where: { ...delegation, teamId } })
  if (own === 0) throw fieldRefusal('teamId', 'team_of_another')
}

/** What somebody has said of themselves goes with them: the next person at this registration neither reads their needs nor
 * has agreed to anything, and a link that went to the old address opens nothing. */
async function forgetOwnPart(
  tx: Tx,
  exerciseId: string,
  registrationId: string,
  now: Instant,
): Promise<void> {
  await tx.registrationNeeds.deleteMany({ where: { exerciseId, registrationId } })
  await tx.registrationLink.updateMany({
    where: { exerciseId, registrationId, revokedAt: null },
    data: { revokedAt: dateOf(now) },
  })
}
