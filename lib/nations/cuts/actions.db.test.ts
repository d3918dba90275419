import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { writeLetter } from '@/lib/mail-text'
import { editRegistration } from '@/lib/registrations/actions'
import { getDelegation } from '@/lib/registrations/delegation/queries'
import { tasksOf } from '@/lib/registrations/delegation/rules'
import {
  couldComeIn,
  counted,
  delegationOf,
  idsOf,
  now,
  setting,
  stateOf,
} from '@/lib/registrations/setting.fixture'
import { confirm, setBack, submit, withdraw } from '@/lib/registrations/states/actions'
import { contactOf } from '@/prisma/actors'
import { makeQuota } from '@/prisma/delegation-factories'
import { factoryDb, makeRole } from '@/prisma/factories'
import { setQuota } from '../actions'
import { cancelCut, cutQuota } from './actions'

const cutReason = 'Fewer hotel rooms than planned'

/** Japan with ten places, all taken; `cut` lowers them. */
async function full() {
  const world = await setting({ places: 10 })
  const people = await world.people(10, 'submitted')
  const cut = (size: number, more: object = {}, actor = world.registrar) =>
    execute(
      cutQuota.definition,
      actor,
      { ...world.ids, quotaId: world.quota.id, size, cutOn: '2027-12-01', cutReason, ...more },
      now,
    )
  const row = () => factoryDb().quota.findUniqueOrThrow({ where: { id: world.quota.id } })
  const leave = (...ids: string[]) =>
    execute(withdraw.definition, world.contact, { ...world.ids, registrationIds: ids }, now)
  const enter = (id: string, whenFull = 'refuse') =>
    execute(submit.definition, world.contact, { ...world.ids, registrationIds: [id], whenFull }, now)
  return { ...world, gone: people, cut, row, leave, enter }
}

const reasonOf = (result: Awaited<ReturnType<typeof execute>>) => (result.ok ? 'ok' : result.error.reason)

describe('a cut below what is taken', () => {
  it('waits for the nation, tells its contacts, and stands among what they have to do', async () => {
    const { participation, exercise, ids, contact, cut, row } = await full()
    await contactOf(participation, 'deputy_contact')
    await contactOf(participation, 'reading_contact')
    expect(await cut(7)).toMatchObject({ ok: true, data: { toGo: 3 } })
    expect(await row()).toMatchObject({ size: 10, used: 10, cutTo: 7, cutReason })
    const letters = await factoryDb().mail.findMany({ where: { exerciseId: exercise.id } })
    expect(letters.map(({ template }) => template)).toEqual(['quota_cut', 'quota_cut'])
    const [letter] = letters
    const { text } = writeLetter(
      { ...letter, template: 'quota_cut', params: letter?.params, locale: 'en', secret: null },
      'https://x.example',
    )
    expect(text).toMatch(/to 7\. .*choose 3 people .* by Wed 1 Dec 2027/s)
    const delegation = await getDelegation(contact, ids.participationId)
    if (!delegation) throw new Error('No delegation')
    expect(tasksOf(delegation)).toContainEqual(
      expect.objectContaining({ kind: 'cut', count: 3, cut: { to: 7, on: '2027-12-01', reason: cutReason } }),
    )
  })
  it('is done by itself when enough people are gone, and nobody comes in above it meanwhile', async () => {
    const { gone, person, registrar, cut, row, leave, enter, ids } = await full()
    const waiting = await person('waitlisted', { waitsFor: 'place' })
    await cut(8)
    const draft = await person('draft')
    expect(await leave(gone[0]?.id ?? '')).toMatchObject({ ok: true })
    expect(await row()).toMatchObject({ size: 10, used: 9, cutTo: 8 })
    expect(await stateOf(waiting)).toBe('waitlisted')
    expect(await enter(draft.id, 'wait')).toMatchObject({ data: { submitted: 0, waiting: 1 } })
    const confirmed = { exerciseId: ids.exerciseId, registrationIds: [waiting.id] }
    expect(await execute(confirm.definition, registrar, confirmed, now)).toMatchObject({
      error: { reason: 'quota_is_cut', params: { size: 8, used: 9, nation: 'JPN' } },
    })
    expect(await leave(gone[1]?.id ?? '')).toMatchObject({ ok: true })
    expect(await row()).toMatchObject({ size: 8, used: 8, cutTo: null, cutOn: null, cutReason: null })
    expect(await stateOf(waiting)).toBe('waitlisted')
    expect(await leave(gone[2]?.id ?? '')).toMatchObject({ ok: true })
    expect(await stateOf(waiting)).toBe('submitted')
  })
  it('says so to whoever submits, with its numbers', async () => {
    const { gone, person, cut, leave, enter } = await full()
    await cut(8)
    await leave(gone[0]?.id ?? '')
    expect(await enter((await person('draft')).id)).toMatchObject({
      error: { reason: 'quota_is_cut', params: { size: 8, used: 9, nation: 'none' } },
    })
  })
  it('lets the nation set people back in line, and lets in whoever stood there before where there is room', async () => {
    const { gone, ids, contact, registrar, cut, row } = await full()
    await cut(8)
    const back = (registrationIds: string[], actor = contact) =>
      execute(setBack.definition, actor, { ...ids, registrationIds }, now)
    expect(await back(idsOf(...gone.slice(0, 1)))).toMatchObject({ ok: true })
    expect(await stateOf(gone[0] ?? { id: '' })).toBe('waitlisted')
    expect(await row()).toMatchObject({ size: 10, used: 9, cutTo: 8 })
    // Two where one would do: the longest waiting is in again.
    expect(await back(idsOf(...gone.slice(1, 3)), registrar)).toMatchObject({ ok: true })
    expect(await row()).toMatchObject({ size: 8, used: 8, cutTo: null })
    expect(await couldComeIn(ids)).toEqual([])
    expect(await back(idsOf(...gone.slice(4, 5)))).toMatchObject({ error: { reason: 'no_cut_concerns' } })
  })
  it('sets nobody back whom another role’s cut does not concern', async () => {
    const { exercise, participation, registrar, gone, ids, contact } = await full()
    const legal = await makeRole(exercise, { name: 'Legal adviser' })
    const ofRole = await makeQuota(participation, { roleId: legal.id, size: 5, used: 0 })
    await factoryDb().quota.update({ where: { id: ofRole.id }, data: { used: 3 } })
    const input = { ...ids, quotaId: ofRole.id, size: 2, cutOn: '2027-12-01', cutReason }
    expect(await execute(cutQuota.definition, registrar, input, now)).toMatchObject({ data: { toGo: 1 } })
    expect(
      await execute(setBack.definition, contact, { ...ids, registrationIds: [gone[0]?.id] }, now),
    ).toMatchObject({ error: { reason: 'no_cut_concerns', params: { count: 1 } } })
  })
  it('is done at once where nobody has to go', async () => {
    const { exercise, gone, cut, row, leave } = await full()
    await leave(...idsOf(...gone.slice(0, 4)))
    expect(await cut(8)).toMatchObject({ data: { toGo: 0 } })
    expect(await row()).toMatchObject({ size: 8, used: 6, cutTo: null })
    expect(await factoryDb().mail.count({ where: { exerciseId: exercise.id, template: 'quota_cut' } })).toBe(
      0,
    )
  })
  it('can be changed, taken back, and ended by a size that holds everybody', async () => {
    const { exercise, ids, registrar, quota, cut, row, person, gone, leave } = await full()
    const waiting = await person('waitlisted', { waitsFor: 'place' })
    await cut(7)
    await cut(6)
    expect(await row()).toMatchObject({ cutTo: 6 })
    await leave(gone[0]?.id ?? '')
    const cancel = () => execute(cancelCut.definition, registrar, { ...ids, quotaId: quota.id }, now)
    expect(await cancel()).toMatchObject({ data: { cameIn: 1 } })
    expect([await stateOf(waiting), (await row()).cutTo]).toEqual(['submitted', null])
    expect(await cancel()).toMatchObject({ error: { reason: 'no_cut_pending' } })
    const templates = (await factoryDb().mail.findMany({ where: { exerciseId: exercise.id } })).map(
      ({ template }) => template,
    )
    expect(templates.filter(name => name === 'quota_cut_cancelled')).toHaveLength(1)
    await cut(6)
    const whole = { ...ids, roleId: null, siteId: null }
    expect(await execute(setQuota.definition, registrar, { ...whole, size: 8 }, now)).toMatchObject({
      error: { reason: 'quota_below_used', params: { used: 10, by: 2 } },
    })
    expect(await execute(setQuota.definition, registrar, { ...whole, size: 12 }, now)).toMatchObject({
      ok: true,
    })
    expect(await row()).toMatchObject({ size: 12, cutTo: null })
  })
  it('refuses what is no cut, a day that is over, and whoever may not', async () => {
    const { exercise, contact, cut } = await full()
    expect(await cut(10)).toMatchObject({ error: { fields: { size: { reason: 'cut_is_no_cut' } } } })
    expect(await cut(7, { cutOn: '2026-01-01' })).toMatchObject({
      error: { fields: { cutOn: { reason: 'cut_in_the_past' } } },
    })
    expect(await cut(7, { cutReason: ' ' })).toMatchObject({ error: { code: 'invalid' } })
    expect(await cut(7, {}, contact)).toMatchObject({ error: { code: 'forbidden' } })
    const estonia = await delegationOf(exercise, 'EST')
    expect(await cut(7, { participationId: estonia.participation.id })).toMatchObject({
      error: { code: 'not_found' },
    })
  })
  it('counts a change of role as leaving one place and taking another', async () => {
    const { exercise, participation, registrar, role, ids, contact, row } = await full()
    const legal = await makeRole(exercise, { name: 'Legal adviser' })
    const ofRole = await makeQuota(participation, { roleId: role.id, size: 12 })
    await factoryDb().quota.update({ where: { id: ofRole.id }, data: { used: 10 } })
    const input = { ...ids, quotaId: ofRole.id, size: 9, cutOn: '2027-12-01', cutReason }
    expect(await execute(cutQuota.definition, registrar, input, now)).toMatchObject({ data: { toGo: 1 } })
    const one = await factoryDb().registration.findFirstOrThrow({
      where: { ...ids, state: 'submitted' },
      include: { person: true },
    })
    const { email, givenName, familyName, nativeName, presence, homeTimeZone, languages, version } = one
    const edit = {
      ...{ ...ids, registrationId: one.id, version, email, givenName, familyName, nativeName, presence },
      ...{ homeTimeZone, languages, companyId: '', teamId: one.teamId, siteId: '', clearanceUntilOn: '' },
      ...{ homeNation: 'JPN', roleId: legal.id },
    }
    expect(await execute(editRegistration.definition, contact, edit, now)).toMatchObject({ ok: true })
    expect(await factoryDb().quota.findUniqueOrThrow({ where: { id: ofRole.id } })).toMatchObject({
      ...{ size: 9, used: 9, cutTo: null },
    })
    expect(await row()).toMatchObject({ size: 10, used: 10, cutTo: null })
  })
})

it('a cut amid a rush is never passed: whoever is in is in before it, and it ends exactly when enough are gone', async () => {
  for (let round = 0; round < 4; round++) {
    const { ids, contact, quota, people, row, cut } = await (async () => {
      const world = await setting({ places: 30 })
      await world.people(15, 'submitted')
      return {
        ...world,
        row: () => factoryDb().quota.findUniqueOrThrow({ where: { id: world.quota.id } }),
        cut: (size: number) =>
          execute(
            cutQuota.definition,
            world.registrar,
            { ...world.ids, quotaId: world.quota.id, size, cutOn: '2027-12-01', cutReason },
            now,
          ),
      }
    })()
    const drafts = await people(20)
    const rush = drafts.map(({ id }) =>
      execute(submit.definition, contact, { ...ids, registrationIds: [id], whenFull: 'wait' }, now),
    )
    const begun = await cut(12)
    expect(reasonOf(begun)).toBe('ok')
    const atCut = await row()
    const results = await Promise.all(rush)
    expect(results.filter(result => !result.ok)).toEqual([])
    const pending = await row()
    expect(pending.cutTo).toBe(12)
    expect(pending.used).toBe(atCut.used)
    expect(await counted(quota)).toEqual({ used: pending.used, rows: pending.used })
    const inside = await factoryDb().registration.findMany({ where: { ...ids, state: 'submitted' } })
    const leaving = inside.slice(0, pending.used - 12)
    const left = await Promise.all(
      leaving.map(({ id }) => execute(withdraw.definition, contact, { ...ids, registrationIds: [id] }, now)),
    )
    expect(left.filter(result => !result.ok)).toEqual([])
    expect(await row()).toMatchObject({ size: 12, used: 12, cutTo: null })
    expect(await counted(quota)).toEqual({ used: 12, rows: 12 })
    expect(await couldComeIn(ids)).toEqual([])
  }
})
