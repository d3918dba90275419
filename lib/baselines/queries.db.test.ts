import { expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { now, perform } from '@/lib/action.fixture'
import { addInjects, editInjects, removeInjects } from '@/lib/injects/actions'
import { expertOf, staffOf } from '@/prisma/actors'
import { makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise, makeTeam } from '@/prisma/factories'
import { addBaseline, restoreInject, rollBack } from './actions'
import { compareMoments, getInjectStory, listBaselines } from './queries'

async function setting() {
  const exercise = await makeExercise()
  const exerciseId = exercise.id
  const director = await staffOf(exercise)
  const planner = await staffOf(exercise, 'planner')
  const team = await makeTeam(exercise, { name: 'Blue 01' })
  const other = await makeTeam(exercise, { name: 'Blue 02' })
  const done = async <Data>(result: Promise<{ ok: true; data: Data } | { ok: false; error: object }>) => {
    const answer = await result
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
    return answer.data
  }
  const add = async (values: Record<string, unknown>, at: number) => {
    const given = Object.entries(values).map(([field, value]) => ({ field, value }))
    const input = { exerciseId, injects: [{ values: given }] }
    const [made] = (await done(execute(addInjects.definition, planner, input, at))).injects
    if (!made) throw new Error('Nothing was added')
    return made
  }
  const edit = (injectId: string, field: string, seen: unknown, value: unknown, at: number) =>
    done(
      execute(editInjects.definition, planner, { exerciseId, edits: [{ injectId, field, seen, value }] }, at),
    )
  const mark = async (name: string, at: number) =>
    (await done(execute(addBaseline.definition, planner, { exerciseId, name }, at))).id
  return { exercise, exerciseId, director, planner, team, other, add, edit, mark, done }
}

it('two moments of the whole scenario differ by what was done between them, in fields and names that people know', async () => {
  const { exerciseId, planner, team, other, add, edit, mark, done } = await setting()
  const one = await add({ title: 'Mail', to: [`team:${team.id}`], start: 'T+45m' }, now)
  const two = await add({ title: 'Call' }, now)
  const first = await mark('First', now + 1000)
  await edit(one.id, 'title', 'Mail', 'Letter', now + 2000)
  await edit(one.id, 'to', [`team:${team.id}`], [`team:${other.id}`], now + 2000)
  const second = await mark('Second', now + 3000)
  const three = await add({ title: 'Radio' }, now + 4000)
  await done(execute(removeInjects.definition, planner, { exerciseId, injectIds: [two.id] }, now + 4000))
  const since = await compareMoments(planner, exerciseId, { baselineId: first }, 'now', 1)
  expect(since).toMatchObject({
    counts: { added: 1, removed: 1, changed: 1 },
    injects: [
      {
        id: one.id,
        kind: 'changed',
        fields: [
          { field: 'title', from: { value: 'Mail' }, to: { value: 'Letter' } },
          { field: 'to', from: { names: [{ name: 'Blue 01' }] }, to: { names: [{ name: 'Blue 02' }] } },
        ],
      },
      { id: two.id, kind: 'removed', title: 'Call' },
      { id: three.id, kind: 'added', title: 'Radio' },
    ],
  })
  // The same by the clock, between two names, backwards, and where nothing lies between.
  expect(await compareMoments(planner, exerciseId, { at: now + 1000 }, 'now', 1)).toMatchObject({
    counts: { added: 1, removed: 1, changed: 1 },
  })
  const between = await compareMoments(planner, exerciseId, { baselineId: first }, { baselineId: second }, 1)
  expect(between).toMatchObject({ counts: { added: 0, removed: 0, changed: 1 } })
  expect(await compareMoments(planner, exerciseId, 'now', { at: now + 3000 }, 1)).toMatchObject({
    counts: { added: 1, removed: 1, changed: 0 },
  })
  expect(await compareMoments(planner, exerciseId, 'now', 'now', 1)).toMatchObject({ injects: [], lists: [] })
  expect(await listBaselines(planner, exerciseId)).toMatchObject([
    { name: 'Second', touched: 2, injects: 2 },
    { name: 'First', touched: 3, at: now + 1000 },
  ])
})

it('a roll back leaves no difference to its baseline', async () => {
  const { exerciseId, director, planner, add, edit, mark, done } = await setting()
  const one = await add({ title: 'Mail' }, now)
  const baselineId = await mark('Conference', now + 1000)
  await edit(one.id, 'title', 'Mail', 'Letter', now + 2000)
  await edit(one.id, 'start', null, 'T+2h', now + 2000)
  await add({ title: 'Radio' }, now + 2000)
  await done(execute(rollBack.definition, director, { exerciseId, baselineId, reason: 'Agreed' }, now + 3000))
  const left = await compareMoments(planner, exerciseId, { baselineId }, 'now', 1)
  expect(left).toMatchObject({ injects: [], lists: [], counts: { added: 0, removed: 0, changed: 0 } })
})

it('the story of an inject says who did what, also after it is gone and back', async () => {
  const { exerciseId, planner, director, add, edit, done } = await setting()
  const one = await add({ title: 'Mail' }, now)
  await edit(one.id, 'title', 'Mail', 'Letter', now + 1000)
  await done(execute(removeInjects.definition, planner, { exerciseId, injectIds: [one.id] }, now + 2000))
  const put = { exerciseId, injectId: one.id, at: now + 1999 }
  await done(execute(restoreInject.definition, director, put, now + 3000))
  const story = await getInjectStory(planner, exerciseId, one.id)
  expect(story?.map(({ action, kind, at }) => [action, kind, at - now])).toEqual([
    ['inject.restore', 'added', 3000],
    ['inject.remove', 'removed', 2000],
    ['inject.edit', 'changed', 1000],
    ['inject.add', 'added', 0],
  ])
  expect(story?.[2]).toMatchObject({ fields: [{ field: 'title', to: { value: 'Letter' } }] })
  expect(await getInjectStory(planner, exerciseId, crypto.randomUUID())).toEqual([])
})

it('all of it is for planners: whoever sees a part sees none of the history', async () => {
  const { exercise, exerciseId, mark, add } = await setting()
  const one = await add({ title: 'Mail' }, now)
  await mark('First', now)
  const registration = await makeRegistration(await makeParticipation(exercise), { state: 'confirmed' })
  const others = [
    await staffOf(exercise, 'controller'),
    await staffOf(exercise, 'registrar'),
    await expertOf(registration),
    await staffOf(await makeExercise()),
    { kind: 'visitor' as const },
  ]
  for (const actor of others) {
    expect(await listBaselines(actor, exerciseId)).toEqual([])
    expect(await compareMoments(actor, exerciseId, { at: now - 1 }, 'now', 1)).toBeNull()
    expect(await getInjectStory(actor, exerciseId, one.id)).toBeNull()
  }
})

it('a baseline of another exercise is none of this one', async () => {
  const [here, there] = [await setting(), await setting()]
  const baselineId = await there.mark('Theirs', now)
  expect(await compareMoments(here.planner, here.exerciseId, { baselineId }, 'now', 1)).toBeNull()
  await perform(({ tx }) => tx.baseline.deleteMany({ where: { id: baselineId } }))
  expect(await factoryDb().baseline.count({ where: { id: baselineId } })).toBe(0)
})
