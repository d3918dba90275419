import { expect, test } from 'vitest'
import { administrator, programmeStaffOf } from '@/prisma/actors'
import { makeProgramme } from '@/prisma/factories'
import { db } from '../db'
import { queueMail } from '../mail'
import { visitor } from '../policy'
import { lettersPerPage, listLetters } from './queries'
import { letterStates } from './rules'

const letter = {
  recipient: 'haruka.mizuno@example.org',
  locale: 'en',
  template: 'sign_in_link',
  params: { expiresAt: Date.UTC(2027, 0, 15, 9), timeZone: 'Asia/Tokyo', next: '/me' },
  secret: 'token-only-haruka-may-know',
} as const

test('an administrator reads the letters, newest first and page by page, with the secrets masked', async () => {
  for (let i = 0; i < lettersPerPage + 1; i++) {
    await db.$transaction(tx =>
      queueMail(tx, { ...letter, cause: `reader:${i}`, recipient: `reader${i}@example.org` }),
    )
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
  const data = { cause: 'bygone', recipient: 'x@example.org', locale: 'en', template: 'bygone', params: {} }
  await db.mail.create({ data })
  const found = await listLetters(await administrator(), 1)
  expect(found?.letters[0]).toMatchObject({ recipient: 'x@example.org', subject: null, text: null })
})

test('each state is found by its own filter, and by no other', async () => {
  const now = new Date()
  const bare = { locale: 'en', template: 'bygone', params: {}, nextAttemptAt: null }
  const states = {
    waiting: [{ nextAttemptAt: now }, {}],
    again: [{ nextAttemptAt: now, attempts: 2, failure: 'EENVELOPE 450' }],
    sent: [{ sentAt: now, attempts: 1 }],
    given_up: [
      { givenUpAt: now, attempts: 9, failure: 'EENVELOPE 450' },
      { givenUpAt: now, failure: 'expired' },
    ],
    replaced: [{ givenUpAt: now, failure: 'superseded' }],
    withdrawn: [{ givenUpAt: now, failure: 'withdrawn' }],
  }
  const actor = await administrator()
  await db.mail.deleteMany()
  for (const [state, rows] of Object.entries(states)) {
    const data = rows.map((row, n) => ({
      ...bare,
      ...row,
      cause: `${state}:${n}`,
      recipient: `${state}@example.org`,
    }))
    await db.mail.createMany({ data })
  }
  for (const state of letterStates) {
    const found = await listLetters(actor, 1, state)
    expect(found?.letters.map(({ recipient }) => recipient)).toEqual(
      states[state].map(() => `${state}@example.org`),
    )
    expect(found?.letters.every(letter => letter.state.kind === state)).toBe(true)
  }
  const stuck = (await listLetters(actor, 1))?.letters.filter(letter => letter.stuck)
  expect(stuck?.map(({ recipient }) => recipient).sort()).toEqual([
    'given_up@example.org',
    'given_up@example.org',
    'waiting@example.org',
  ])
})
