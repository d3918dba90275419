import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { DAY, MINUTE } from '@/lib/time-calendar'
import { staffOf } from '@/prisma/actors'
import { makePartner } from '@/prisma/delegation-factories'
import { makeProgramme } from '@/prisma/factories'
import { attend, cancelAny, signUpPartner, switchPresence } from './actions'
import { audit, course, guest, nationAt, now, peopleAt, signUpOne, sound } from './course.fixture'

const reasonOf = (result: Awaited<ReturnType<typeof execute>>) => (result.ok ? 'ok' : result.error.reason)
/** Winter time: 09:00 in Tallinn. */
const startOf = now + 10 * DAY + 60 * MINUTE

async function idOf(setting: Awaited<ReturnType<typeof course>>, email: string): Promise<string> {
  const found = (await peopleAt(setting)).find(row => row.email === email)
  return found?.id ?? ''
}

describe('The organisers', () => {
  it('sign up people of a partner that is not in the exercise, and its places are counted', async () => {
    const setting = await course({ nationPlaces: 1 })
    const partner = await makePartner({ id: setting.exercise.programmeId }, { code: 'UKR', name: 'Ukraine' })
    const asked = { ...setting.owner, partnerId: partner.id }
    const one = await execute(signUpPartner.definition, setting.planner, { ...asked, ...guest() }, now)
    const two = await execute(signUpPartner.definition, setting.planner, { ...asked, ...guest() }, now)
    expect([one, two]).toMatchObject([{ data: { signedUp: 1 } }, { data: { waiting: 1 } }])
    expect((await peopleAt(setting))[0]).toMatchObject({ partnerId: partner.id, participationId: null })
    expect(await audit(setting)).toEqual(sound)
  })

  it('have to say where an organisation’s person is at home, and find no partner of another programme', async () => {
    const setting = await course()
    const { programmeId } = setting.exercise
    const nato = await makePartner({ id: programmeId }, { kind: 'organisation', code: 'NATO', name: 'NATO' })
    const far = await makePartner(await makeProgramme(), { code: 'FRA', name: 'France' })
    const ask = (partnerId: string, more: object = {}) =>
      execute(
        signUpPartner.definition,
        setting.planner,
        { ...setting.owner, partnerId, ...guest(), ...more },
        now,
      )
    expect(await ask(nato.id)).toMatchObject({ error: { fields: { homeNation: { reason: 'required' } } } })
    expect(reasonOf(await ask(nato.id, { homeNation: 'BEL' }))).toBe('ok')
    expect(reasonOf(await ask(far.id))).toBe('not_found')
  })

  it('may still add somebody late, with a reason that stays', async () => {
    const setting = await course({ closes: 'D-55' })
    const japan = await nationAt(setting, 'JPN')
    const late = now + 6 * DAY
    const without = await signUpOne(setting.planner, japan.ids, {}, late)
    expect(without).toMatchObject({
      error: { fields: { lateReason: { reason: 'sign_up_reason_required' } } },
    })
    const lateReason = 'The colonel changed his mind'
    expect(reasonOf(await signUpOne(setting.planner, japan.ids, { lateReason }, late))).toBe('ok')
    expect((await peopleAt(setting))[0]?.lateReason).toBe(lateReason)
  })

  it('tick people off, take the tick back, and not somebody who waits', async () => {
    const setting = await course({ onSitePlaces: 1 })
    const japan = await nationAt(setting, 'JPN')
    await signUpOne(japan.contact, japan.ids, { email: 'a@example.org' })
    await signUpOne(japan.contact, japan.ids, { email: 'b@example.org' })
    const [here, waits] = [await idOf(setting, 'a@example.org'), await idOf(setting, 'b@example.org')]
    const tick = (ids: string[], attended: boolean, actor = setting.planner) =>
      execute(attend.definition, actor, { ...setting.owner, attendanceIds: ids, attended }, startOf)
    expect(reasonOf(await tick([here], true))).toBe('ok')
    expect((await peopleAt(setting))[0]?.attendedAt?.getTime()).toBe(startOf)
    expect(reasonOf(await tick([waits], true))).toBe('attends_without_place')
    expect(reasonOf(await tick([here], false))).toBe('ok')
    expect((await peopleAt(setting))[0]?.attendedAt).toBeNull()
    expect(reasonOf(await tick([here], true, japan.contact))).toBe('not_yours')
    const observer = await staffOf(setting.exercise, 'observer')
    expect(reasonOf(await tick([here], true, observer))).toBe('not_yours')
  })

  it('move somebody from the hall to the screen, and who waited for the hall comes in', async () => {
    const setting = await course({ onSitePlaces: 1 })
    const japan = await nationAt(setting, 'JPN')
    await signUpOne(japan.contact, japan.ids, { email: 'a@example.org' })
    await signUpOne(japan.contact, japan.ids, { email: 'b@example.org' })
    const attendanceIds = [await idOf(setting, 'a@example.org')]
    const moved = await execute(
      switchPresence.definition,
      setting.planner,
      { ...setting.owner, attendanceIds, presence: 'remote' },
      now,
    )
    expect(moved).toMatchObject({ data: { signedUp: 1, waiting: 0 } })
    expect((await peopleAt(setting)).map(({ state, presence }) => `${presence} ${state}`).sort()).toEqual([
      'on_site signed_up',
      'remote signed_up',
    ])
    expect(await audit(setting)).toEqual(sound)
  })

  it('cancel for anybody of their exercise, and for nobody of another', async () => {
    const setting = await course()
    const japan = await nationAt(setting, 'JPN')
    await signUpOne(japan.contact, japan.ids, { email: 'a@example.org' })
    const attendanceIds = [await idOf(setting, 'a@example.org')]
    const far = await course()
    const lost = await execute(cancelAny.definition, far.planner, { ...far.owner, attendanceIds }, now)
    expect(reasonOf(lost)).toBe('not_found')
    const done = await execute(
      cancelAny.definition,
      setting.planner,
      { ...setting.owner, attendanceIds },
      now,
    )
    expect(reasonOf(done)).toBe('ok')
    const again = await execute(
      cancelAny.definition,
      setting.planner,
      { ...setting.owner, attendanceIds },
      now,
    )
    expect(reasonOf(again)).toBe('cancelled_already')
  })
})
