import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import type { Actor } from '@/lib/policy'
import { expertOf, staffOf } from '@/prisma/actors'
import { makeRegistration, makeTeamNation } from '@/prisma/delegation-factories'
import { factoryDb, makeSeat, makeTeam } from '@/prisma/factories'
import { counted, delegationOf, idsOf, now, seated, setting, stateOf } from '../setting.fixture'
import { confirm, decline, endorse, reopen, submit, waitlist, withdraw } from './actions'

describe('deciding', () => {
  it('leads from a submission over the nation to a seat', async () => {
    const { contact, registrar, ids, seat, person } = await setting()
    const registrationIds = idsOf(await person('submitted'))
    const { exerciseId } = ids
    expect(await execute(confirm.definition, registrar, { exerciseId, registrationIds }, now)).toMatchObject({
      error: { reason: 'state_not_yet' },
    })
    expect(await execute(endorse.definition, registrar, { ...ids, registrationIds }, now)).toMatchObject({
      error: { reason: 'nation_decides' },
    })
    expect(await execute(endorse.definition, contact, { ...ids, registrationIds }, now)).toMatchObject({
      ok: true,
    })
    expect(await execute(confirm.definition, contact, { exerciseId, registrationIds }, now)).toMatchObject({
      error: { code: 'forbidden' },
    })
    expect(await execute(confirm.definition, registrar, { exerciseId, registrationIds }, now)).toMatchObject({
      ok: true,
    })
    expect(await seated(seat)).toEqual({ used: 1, rows: 1 })
  })
  it('confirms into the team given, whatever team was wanted, where that has a seat of the role', async () => {
    const { exercise, registrar, ids, role, seat, person } = await setting()
    const other = await makeTeam(exercise, { name: 'Green 2' })
    const input = {
      exerciseId: ids.exerciseId,
      registrationIds: idsOf(await person('endorsed')),
      teamId: other.id,
    }
    expect(await execute(confirm.definition, registrar, input, now)).toMatchObject({
      error: { reason: 'no_such_seat', params: { team: 'Green 2', role: 'Digital forensics' } },
    })
    const there = await factoryDb().seat.create({
      data: { exerciseId: exercise.id, teamId: other.id, roleId: role.id, most: 1 },
    })
    expect(await execute(confirm.definition, registrar, input, now)).toMatchObject({ ok: true })
    expect(await seated(there)).toEqual({ used: 1, rows: 1 })
    expect(await seated(seat)).toEqual({ used: 0, rows: 0 })
  })
  it('leaves the seat of the team that was wanted to whoever waits for it', async () => {
    const { exercise, registrar, ids, role, team, person } = await setting({ seats: 1 })
    const other = await makeTeam(exercise)
    await makeSeat(other, role, { most: 1 })
    const registrationIds = idsOf(await person('endorsed'))
    const estonia = await delegationOf(exercise, 'EST')
    await makeTeamNation(team, estonia.participation)
    const seatless = { roleId: role.id, teamId: team.id, state: 'waitlisted', waitsFor: 'seat' } as const
    const waiting = await makeRegistration(estonia.participation, seatless)
    const input = { exerciseId: ids.exerciseId, registrationIds, teamId: other.id }
    expect(await execute(confirm.definition, registrar, input, now)).toMatchObject({ ok: true })
    expect(await stateOf(waiting)).toBe('endorsed')
  })
  it('does not confirm somebody who has no team', async () => {
    const { registrar, ids, person } = await setting()
    const registrationIds = idsOf(await person('endorsed', { teamId: null }))
    const result = await execute(
      confirm.definition,
      registrar,
      { exerciseId: ids.exerciseId, registrationIds },
      now,
    )
    expect(result).toMatchObject({ error: { fields: { teamId: { reason: 'team_missing' } } } })
  })
  it('gives back the place on the waiting list, and takes one again when it confirms', async () => {
    const { quota, seat, registrar, contact, ids, person } = await setting({ places: 1 })
    const { exerciseId } = ids
    const waiting = await person('endorsed')
    const registrationIds = idsOf(waiting)
    expect(await execute(waitlist.definition, registrar, { exerciseId, registrationIds }, now)).toMatchObject(
      { ok: true },
    )
    expect(await counted(quota)).toEqual({ used: 0, rows: 0 })
    const other = await person()
    await execute(submit.definition, contact, { ...ids, registrationIds: idsOf(other) }, now)
    expect(await execute(confirm.definition, registrar, { exerciseId, registrationIds }, now)).toMatchObject({
      error: { reason: 'quota_full_of_nation', params: { scope: 'whole', nation: 'JPN', size: 1, left: 0 } },
    })
    await execute(withdraw.definition, contact, { ...ids, registrationIds: idsOf(other) }, now)
    expect(await execute(confirm.definition, registrar, { exerciseId, registrationIds }, now)).toMatchObject({
      ok: true,
    })
    expect(await counted(quota)).toEqual({ used: 1, rows: 1 })
    expect(await seated(seat)).toEqual({ used: 1, rows: 1 })
  })
  it('needs a reason to decline, keeps it for the nation and in the history, and gives back place and seat', async () => {
    const { quota, seat, registrar, ids, person } = await setting()
    const expert = await person('confirmed')
    const input = {
      exerciseId: ids.exerciseId,
      registrationIds: idsOf(expert),
      requestId: crypto.randomUUID(),
    }
    expect(await execute(decline.definition, registrar, { ...input, reason: ' ' }, now)).toMatchObject({
      error: { fields: { reason: { reason: 'required' } } },
    })
    const reason = 'Two other forensic experts come already'
    expect(await execute(decline.definition, registrar, { ...input, reason }, now)).toMatchObject({
      ok: true,
    })
    expect(await factoryDb().registration.findUniqueOrThrow({ where: { id: expert.id } })).toMatchObject({
      state: 'declined',
      stateReason: reason,
    })
    expect(await factoryDb().change.findUniqueOrThrow({ where: { id: input.requestId } })).toMatchObject({
      action: 'registration.decline',
      reason,
    })
    expect(await counted(quota)).toEqual({ used: 0, rows: 0 })
    expect(await seated(seat)).toEqual({ used: 0, rows: 0 })
  })
  it('reaches people of several delegations at once, and nobody of another exercise', async () => {
    const { exercise, registrar, ids, role, team, person } = await setting()
    const estonia = await delegationOf(exercise, 'EST')
    const elsewhere = await setting()
    const { makeRegistration } = await import('@/prisma/delegation-factories')
    const mixed = [
      await person('endorsed'),
      await makeRegistration(estonia.participation, { state: 'endorsed', roleId: role.id, teamId: team.id }),
    ]
    const { exerciseId } = ids
    const stranger = await elsewhere.person('endorsed')
    const withStranger = { exerciseId, registrationIds: idsOf(...mixed, stranger) }
    expect(await execute(confirm.definition, registrar, withStranger, now)).toMatchObject({
      error: { code: 'not_found' },
    })
    expect(await stateOf(stranger)).toBe('endorsed')
    expect(
      await execute(confirm.definition, registrar, { exerciseId, registrationIds: idsOf(...mixed) }, now),
    ).toMatchObject({
      ok: true,
    })
    expect(await counted(estonia.quota)).toEqual({ used: 1, rows: 1 })
  })
})

describe('withdrawing', () => {
  it('gives back the place and the seat, and a withdrawn person may be put up again', async () => {
    const { quota, seat, contact, ids, person } = await setting({ places: 1 })
    const registrationIds = idsOf(await person('confirmed'))
    const input = { ...ids, registrationIds, reason: 'Ill' }
    expect(await execute(withdraw.definition, contact, input, now)).toMatchObject({ ok: true })
    expect(await counted(quota)).toEqual({ used: 0, rows: 0 })
    expect(await seated(seat)).toEqual({ used: 0, rows: 0 })
    expect(await execute(withdraw.definition, contact, input, now)).toMatchObject({
      error: { reason: 'state_already' },
    })
    expect(await execute(reopen.definition, contact, { ...ids, registrationIds }, now)).toMatchObject({
      ok: true,
    })
    expect(await execute(submit.definition, contact, { ...ids, registrationIds }, now)).toMatchObject({
      ok: true,
    })
  })
  it('is no way to undo what the organisers declined', async () => {
    const { contact, registrar, ids, person } = await setting()
    const registrationIds = idsOf(await person('declined'))
    const input = { ...ids, registrationIds }
    const tried = [
      await execute(withdraw.definition, contact, input, now),
      await execute(submit.definition, contact, input, now),
      await execute(endorse.definition, contact, input, now),
    ]
    for (const result of tried) expect(result).toMatchObject({ error: { reason: 'state_not_yet' } })
    expect(await execute(reopen.definition, contact, { ...ids, registrationIds }, now)).toMatchObject({
      error: { reason: 'organiser_decides' },
    })
    expect(await execute(reopen.definition, registrar, { ...ids, registrationIds }, now)).toMatchObject({
      ok: true,
    })
  })
})

describe('who may', () => {
  it('is decided for every action and every role', async () => {
    const { exercise, contact, registrar, ids, person } = await setting()
    const expert = await person('submitted')
    const estonian = (await delegationOf(exercise, 'EST')).contact
    const actors = {
      visitor: { kind: 'visitor' } as const,
      contact,
      registrar,
      director: await staffOf(exercise, 'director'),
      planner: await staffOf(exercise, 'planner'),
      controller: await staffOf(exercise, 'controller'),
      observer: await staffOf(exercise, 'observer'),
      expert: await expertOf(expert),
      estonian,
    }
    const input = { ...ids, registrationIds: [crypto.randomUUID()], reason: 'r' }
    const ofNation = {
      submit: (actor: Actor) => execute(submit.definition, actor, input, now),
      endorse: (actor: Actor) => execute(endorse.definition, actor, input, now),
      withdraw: (actor: Actor) => execute(withdraw.definition, actor, input, now),
      reopen: (actor: Actor) => execute(reopen.definition, actor, input, now),
    }
    const ofOrganiser = {
      confirm: (actor: Actor) => execute(confirm.definition, actor, input, now),
      waitlist: (actor: Actor) => execute(waitlist.definition, actor, input, now),
      decline: (actor: Actor) => execute(decline.definition, actor, input, now),
    }
    const allowed: Record<string, string[]> = {}
    for (const [name, attempt] of Object.entries({ ...ofNation, ...ofOrganiser })) {
      for (const [role, actor] of Object.entries(actors)) {
        const result = await attempt(actor)
        if (!result.ok && result.error.code === 'not_found') allowed[name] = [...(allowed[name] ?? []), role]
        else
          expect(result).toMatchObject({
            error: { code: role === 'visitor' ? 'unauthenticated' : 'forbidden' },
          })
      }
    }
    const nation = ['contact', 'registrar', 'director']
    const organiser = ['registrar', 'director']
    expect(allowed).toEqual({
      ...Object.fromEntries(Object.keys(ofNation).map(name => [name, nation])),
      ...Object.fromEntries(Object.keys(ofOrganiser).map(name => [name, organiser])),
    })
  })
})
