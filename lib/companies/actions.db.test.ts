import { expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { contactOf, expertOf, staffOf } from '@/prisma/actors'
import { makeCompany, makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb, makeExercise } from '@/prisma/factories'
import { addCompany, editCompany, removeCompany } from './actions'
import { listCompanies } from './queries'

async function setting() {
  const exercise = await makeExercise()
  const [japan, estonia] = [await makeParticipation(exercise), await makeParticipation(exercise)]
  const contact = await contactOf(japan)
  return { exercise, japan, estonia, contact, ids: { exerciseId: exercise.id, participationId: japan.id } }
}

it('a delegation names its own companies and agencies, each name once', async () => {
  const { contact, ids, estonia } = await setting()
  const kaikyo = { ...ids, kind: 'company', name: ' Kaikyō <b>Rail</b> ' }
  expect(await execute(addCompany.definition, contact, kaikyo, 0)).toMatchObject({ ok: true })
  expect(await execute(addCompany.definition, contact, kaikyo, 0)).toMatchObject({
    error: { reason: 'company_name_taken', fields: { name: { reason: 'company_name_taken' } } },
  })
  const theirs = await contactOf(estonia)
  const same = { ...kaikyo, participationId: estonia.id }
  expect(await execute(addCompany.definition, theirs, same, 0)).toMatchObject({ ok: true })
  expect(await listCompanies(contact, ids.exerciseId, ids.participationId)).toMatchObject([
    { name: 'Kaikyō <b>Rail</b>', kind: 'company', people: 0 },
  ])
  expect(await listCompanies(theirs, ids.exerciseId, ids.participationId)).toEqual([])
})

it('refuses a name that is empty, too long or holds control characters', async () => {
  const { contact, ids } = await setting()
  for (const [name, reason] of [
    [' ', 'required'],
    ['x'.repeat(201), 'too_long'],
    ['Kaikyo\u0007', 'control_characters'],
  ]) {
    expect(await execute(addCompany.definition, contact, { ...ids, kind: 'agency', name }, 0)).toMatchObject({
      error: { code: 'invalid', fields: { name: { reason } } },
    })
  }
})

it('shows what another changed since, and only where both changed the same', async () => {
  const { contact, ids, japan } = await setting()
  const { id: companyId, version } = await makeCompany(japan, { name: 'Kaikyo' })
  const edit = (fields: object) =>
    execute(editCompany.definition, contact, { ...ids, companyId, version, ...fields }, 0)
  expect(await edit({ name: 'Kaikyō Rail', kind: 'company' })).toMatchObject({ ok: true })
  expect(await edit({ name: 'Kaikyo', kind: 'agency' })).toMatchObject({ ok: true })
  expect(await edit({ name: 'Kaikyo Railways', kind: 'agency' })).toMatchObject({
    error: { code: 'conflict', conflicts: [{ field: 'name', theirs: 'Kaikyō Rail' }] },
  })
  expect(await factoryDb().company.findUniqueOrThrow({ where: { id: companyId } })).toMatchObject({
    name: 'Kaikyō Rail',
    kind: 'agency',
  })
})

it('stays while people belong to it', async () => {
  const { contact, ids, japan } = await setting()
  const company = await makeCompany(japan)
  const person = await makeRegistration(japan, { companyId: company.id })
  const remove = () => execute(removeCompany.definition, contact, { ...ids, companyId: company.id }, 0)
  expect(await remove()).toMatchObject({ error: { reason: 'company_has_people', params: { people: 1 } } })
  await factoryDb().registration.update({ where: { id: person.id }, data: { companyId: null } })
  expect(await remove()).toMatchObject({ ok: true })
  expect(await remove()).toMatchObject({ error: { code: 'not_found' } })
})

it('is nobody else’s to touch: not by role, not by another delegation, not by its id alone', async () => {
  const { exercise, contact, ids, japan, estonia } = await setting()
  const company = await makeCompany(estonia, { name: 'Harbour' })
  const actors = {
    visitor: { kind: 'visitor' } as const,
    contact,
    planner: await staffOf(exercise, 'planner'),
    observer: await staffOf(exercise, 'observer'),
    expert: await expertOf(await makeRegistration(japan, { state: 'submitted' })),
  }
  const row = { exerciseId: ids.exerciseId, participationId: estonia.id, companyId: company.id, version: 1 }
  const fields = { kind: 'company', name: 'Taken over' }
  for (const actor of Object.values(actors)) {
    const code = actor.kind === 'visitor' ? 'unauthenticated' : 'forbidden'
    for (const result of [
      await execute(addCompany.definition, actor, { ...row, ...fields }, 0),
      await execute(editCompany.definition, actor, { ...row, ...fields }, 0),
      await execute(removeCompany.definition, actor, row, 0),
    ]) {
      expect(result).toMatchObject({ error: { code } })
    }
  }
  const asOwn = { ...row, participationId: japan.id, ...fields, version: 99 }
  expect(await execute(editCompany.definition, contact, asOwn, 0)).toMatchObject({
    error: { code: 'not_found' },
  })
  expect(await execute(removeCompany.definition, contact, asOwn, 0)).toMatchObject({
    error: { code: 'not_found' },
  })
  expect(await factoryDb().company.findUniqueOrThrow({ where: { id: company.id } })).toMatchObject({
    name: 'Harbour',
  })
})

it('the same name by two at once is there once', async () => {
  const { contact, ids } = await setting()
  const results = await Promise.all(
    [1, 2, 3, 4].map(() =>
      execute(addCompany.definition, contact, { ...ids, kind: 'agency', name: 'Port' }, 0),
    ),
  )
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.filter(result => !result.ok && result.error.reason === 'company_name_taken')).toHaveLength(3)
})
