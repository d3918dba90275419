import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { makeQuota } from '@/prisma/delegation-factories'
import { factoryDb, makeActivity, makeRole, makeSite } from '@/prisma/factories'
import { counted, delegationOf, idsOf, now, setting, stateOf } from '../setting.fixture'
import { submit } from './actions'

describe('submitting', () => {
  it('takes a place of the whole delegation, of the role and of the site', async () => {
    const { exercise, participation, quota, contact, ids, role, person } = await setting()
    const site = await makeSite(exercise)
    const ofRole = await makeQuota(participation, { roleId: role.id, size: 2 })
    const ofSite = await makeQuota(participation, { siteId: site.id, size: 2 })
    const expert = await person('draft', { siteId: site.id })
    const result = await execute(submit.definition, contact, { ...ids, registrationIds: idsOf(expert) }, now)
    expect(result).toEqual({ ok: true, data: { submitted: 1, waiting: 0 } })
    expect(await factoryDb().registration.findUniqueOrThrow({ where: { id: expert.id } })).toMatchObject({
      state: 'submitted',
      submittedAt: new Date(now),
      stateAt: new Date(now),
    })
    for (const row of [quota, ofRole, ofSite]) expect(await counted(row)).toEqual({ used: 1, rows: 1 })
  })
  it('of several is done for all of them or for none, and says how many fit and where', async () => {
    const { participation, quota, contact, ids, role, people } = await setting()
    const ofRole = await makeQuota(participation, { roleId: role.id, size: 2 })
    const drafts = await people(3)
    const result = await execute(
      submit.definition,
      contact,
      { ...ids, registrationIds: idsOf(...drafts) },
      now,
    )
    expect(result).toMatchObject({
      ok: false,
      error: {
        code: 'refused',
        reason: 'quota_full',
        params: {
          scope: 'role',
          name: 'Digital forensics',
          size: 2,
          used: 0,
          left: 2,
          wanted: 3,
        },
      },
    })
    for (const row of [quota, ofRole]) expect(await counted(row)).toEqual({ used: 0, rows: 0 })
  })
  it('is refused for a delegation that has no places yet', async () => {
    const { quota, contact, ids, person } = await setting()
    await factoryDb().quota.delete({ where: { id: quota.id } })
    const result = await execute(
      submit.definition,
      contact,
      { ...ids, registrationIds: idsOf(await person()) },
      now,
    )
    expect(result).toMatchObject({ error: { reason: 'quota_not_set' } })
  })
  it('leaves another delegation alone, whatever a script sends', async () => {
    const { exercise, contact, person, ids } = await setting()
    const estonia = await delegationOf(exercise, 'EST')
    const expert = await person()
    const asEstonia = { ...estonia.ids, registrationIds: idsOf(expert) }
    expect(await execute(submit.definition, contact, asEstonia, now)).toMatchObject({
      error: { code: 'forbidden' },
    })
    expect(await execute(submit.definition, estonia.contact, asEstonia, now)).toMatchObject({
      error: { code: 'not_found' },
    })
    expect(
      await execute(submit.definition, estonia.contact, { ...ids, registrationIds: idsOf(expert) }, now),
    ).toMatchObject({
      error: { code: 'forbidden' },
    })
    expect(await stateOf(expert)).toBe('draft')
  })
  it('has to wait until the window opens, and ends as it closes', async () => {
    const { exercise, contact, registrar, ids, person } = await setting()
    const gate = (name: 'registration_opens' | 'registration_closes', at: number) =>
      makeActivity(exercise, { gate: name, start: { anchor: 'fixed', at, timeZone: 'Europe/Tallinn' } })
    await gate('registration_opens', now)
    await gate('registration_closes', now + 1000)
    const attempt = (actor: typeof contact, at: number, more: object, registrationIds: string[]) =>
      execute(submit.definition, actor, { ...ids, registrationIds, ...more }, at)
    const [one, two, three] = [await person(), await person(), await person()]
    expect(await attempt(contact, now - 1, {}, idsOf(one))).toMatchObject({
      error: { reason: 'registration_not_open' },
    })
    expect(await attempt(contact, now, {}, idsOf(one))).toMatchObject({ ok: true })
    expect(await attempt(contact, now + 1000, {}, idsOf(two))).toMatchObject({
      error: { reason: 'registration_closed' },
    })
    expect(await attempt(registrar, now + 1000, {}, idsOf(two))).toMatchObject({
      error: { fields: { lateReason: { reason: 'late_reason_required' } } },
    })
    await factoryDb().exercise.update({ where: { id: exercise.id }, data: { lateRegistration: true } })
    expect(await attempt(contact, now + 1000, {}, idsOf(two))).toMatchObject({
      error: { reason: 'late_reason_required' },
    })
    expect(await attempt(contact, now + 1000, { lateReason: 'Posted yesterday' }, idsOf(two))).toMatchObject({
      ok: true,
    })
    const late = await factoryDb().registration.findUniqueOrThrow({ where: { id: two.id } })
    expect(late.lateReason).toBe('Posted yesterday')
    const own = {
      exerciseId: exercise.id,
      participationId: ids.participationId,
      gate: 'registration_closes' as const,
    }
    await factoryDb().participationGate.create({
      data: { ...own, startAnchor: 'fixed', startAt: new Date(now + 5000), startTimeZone: 'Asia/Tokyo' },
    })
    expect(await attempt(contact, now + 1000, {}, idsOf(three))).toMatchObject({ ok: true })
  })
  it('of somebody already submitted is refused, and takes no second place', async () => {
    const { quota, contact, ids, person } = await setting()
    const input = { ...ids, registrationIds: idsOf(await person('submitted')) }
    expect(await execute(submit.definition, contact, input, now)).toMatchObject({
      error: { reason: 'state_already' },
    })
    expect(await counted(quota)).toEqual({ used: 1, rows: 1 })
  })
  it('repeated with the same request has one effect', async () => {
    const { quota, contact, ids, person } = await setting()
    const input = { ...ids, registrationIds: idsOf(await person()), requestId: crypto.randomUUID() }
    const results = await Promise.all([1, 2, 3].map(() => execute(submit.definition, contact, input, now)))
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(await counted(quota)).toEqual({ used: 1, rows: 1 })
  })
  it('takes no place of a role that is not its own', async () => {
    const { exercise, participation, contact, ids, role, person } = await setting()
    const ofRole = await makeQuota(participation, { roleId: role.id, size: 0 })
    const other = await makeRole(exercise)
    const expert = await person('draft', { roleId: other.id })
    expect(
      await execute(submit.definition, contact, { ...ids, registrationIds: idsOf(expert) }, now),
    ).toMatchObject({
      ok: true,
    })
    expect(await counted(ofRole)).toEqual({ used: 0, rows: 0 })
  })
})
