import { expect, test } from 'vitest'
import { administrator, programmeStaffOf } from '@/prisma/actors'
import { makeProgramme } from '@/prisma/factories'
import { db } from '../db'
import { queueMail } from '../mail'
import { visitor } from '../policy'
import { lettersPerPage, listLetters } from './queries'

const letter = {
  recipient: 'haruka.mizuno@example.org',
  locale: 'en',
  template: 'sign_in_link',
  params: { expiresAt: Date.UTC(2027, 0, 15, 9), timeZone: 'Asia/Tokyo', next: '/me' },
  secret: 'token-only-haruka-may-know',
} as const

test('an administrator reads the letters, newest first and page by page, with the secrets masked', async () => {
  for (let i = 0; i < lettersPerPage + 1; i++) {
    await db.$transaction(tx => queueMail(tx, { ...letter, recipient: `reader${i}@example.org` }))
  }
  const actor = await administrator()
  const first = await listLetters(actor, 1)
  expect(first).toMatchObject({ pages: 2 })
  expect(first?.letters).toHaveLength(lettersPerPage)
  expect(first?.letters[0]).toMatchObject({
    recipient: `reader${lettersPerPage}@example.org`,
    subject: 'Your link to Startex',
    state: { kind: 'waiting' },
  })
  expect(first?.letters[0]?.text).toContain('/sign-in/link/••••?next=%2Fme')
  expect(JSON.stringify(first)).not.toContain(letter.secret)
  expect((await listLetters(actor, 2))?.letters.map(({ recipient }) => recipient)).toEqual([
    'reader0@example.org',
  ])
})

test('nobody else does, not even a programme’s administrator', async () => {
  expect(await listLetters(visitor, 1)).toBeNull()
  expect(await listLetters(await programmeStaffOf(await makeProgramme(), 'administrator'), 1)).toBeNull()
})

test('a letter of a kind that is no longer known is still listed', async () => {
  await db.mail.create({ data: { recipient: 'x@example.org', locale: 'en', template: 'bygone', params: {} } })
  const found = await listLetters(await administrator(), 1)
  expect(found?.letters[0]).toMatchObject({ recipient: 'x@example.org', subject: null, text: null })
})
