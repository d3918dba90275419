import { expect, it } from 'vitest'
import { listChanges } from '@/lib/changes/queries'
import type { Actor } from '@/lib/policy'
import { contactOf, expertOf, staffOf } from '@/prisma/actors'
import { makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeTeam } from '@/prisma/factories'
import { makePersona } from '@/prisma/scenario-factories'
import { getDictionary } from './dictionary/queries'
import { countInjects, listInjects } from './queries'
import type { InjectRow } from './rules'
import { msel } from './setting.fixture'

const idOf = (actor: Actor) => (actor.kind === 'account' ? actor.accountId : '')

it('is read in pages that neither overlap nor miss one', async () => {
  const { exercise, planner, add } = await msel()
  for (let n = 0; n < 5; n++) await add()
  const serials: string[] = []
  let after: string | null = null
  for (;;) {
    const rows: InjectRow[] = (await listInjects(planner, exercise.id, { after, limit: 2 })) ?? []
    serials.push(...rows.map(({ serial }) => serial))
    after = rows.at(-1)?.id ?? null
    if (rows.length < 2) break
  }
  expect(serials.sort()).toEqual(['3.1', '3.2', '3.3', '3.4', '3.5'])
})

it('shows whoever sees a part of the plot no more of its storylines, actors and columns', async () => {
  const { exercise, planner, owner, add } = await msel()
  const controller = await staffOf(exercise, 'controller')
  const [shown, hidden] = [await makePersona(exercise, 'Gazette'), await makePersona(exercise, 'Tide Group')]
  const column = await factoryDb().mselColumn.create({
    data: { ...owner, name: 'Twist', kind: 'text', audience: 'planners' },
  })
  const twist = { [`column:${column.id}`]: 'It was the insider' }
  const mine = await add({ controllerId: idOf(controller), from: [`persona:${shown.id}`], ...twist })
  await add({ from: [`persona:${hidden.id}`] })
  expect(await getDictionary(planner, exercise.id)).toMatchObject({
    personas: [{ name: 'Gazette' }, { name: 'Tide Group' }],
    columns: [{ name: 'Twist' }],
    mayEdit: true,
  })
  expect(await getDictionary(controller, exercise.id)).toMatchObject({
    personas: [{ name: 'Gazette' }],
    columns: [],
    storylines: [{ number: 3 }],
    mayEdit: false,
  })
  expect(await listInjects(controller, exercise.id, { after: null, limit: 9 })).toMatchObject([
    { id: mine.id, values: {} },
  ])
  expect(await countInjects(controller, exercise.id)).toBe(1)
  expect(await listInjects(planner, exercise.id, { ids: [mine.id] })).toMatchObject([
    { values: { [column.id]: 'It was the insider' } },
  ])
})

it('is nothing at all to players, contacts, registrars and observers, by whichever way they ask', async () => {
  const { exercise, add } = await msel()
  const { id } = await add({ title: 'The cranes stop' })
  const participation = await makeParticipation(exercise)
  const blue = await makeTeam(exercise)
  const registration = await makeRegistration(participation, { state: 'confirmed', teamId: blue.id })
  const outsiders = [
    await expertOf(registration),
    await contactOf(participation),
    await staffOf(exercise, 'registrar'),
    await staffOf(exercise, 'observer'),
  ]
  for (const actor of outsiders) {
    expect(await listInjects(actor, exercise.id, { ids: [id] })).toBe(null)
    expect(await getDictionary(actor, exercise.id)).toBe(null)
    expect(await countInjects(actor, exercise.id)).toBe(null)
    expect(JSON.stringify(await listChanges(actor, exercise.id, 1))).not.toContain('cranes')
  }
  const planners = await listChanges(await staffOf(exercise, 'planner'), exercise.id, 1)
  expect(JSON.stringify(planners)).toContain('cranes')
})
