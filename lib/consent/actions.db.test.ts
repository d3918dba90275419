import { expect, test } from 'vitest'
import { execute } from '@/lib/action'
import { staffOf } from '@/prisma/actors'
import { makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise, usualStartexAt } from '@/prisma/factories'
import { editConsent } from './actions'
import { getConsent } from './queries'

const now = usualStartexAt - 60 * 86_400_000
const told = {
  consentText: 'We keep your name and role.\nFor one year.',
  legalBasis: 'public_task',
  legalBasisNote: 'Defence Act, section 4',
  dataController: 'Harbour Centre',
  dataContact: 'data@example.org',
}

async function scene() {
  const exercise = await makeExercise()
  const director = await staffOf(exercise, 'director')
  const row = () => factoryDb().exercise.findUniqueOrThrow({ where: { id: exercise.id } })
  const edit = async (given: object = {}, version?: number) => {
    const seen = version ?? (await row()).version
    const input = { exerciseId: exercise.id, version: seen, ...told, ...given }
    return execute(editConsent.definition, director, input, now)
  }
  return { exercise, director, row, edit }
}

test('each text is a version of its own; saving the same again is none', async () => {
  const { row, edit } = await scene()
  expect(await edit()).toMatchObject({ ok: true })
  expect(await row()).toMatchObject({ ...told, consentVersion: 1 })
  await edit()
  expect((await row()).consentVersion).toBe(1)
  await edit({ dataContact: 'privacy@example.org' })
  expect((await row()).consentVersion).toBe(2)
})

test('a text says by what right and whom to ask, or it is refused beside what is missing', async () => {
  const { edit } = await scene()
  expect(await edit({ legalBasis: '', dataController: ' ' })).toMatchObject({
    error: {
      fields: {
        legalBasis: { reason: 'needed_beside_text' },
        dataController: { reason: 'needed_beside_text' },
      },
    },
  })
  expect(await edit({ consentText: '', legalBasis: '', dataController: '', dataContact: '' })).toMatchObject({
    ok: true,
  })
})

test('a registrar reads it with the counts, and only organisers change it', async () => {
  const { exercise, edit } = await scene()
  await edit()
  const participation = await makeParticipation(exercise)
  const agreedAt = new Date(now)
  await makeRegistration(participation, { agreedAt, agreedVersion: 1 })
  await makeRegistration(participation, { agreedAt, agreedVersion: 1 })
  await edit({ consentText: 'We keep more.' })
  await makeRegistration(participation, { agreedAt, agreedVersion: 2 })
  const registrar = await staffOf(exercise, 'registrar')
  expect(await getConsent(registrar, exercise.id)).toMatchObject({ agreedPresent: 1, agreedOlder: 2 })
  const input = { exerciseId: exercise.id, version: 1, ...told }
  expect(await execute(editConsent.definition, registrar, input, now)).toMatchObject({
    error: { code: 'forbidden' },
  })
  expect(await getConsent(await staffOf(exercise, 'planner'), exercise.id)).toBeNull()
})

test('two who change the text at once: one of them sees the other’s', async () => {
  const { row, edit } = await scene()
  const { version } = await row()
  const results = await Promise.all(
    ['One text', 'Another text'].map(consentText => edit({ consentText }, version)),
  )
  expect(results.map(({ ok }) => ok).sort()).toEqual([false, true])
  const refused = results.find(result => !result.ok)
  expect(refused).toMatchObject({ error: { code: 'conflict', conflicts: [{ field: 'consentText' }] } })
  expect((await row()).consentVersion).toBe(1)
})
