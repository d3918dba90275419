import { expect, it } from 'vitest'
import { msel } from '@/lib/injects/setting.fixture'
import { contactOf, expertOf, staffOf } from '@/prisma/actors'
import { makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise, makeTeam } from '@/prisma/factories'
import { makePersona } from '@/prisma/scenario-factories'
import { booksIn, injectsOfBook, withControllers } from './book/rules'
import { readDocument, writeDocument } from './document/rules'
import { getExerciseDocument } from './queries'
import { cellText, tableOf } from './sets/rules'

/** An MSEL of three: one in a controller's hands, one with a person in it, one that waits. */
async function plot() {
  const setting = await msel()
  const { exercise, add } = setting
  const controller = await staffOf(exercise, 'controller')
  const controllerId = controller.kind === 'account' ? controller.accountId : ''
  const participation = await makeParticipation(exercise)
  const registration = await makeRegistration(participation, {
    familyName: 'Quillfeather',
    givenName: 'Isolde',
  })
  const team = await makeTeam(exercise, { name: 'Blue Team 07' })
  const [gazette, secret] = [
    await makePersona(exercise, 'Gazette'),
    await makePersona(exercise, 'Tide Group'),
  ]
  const first = await add({
    start: 'T+1h',
    title: 'Phish',
    controllerId,
    from: [`persona:${gazette.id}`],
    to: [`team:${team.id}`],
  })
  const second = await add({
    start: 'T+30m',
    title: 'Call',
    from: [`persona:${secret.id}`],
    to: [`person:${registration.id}`],
  })
  await add({ start: `after ${first.serial} + 20m`, title: 'Follow-up' })
  await factoryDb().inject.update({
    where: { id: second.id },
    data: { foreign: { format: 'blueprint-json', id: 'abc', fields: { Card: 'x' } } },
  })
  return { ...setting, controller, controllerId, participation, registration, team, first, second }
}

const titles = (found: Awaited<ReturnType<typeof getExerciseDocument>>) =>
  found?.document.scenario.injects.map(({ title }) => title)

it('gives a planner the whole exercise as one sound document, in the order of time, without anybody’s name', async () => {
  const { exercise, planner } = await plot()
  const found = await getExerciseDocument(planner, exercise.id)
  if (!found) throw new Error('nothing was found')
  expect(titles(found)).toEqual(['Call', 'Phish', 'Follow-up'])
  expect([...found.plannedAt.values()].sort((a, b) => a - b)).toEqual([1800, 3600, 4800])
  const text = writeDocument(found.document)
  expect(readDocument(JSON.parse(text))).toEqual({ ok: true, document: found.document })
  expect(text).not.toMatch(/Quillfeather|Isolde|@/)
  const [call] = found.document.scenario.injects
  expect(call?.to).toMatchObject([{ kind: 'person' }])
  expect(call?.foreign).toEqual({ format: 'blueprint-json', id: 'abc', fields: { Card: 'x' } })
  expect(found.document.exercise).toMatchObject({ code: exercise.code, timeZone: exercise.timeZone })
})

it('gives a controller the own injects alone, and nothing of actors, threads and waits beyond them', async () => {
  const { exercise, controller } = await plot()
  const found = await getExerciseDocument(controller, exercise.id)
  expect(titles(found)).toEqual(['Phish'])
  expect(found?.whole).toBe(false)
  expect(found && writeDocument(found.document)).not.toMatch(/Tide Group|Call|Follow-up/)
  expect(found && readDocument(JSON.parse(writeDocument(found.document))).ok).toBe(true)
})

it('gives nothing to those who may see nothing of a scenario, nor that of another exercise', async () => {
  const { exercise, participation, registration } = await plot()
  const other = await staffOf(await makeExercise(), 'planner')
  const contact = await contactOf(participation)
  for (const actor of [await expertOf(registration), contact, other, { kind: 'visitor' } as const])
    expect(await getExerciseDocument(actor, exercise.id)).toBeNull()
})

it('has a book for each controller and each team, and names controllers only on paper', async () => {
  const { exercise, planner, controllerId, team } = await plot()
  const found = await getExerciseDocument(planner, exercise.id)
  if (!found) throw new Error('nothing was found')
  const { controllers, teams } = booksIn(found)
  expect(controllers.map(({ id }) => id)).toEqual([controllerId])
  expect(teams).toEqual([{ id: team.id, name: 'Blue Team 07' }])
  const book = (kind: 'controller' | 'team', id: string) =>
    injectsOfBook(found, { kind, id }).map(({ title }) => title)
  expect(book('controller', controllerId)).toEqual(['Phish'])
  expect(book('team', team.id)).toEqual(['Phish'])
  expect(injectsOfBook(found, null)).toHaveLength(3)
  const [headings = [], ...rows] = tableOf(withControllers(found), 'own').map(row => row.map(cellText))
  const cell = (row: number, heading: string) => rows[row]?.[headings.indexOf(heading)]
  expect(cell(1, 'Controller')).toBe(controllers[0]?.name)
  expect(cell(2, 'After')).toBe('3.1 + 1200s')
  expect(cell(1, 'Start (Z)')).toMatch(/^\d{6}Z[A-Z]{3}\d{2}$|T/)
})
