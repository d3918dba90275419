import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { cloneExercise } from '@/lib/editions/actions'
import { instantOf } from '@/lib/time'
import { contactOf, programmeStaffOf, staffOf } from '@/prisma/actors'
import { makeParticipation } from '@/prisma/delegation-factories'
import { factoryDb, makeActivity, makeExercise, nextNumber } from '@/prisma/factories'
import { addAgendaItem, editAgendaItem, removeAgendaItem } from './actions'
import { listAgenda } from './queries'

const now = Date.UTC(2026, 10, 22)
const reasonOf = (result: Awaited<ReturnType<typeof execute>>) => (result.ok ? 'ok' : result.error.reason)

async function setting() {
  const exercise = await makeExercise()
  const planner = await staffOf(exercise, 'planner')
  const activity = await makeActivity(exercise, { kind: 'conference', audience: 'nations' })
  const owner = { exerciseId: exercise.id, activityId: activity.id }
  const frame = { startexAt: instantOf(exercise.startexAt), timeZone: exercise.timeZone }
  const add = (given: object = {}) =>
    execute(
      addAgendaItem.definition,
      planner,
      { ...owner, title: 'Opening', start: 'D-7 09:00', duration: '45m', ...given },
      now,
    )
  const agenda = () => listAgenda(planner, owner, frame)
  return { exercise, planner, activity, owner, frame, add, agenda }
}

describe('A programme', () => {
  it('stands in the order of time, whatever it was written in', async () => {
    const { add, agenda } = await setting()
    await add({ title: 'Storylines', start: 'D-7 11:00' })
    await add({ title: 'Opening', start: 'D-7 09:00' })
    await add({ title: 'Greeting from afar', start: '2027-04-06 10:00 Europe/Tallinn', duration: '' })
    const items = await agenda()
    expect(items.map(({ title }) => title)).toEqual(['Opening', 'Greeting from afar', 'Storylines'])
    expect(items.map(({ typed }) => typed.duration)).toEqual(['45\u00a0min', '', '45\u00a0min'])
  })

  it('wants a time of day, and what it does not understand it refuses beside the field', async () => {
    const { add, agenda } = await setting()
    expect(await add({ start: 'D-7' })).toMatchObject({
      error: { fields: { start: { reason: 'time_of_day_needed' } } },
    })
    expect(await add({ start: 'some time' })).toMatchObject({ error: { fields: { start: {} } } })
    expect(await add({ duration: 'long' })).toMatchObject({ error: { fields: { duration: {} } } })
    expect(await add({ link: 'javascript:alert(1)' })).toMatchObject({
      error: { fields: { link: { reason: 'not_a_link' } } },
    })
    expect(await agenda()).toEqual([])
  })

  it('lets two planners edit one point, and shows the second where both changed the same', async () => {
    const { planner, owner, add, agenda } = await setting()
    await add()
    const [item] = await agenda()
    const edit = (given: object) =>
      execute(
        editAgendaItem.definition,
        planner,
        {
          ...owner,
          itemId: item?.id,
          version: 1,
          title: 'Opening',
          start: 'D-7 09:00',
          duration: '45m',
          ...given,
        },
        now,
      )
    expect(reasonOf(await edit({ speaker: 'Kalev' }))).toBe('ok')
    expect(reasonOf(await edit({ start: 'D-7 08:30' }))).toBe('ok')
    expect(await edit({ start: 'D-7 08:00' })).toMatchObject({
      error: { conflicts: [{ field: 'start', theirs: 'D-7 08:30' }] },
    })
    expect((await agenda())[0]).toMatchObject({ speaker: 'Kalev', typed: { start: 'D-7 08:30' } })
  })

  it('is the planners’ to write, and read by those for whom the activity is', async () => {
    const { exercise, owner, frame, add, agenda } = await setting()
    await add()
    const contact = await contactOf(await makeParticipation(exercise))
    const write = { ...owner, title: 'Ours', start: 'D-7 09:00' }
    expect(reasonOf(await execute(addAgendaItem.definition, contact, write, now))).toBe('not_yours')
    expect((await listAgenda(contact, owner, frame)).length).toBe(1)
    await factoryDb().activity.update({ where: { id: owner.activityId }, data: { audience: 'staff' } })
    expect(await listAgenda(contact, owner, frame)).toEqual([])
    expect((await agenda()).length).toBe(1)
  })

  it('is not found from another exercise or another activity', async () => {
    const { exercise, planner, owner, add, agenda } = await setting()
    await add()
    const [item] = await agenda()
    const far = await makeExercise()
    const stranger = await staffOf(far, 'planner')
    const other = await makeActivity(exercise)
    const take = (actor: typeof planner, where: object) =>
      execute(removeAgendaItem.definition, actor, { ...owner, itemId: item?.id, ...where }, now)
    expect(reasonOf(await take(stranger, { exerciseId: far.id }))).toBe('not_found')
    expect(reasonOf(await take(planner, { activityId: other.id }))).toBe('not_found')
    const lost = { ...owner, exerciseId: far.id, title: 'Theirs', start: 'D-7 09:00' }
    expect(reasonOf(await execute(addAgendaItem.definition, stranger, lost, now))).toBe('not_found')
    expect(reasonOf(await take(planner, {}))).toBe('ok')
    expect(await agenda()).toEqual([])
  })

  it('is taken over by the next edition, with the sign-up and nobody in it', async () => {
    const { exercise, owner, add } = await setting()
    await add()
    await factoryDb().leg.create({
      data: { ...owner, toPlace: 'Tallinn', startAnchor: 'ttime', startOffset: -86_400 },
    })
    await factoryDb().signUp.create({
      data: {
        id: owner.activityId,
        exerciseId: exercise.id,
        nationPlaces: 2,
        closesAnchor: 'ttime',
        closesOffset: -9,
      },
    })
    const places = {
      ...owner,
      programmeId: exercise.programmeId,
      presence: 'on_site' as const,
      size: 4,
      used: 3,
    }
    await factoryDb().activityPlaces.create({ data: places })
    const director = await programmeStaffOf({ id: exercise.programmeId }, 'director')
    const form = {
      programmeId: exercise.programmeId,
      fromId: exercise.id,
      code: `NX${nextNumber()}`,
      name: 'Next',
    }
    const made = await execute(
      cloneExercise.definition,
      director,
      { ...form, startex: '2028-04-11 09:00' },
      now,
    )
    expect(reasonOf(made)).toBe('ok')
    const next = await factoryDb().exercise.findUniqueOrThrow({
      where: { code: form.code },
      include: { agendaItems: true, legs: true, signUps: true, places: true },
    })
    expect(next.agendaItems).toMatchObject([{ title: 'Opening', startDay: -7, version: 1 }])
    expect(next.legs).toMatchObject([{ toPlace: 'Tallinn', startOffset: -86_400 }])
    expect(next.signUps).toMatchObject([{ nationPlaces: 2, closesOffset: -9 }])
    expect(next.places).toMatchObject([{ presence: 'on_site', size: 4, used: 0 }])
    expect(next.signUps[0]?.id).toBe(next.agendaItems[0]?.activityId)
  })
})
