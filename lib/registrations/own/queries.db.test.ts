import { expect, it } from 'vitest'
import { accountOf } from '@/lib/policy'
import { contactOf, expertOf } from '@/prisma/actors'
import { makeParticipation, makeRegistration } from '@/prisma/delegation-factories'
import { makeExercise } from '@/prisma/factories'
import { listOwnContacts } from './queries'

it('names those who speak for one’s own delegation, and nobody to anybody else', async () => {
  const delegation = await makeParticipation(await makeExercise())
  const registration = await makeRegistration(delegation, { state: 'confirmed' })
  const expert = await expertOf(registration)
  const deputy = await contactOf(delegation, 'deputy_contact')
  const lead = await contactOf(delegation)
  await contactOf(delegation, 'reading_contact')
  const other = await makeParticipation(await makeExercise())
  await contactOf(other)
  const names = [lead, deputy].map(actor => accountOf(actor)?.name)
  expect((await listOwnContacts(expert, registration.id)).map(({ name }) => name)).toEqual(names)
  const stranger = await expertOf(await makeRegistration(other, { state: 'confirmed' }))
  expect(await listOwnContacts(stranger, registration.id)).toEqual([])
})
