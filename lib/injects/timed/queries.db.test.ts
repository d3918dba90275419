import { expect, it } from 'vitest'
import { dateOf, instantOf, resolveMoment } from '@/lib/time'
import { contactOf, expertOf, staffOf } from '@/prisma/actors'
import { makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeTeam } from '@/prisma/factories'
import { makeInject } from '@/prisma/scenario-factories'
import { msel } from '../setting.fixture'
import { listTimedInjects } from './queries'

const HOUR = 3_600_000

async function waiting() {
  const setting = await msel()
  const { exercise, owner, add } = setting
  const frame = { startexAt: instantOf(exercise.startexAt), timeZone: exercise.timeZone }
  const first = await add({ start: 'T+1h', title: 'First', duration: '30m' })
  const second = await add({ title: 'Second' })
  const third = await add({ title: 'Third' })
  const alone = await add({ title: 'Contingency' })
  const gate = await factoryDb().logicGate.create({
    data: { ...owner, number: 1, kind: 'all', name: 'Both' },
  })
  const wait = { ...owner, condition: 'released' as const }
  await factoryDb().wait.createMany({
    data: [
      { ...wait, injectId: second.id, afterInjectId: first.id, delaySeconds: 3600 },
      { ...wait, gateId: gate.id, afterInjectId: second.id, delaySeconds: 0 },
      { ...wait, injectId: third.id, afterGateId: gate.id, delaySeconds: 60 },
    ],
  })
  return { ...setting, frame, first, second, third, alone }
}

it('stands where its own moment or its waits put it, and a contingency nowhere', async () => {
  const { planner, exercise, frame, first, second, third } = await waiting()
  const found = await listTimedInjects(planner, exercise.id, frame)
  const at = (id: string) => {
    const one = found?.injects.find(inject => inject.id === id)
    return (
      one && {
        after: one.startAt - frame.startexAt,
        pinned: one.pinned,
        length: one.endAt && one.endAt - one.startAt,
      }
    )
  }
  expect(at(first.id)).toEqual({ after: HOUR, pinned: true, length: HOUR / 2 })
  expect(at(second.id)).toEqual({ after: 2 * HOUR, pinned: false, length: null })
  expect(at(third.id)).toEqual({ after: 2 * HOUR + 60_000, pinned: false, length: null })
  expect(found?.injects).toHaveLength(3)
  expect(found?.storylines).toMatchObject([{ number: 3 }])
})

it('stands where it was typed, however that was, with all for whom it is', async () => {
  const { planner, exercise, owner, add } = await msel()
  const frame = { startexAt: instantOf(exercise.startexAt), timeZone: exercise.timeZone }
  const at = instantOf(exercise.startexAt) + HOUR
  const fixed = await makeInject(exercise, {
    ...{ startAnchor: 'fixed', startAt: dateOf(at), startTimeZone: 'Asia/Tokyo', title: 'Fixed' },
  })
  const planned = await add({ start: 'D+1 09:30', title: 'Planned' })
  const teams = [await makeTeam(exercise), await makeTeam(exercise)]
  const to = teams.map((team, n) => ({
    ...{ ...owner, injectId: fixed.id, side: 'to' as const, position: 2 - n, teamId: team.id },
  }))
  await factoryDb().injectParty.createMany({ data: to })
  const found = await listTimedInjects(planner, exercise.id, frame)
  const one = (id: string) => found?.injects.find(inject => inject.id === id)
  expect(one(fixed.id)).toMatchObject({
    ...{ title: 'Fixed', startAt: at, pinned: true },
    to: { teamIds: teams.map(({ id }) => id).reverse() },
  })
  const { at: wanted } = resolveMoment(
    { anchor: 'dday', day: 1, minute: 570, timeZone: exercise.timeZone },
    frame,
  )
  expect(one(planned.id)).toMatchObject({ startAt: wanted, to: { teamIds: [] } })
})

it('is linked through gates to what it waits for', async () => {
  const { planner, exercise, frame, first, second, third } = await waiting()
  const { links = [] } = (await listTimedInjects(planner, exercise.id, frame)) ?? {}
  expect(links).toHaveLength(2)
  expect(links).toContainEqual({ id: second.id, after: first.id })
  expect(links).toContainEqual({ id: third.id, after: second.id })
})

it('comes with all that hangs on it where it changed, and nothing else', async () => {
  const { planner, exercise, frame, second, third, alone, first } = await waiting()
  const found = await listTimedInjects(planner, exercise.id, frame, [second.id, alone.id])
  expect(found?.injects.map(({ id }) => id).sort()).toEqual([second.id, third.id].sort())
  expect(found?.links).toContainEqual({ id: second.id, after: first.id })
  expect(found?.without).toEqual([alone.id])
})

it('keeps the right time for a controller who does not see what it waits for, and says nothing of that', async () => {
  const { planner, exercise, frame, second, edit } = await waiting()
  const controller = await staffOf(exercise, 'controller')
  const accountId = controller.kind === 'account' ? controller.accountId : ''
  await edit([{ injectId: second.id, field: 'controllerId', seen: null, value: accountId }])
  const found = await listTimedInjects(controller, exercise.id, frame)
  expect(found?.injects.map(({ id, startAt }) => [id, startAt - frame.startexAt])).toEqual([
    [second.id, 2 * HOUR],
  ])
  expect(found?.links).toEqual([])
  const changed = await listTimedInjects(controller, exercise.id, frame, [second.id])
  expect(changed?.links).toEqual([])
  expect(await listTimedInjects(planner, exercise.id, frame)).not.toEqual(found)
})

it('is nothing to players, contacts, registrars and observers', async () => {
  const { exercise, frame } = await waiting()
  const participation = await makeParticipation(exercise)
  const team = await makeTeam(exercise)
  const registration = await makeRegistration(participation, { teamId: team.id })
  const others = [
    await staffOf(exercise, 'registrar'),
    await staffOf(exercise, 'observer'),
    await contactOf(participation),
    await expertOf(registration),
  ]
  for (const actor of others) expect(await listTimedInjects(actor, exercise.id, frame)).toBeNull()
})

it('is told after a change as the whole tells it, with all that hangs on it and no further than what is pinned', async () => {
  const setting = await msel()
  const { planner, exercise, owner } = setting
  const frame = { startexAt: instantOf(exercise.startexAt), timeZone: exercise.timeZone }
  let seed = 5
  const upTo = (count: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % count
  }
  // Later ones wait for earlier ones or for a gate; every third is pinned, some of which wait all the same.
  const injects = await Promise.all(
    Array.from({ length: 40 }, (_, n) => {
      const own = n % 3 === 0 ? { startAnchor: 'ttime' as const, startOffset: n * 600 } : {}
      return makeInject(exercise, { ...own, durationSeconds: 60 })
    }),
  )
  const gates = await factoryDb().logicGate.createManyAndReturn({
    data: [1, 2, 3].map(number => ({
      ...{ ...owner, number, name: `Gate ${number}` },
      kind: number === 2 ? ('any' as const) : ('all' as const),
    })),
  })
  const before = (n: number) =>
    n % 7 === 5 ? { afterGateId: gates[n % 3]?.id ?? '' } : { afterInjectId: injects[upTo(n)]?.id ?? '' }
  const waits = injects.flatMap((inject, n) =>
    n === 0 || n % 6 === 0 ? [] : [{ ...owner, injectId: inject.id, ...before(n), delaySeconds: upTo(900) }],
  )
  const ofGates = gates.map((gate, n) => ({ ...owner, gateId: gate.id, afterInjectId: injects[n]?.id ?? '' }))
  await factoryDb().wait.createMany({ data: [...waits, ...ofGates] })
  const whole = await listTimedInjects(planner, exercise.id, frame)
  const pinned = new Set(whole?.injects.filter(one => one.pinned).map(({ id }) => id))
  const hanging = (id: string, passed = new Set([id])): Set<string> => {
    for (const wait of [...waits, ...ofGates]) {
      if (id !== ('afterInjectId' in wait ? wait.afterInjectId : wait.afterGateId)) continue
      const next = 'injectId' in wait ? wait.injectId : wait.gateId
      if (passed.has(next)) continue
      passed.add(next)
      if (!pinned.has(next)) hanging(next, passed)
    }
    return passed
  }
  for (const { id } of injects) {
    const told = await listTimedInjects(planner, exercise.id, frame, [id])
    const reached = hanging(id)
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
    expect(told?.injects.sort(byId)).toEqual(whole?.injects.filter(one => reached.has(one.id)).toSorted(byId))
    const texts = (links: { id: string; after: string }[] = []) =>
      links.map(link => `${link.id} ${link.after}`).sort()
    expect(texts(told?.links)).toEqual(texts(whole?.links.filter(link => reached.has(link.id))))
  }
})
