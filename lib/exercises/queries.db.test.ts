import { expect, test } from 'vitest'
import { administrator, contactOf, programmeStaffOf, staffOf } from '@/prisma/actors'
import { makeParticipation } from '@/prisma/delegation-factories'
import { makeExercise, makeProgramme, makeSeries } from '@/prisma/factories'
import { getExercise, getPublicExercise, listExercises, listPublicExercises } from './queries'

test('an exercise is found by its code, in any case, by whoever has a part in it', async () => {
  const exercise = await makeExercise()
  const contact = await contactOf(await makeParticipation(exercise))
  expect(await getExercise(contact, exercise.code.toLowerCase())).toMatchObject({
    id: exercise.id,
    startexAt: exercise.startexAt.getTime(),
  })
  const elsewhere = await staffOf(await makeExercise())
  expect(await getExercise(elsewhere, exercise.code)).toBeNull()
  expect(await getExercise({ kind: 'visitor' }, exercise.code)).toBeNull()
})

test('an address that is no code finds nothing, and breaks nothing', async () => {
  const boss = await administrator()
  for (const code of ['', '\u0000', 'a b', "x'; --", 'x'.repeat(5000)]) {
    expect(await getExercise(boss, code)).toBeNull()
    expect(await getPublicExercise(code)).toBeNull()
  }
})

test('the edition before is named only to those who have a part in it', async () => {
  const programme = await makeProgramme()
  const { id: seriesId } = await makeSeries(programme)
  const last = await makeExercise({ programmeId: programme.id, seriesId })
  const next = await makeExercise({ programmeId: programme.id, seriesId, clonedFromId: last.id })
  const everywhere = await programmeStaffOf(programme)
  expect((await getExercise(everywhere, next.code))?.clonedFrom).toBe(last.code)
  expect((await getExercise(await staffOf(next), next.code))?.clonedFrom).toBeNull()
})

test('the list holds what one has a part in, the public list no drafts', async () => {
  const [announced, draft] = [await makeExercise(), await makeExercise({ status: 'draft' })]
  const codes = (rows: { code: string }[]) => rows.map(({ code }) => code)
  expect(codes(await listExercises(await staffOf(draft)))).toEqual([draft.code])
  expect(codes(await listExercises({ kind: 'visitor' }))).toEqual([])
  const open = codes(await listPublicExercises())
  expect(open).toContain(announced.code)
  expect(open).not.toContain(draft.code)
  expect(await getPublicExercise(draft.code)).toBeNull()
  expect(await getPublicExercise(announced.code)).toMatchObject({ code: announced.code })
})

test('what is closed stands after what is still to come', async () => {
  const day = 86_400_000
  const base = Date.UTC(2030, 0, 1)
  const made = [
    await makeExercise({ startexAt: base, status: 'closed' }),
    await makeExercise({ startexAt: base + day, status: 'closed' }),
    await makeExercise({ startexAt: base + 3 * day }),
    await makeExercise({ startexAt: base + 2 * day, status: 'conduct' }),
  ].map(({ code }) => code)
  const listed = (await listPublicExercises()).map(({ code }) => code).filter(code => made.includes(code))
  expect(listed).toEqual([made[3], made[2], made[1], made[0]])
})
