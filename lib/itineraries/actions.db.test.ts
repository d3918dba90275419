import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { course, nationAt, now, signUpOne } from '@/lib/attendance/course.fixture'
import { slipStartex } from '@/lib/moves/moving.fixture'
import { instantOf } from '@/lib/time'
import { DAY } from '@/lib/time-calendar'
import { actorWithoutRole, expertOf, staffOf } from '@/prisma/actors'
import { makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb } from '@/prisma/factories'
import { addLeg, editLeg, removeLeg } from './actions'
import { listLegs } from './queries'

const reasonOf = (result: Awaited<ReturnType<typeof execute>>) => (result.ok ? 'ok' : result.error.reason)

async function setting() {
  const visit = await course()
  const { exercise, owner, planner } = visit
  const frame = { startexAt: instantOf(exercise.startexAt), timeZone: exercise.timeZone }
  const add = (given: object = {}) =>
    execute(
      addLeg.definition,
      planner,
      {
        ...owner,
        fromPlace: 'Tokyo',
        toPlace: 'Tallinn',
        start: 'D-51 11:00 Asia/Tokyo',
        duration: '14h',
        ...given,
      },
      now,
    )
  return { visit, frame, add, legs: () => listLegs(planner, owner, frame) }
}

describe('An itinerary', () => {
  it('stands in the order of time, each leg in the zone where it is meant', async () => {
    const { add, legs } = await setting()
    await add({
      fromPlace: '',
      toPlace: 'Old Arsenal',
      start: 'D-50 09:00',
      hosts: 'Lt Col Kask',
      duration: '2h',
    })
    await add()
    const found = (await legs()) ?? []
    expect(found.map(({ toPlace, typed }) => `${toPlace} ${typed.start}`)).toEqual([
      'Tallinn D-51 11:00 Asia/Tokyo',
      'Old Arsenal D-50 09:00',
    ])
  })

  it('is seen by staff, by who goes and by who sends them, and by nobody else', async () => {
    const { visit, frame, add } = await setting()
    await add()
    const { exercise, owner } = visit
    const [japan, estonia] = [await nationAt(visit, 'JPN'), await nationAt(visit, 'EST')]
    const registration = await makeRegistration(japan.participation, { state: 'confirmed' })
    const expert = await expertOf(registration)
    const sees = async (actor: typeof expert) => (await listLegs(actor, owner, frame))?.length ?? null
    expect([await sees(japan.contact), await sees(expert)]).toEqual([null, null])
    await signUpOne(japan.contact, japan.ids, { email: registration.email })
    expect([await sees(japan.contact), await sees(expert)]).toEqual([1, 1])
    expect([await sees(estonia.contact), await sees(await actorWithoutRole())]).toEqual([null, null])
    expect(await sees(await staffOf(exercise, 'observer'))).toBeNull()
    expect(await sees(await staffOf(exercise, 'controller'))).toBe(1)
  })

  it('is the planners’ to write, and not found from another exercise', async () => {
    const { visit, add, legs } = await setting()
    await add()
    const [leg] = (await legs()) ?? []
    const japan = await nationAt(visit, 'JPN')
    const ask = { ...visit.owner, legId: leg?.id }
    expect(reasonOf(await execute(removeLeg.definition, japan.contact, ask, now))).toBe('not_yours')
    const far = await course()
    const lost = { ...ask, ...far.owner }
    expect(reasonOf(await execute(removeLeg.definition, far.planner, lost, now))).toBe('not_found')
    const edit = { ...ask, version: 1, toPlace: 'Riga', start: 'D-51 12:00', duration: '' }
    expect(reasonOf(await execute(editLeg.definition, far.planner, { ...edit, ...far.owner }, now))).toBe(
      'not_found',
    )
    expect(reasonOf(await execute(editLeg.definition, visit.planner, edit, now))).toBe('ok')
    expect((await legs())?.[0]).toMatchObject({ toPlace: 'Riga', endAt: null })
    expect(reasonOf(await execute(removeLeg.definition, visit.planner, ask, now))).toBe('ok')
  })

  it('and a sign-up that are past are kept where they were when STARTEX moves', async () => {
    const { visit, add } = await setting()
    await add()
    const { exercise, owner } = visit
    await factoryDb().signUp.update({
      where: { id: owner.activityId },
      data: { closesAnchor: 'dday', closesDay: -55, closesMinute: 600, closesTimeZone: 'Europe/Tallinn' },
    })
    const director = await staffOf(exercise, 'director')
    const slipped = await slipStartex(director, exercise.id, '2027-05-11 09:00', now + 20 * DAY)
    expect(reasonOf(slipped)).toBe('ok')
    const leg = await factoryDb().leg.findFirstOrThrow({ where: owner })
    expect(leg).toMatchObject({ startAnchor: 'fixed', startTimeZone: 'Asia/Tokyo' })
    expect(leg.startAt?.toISOString()).toBe('2027-02-21T02:00:00.000Z')
    const signUp = await factoryDb().signUp.findUniqueOrThrow({ where: { id: owner.activityId } })
    expect(signUp).toMatchObject({ closesAnchor: 'fixed', closesDay: null })
  })
})
