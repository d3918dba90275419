import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { db, sql } from './db'
import { invitation, jobOf, jobs, MINUTE, now, queued, row, server } from './mail.fixture'
import { deliverMail, type Post, rescueMail } from './mail-delivery'
import { dateOf } from './time'

let post: Post
beforeEach(async () => {
  post = await server.behave()
})

test('one letter taken up several times at once is sent once', async () => {
  const id = await queued()
  await Promise.all([1, 2, 3].map(() => deliverMail(id, now, post)))
  await deliverMail(id, now, post)
  expect(await server.letters(1)).toHaveLength(1)
})

test('a server that is busy is asked again, later and later, until it takes the letter', async () => {
  const id = await queued()
  post = await server.behave({ rcpt: 450 })
  await deliverMail(id, now, post)
  const first = { attempts: 1, failure: 'EENVELOPE 450', nextAttemptAt: dateOf(now + MINUTE) }
  expect(await row(id)).toMatchObject({ ...first, sentAt: null, givenUpAt: null })
  expect(await jobOf(id)).toMatchObject({ runAt: dateOf(now + MINUTE) })
  await deliverMail(id, now + MINUTE, post)
  expect(await row(id)).toMatchObject({ attempts: 2, nextAttemptAt: dateOf(now + 6 * MINUTE) })
  post = await server.behave()
  await deliverMail(id, now + 6 * MINUTE, post)
  expect(await row(id)).toMatchObject({ attempts: 3, failure: null, nextAttemptAt: null, givenUpAt: null })
  expect(await server.letters(1)).toHaveLength(1)
})

test('a server that stays busy is given up after two days, and nothing is tried any more', async () => {
  const params = { ...invitation.params, expiresAt: now + 30 * 86_400_000 }
  const id = await queued({ params })
  post = await server.behave({ data: 451 })
  let at = now
  for (let attempts = 0; (await row(id)).givenUpAt === null && attempts < 20; attempts++) {
    at = (await row(id)).nextAttemptAt?.getTime() ?? at
    await deliverMail(id, Math.max(at, now), post)
  }
  expect(await row(id)).toMatchObject({ attempts: 9, nextAttemptAt: null, failure: 'EMESSAGE 451' })
  const days = ((await row(id)).givenUpAt?.getTime() ?? 0) - now
  expect(days / 86_400_000).toBeCloseTo(1.93, 1)
})

test('a server’s last word is final, whether of the reader or of the letter', async () => {
  for (const [manners, failure] of [
    [{ rcpt: 550 }, 'EENVELOPE 550'],
    [{ data: 554 }, 'EMESSAGE 554'],
  ] as const) {
    post = await server.behave(manners)
    const id = await queued()
    await deliverMail(id, now, post)
    expect(await row(id)).toMatchObject({ attempts: 1, failure, givenUpAt: dateOf(now), nextAttemptAt: null })
  }
})

test('what is wrong with the server or with us may be mended: those letters wait', async () => {
  const again = { sentAt: null, givenUpAt: null, attempts: 1 }
  const tried = async (manners: Parameters<typeof server.behave>[0], login = '', query = '') => {
    const given = await server.behave(manners, login)
    const id = await queued()
    await deliverMail(id, now, { ...given, smtpUrl: `${given.smtpUrl}${query}` })
    return row(id)
  }
  expect(await tried({ auth: true }, 'startex:wrong@')).toMatchObject({ ...again, failure: 'EAUTH 535' })
  expect(await tried({ tls: true })).toMatchObject({
    ...again,
    failure: expect.stringMatching(/^(ETLS|ESOCKET)/),
  })
  expect(await tried({}, '', '/?requireTLS=true')).toMatchObject({
    ...again,
    failure: expect.stringMatching(/^ETLS/),
  })
  expect(await tried({ greeting: 554 })).toMatchObject({ ...again, failure: expect.stringMatching(/554$/) })
  expect(await tried({ auth: true })).toMatchObject({ ...again, failure: expect.stringMatching(/530$/) })
  const nobody = await queued()
  await deliverMail(nobody, now, { ...post, smtpUrl: 'smtp://127.0.0.1:1' })
  expect(await row(nobody)).toMatchObject({
    ...again,
    failure: expect.stringMatching(/^(ESOCKET|ECONNECTION)/),
  })
})

test('a server that hangs up or falls silent after taking a letter gets it again, under the same Message-ID', async () => {
  for (const manners of [{ drop: true }, { silent: true }]) {
    const id = await queued()
    post = await server.behave(manners)
    await deliverMail(id, now, post)
    const [first] = await server.letters(1)
    expect(await row(id)).toMatchObject({ sentAt: null, attempts: 1, nextAttemptAt: dateOf(now + MINUTE) })
    post = await server.behave()
    await deliverMail(id, now + MINUTE, post)
    const [second] = await server.letters(1)
    expect(second?.messageId).toBe(first?.messageId)
    expect(await row(id)).toMatchObject({ sentAt: dateOf(now + MINUTE), attempts: 2 })
  }
})

test('a worker killed between the server’s yes and our note is followed by one that sends the letter again under the same Message-ID', async () => {
  const id = await queued()
  post = await server.behave({ hold: true })
  const args = [
    '--import',
    'tsx',
    'scripts/deliver.mjs',
    id,
    String(now),
    JSON.stringify({ ...post, patience: 60_000 }),
  ]
  const worker = spawn(process.execPath, args, { stdio: 'ignore' })
  await server.holding()
  worker.kill('SIGKILL')
  await once(worker, 'exit')
  server.release()
  const [first] = await server.letters(1)
  expect(await row(id)).toMatchObject({ sentAt: null, attempts: 0 })
  post = await server.behave()
  // Until the database has noticed, the row is still the dead worker's.
  while ((await row(id)).sentAt === null) await deliverMail(id, now, post)
  const [second] = await server.letters(1)
  expect([first?.messageId, second?.messageId]).toEqual(Array(2).fill(`<${id}@startex.example.org>`))
})

test('a letter whose job died with its worker is put into the queue again', async () => {
  const id = await queued()
  const due = (await row(id)).nextAttemptAt?.getTime() ?? 0
  await sql`DELETE FROM graphile_worker._private_jobs`
  await rescueMail(due + 9 * MINUTE, post)
  expect(await jobOf(id)).toBeUndefined()
  await rescueMail(due + 11 * MINUTE, { ...post, smtpUrl: null })
  expect(await jobOf(id)).toBeUndefined()
  await rescueMail(due + 11 * MINUTE, post)
  await rescueMail(due + 12 * MINUTE, post)
  expect((await jobs()).filter(({ key }) => key === `send_mail:${id}`)).toHaveLength(1)
  await sql`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'somebody who died'`
  await rescueMail(due + 12 * MINUTE, post)
  expect(await jobOf(id)).toBeDefined()
})

test('a letter whose link has expired on the way is not sent any more', async () => {
  const id = await queued()
  await deliverMail(id, invitation.params.expiresAt + 1, post)
  expect(await server.letters(0)).toHaveLength(0)
  expect(await row(id)).toMatchObject({ failure: 'expired', attempts: 0, nextAttemptAt: null })
})

test('a letter that no version knows how to word is given up', async () => {
  const id = await queued()
  await db.mail.update({ where: { id }, data: { template: 'bygone' } })
  await deliverMail(id, now, post)
  expect(await row(id)).toMatchObject({ failure: 'unknown_letter', attempts: 0, givenUpAt: dateOf(now) })
})

test('without a mail server letters wait, and nothing takes them up by itself', async () => {
  const id = await queued()
  await deliverMail(id, now, { ...post, smtpUrl: null })
  const waiting = { sentAt: null, failure: null, nextAttemptAt: null, givenUpAt: null, attempts: 0 }
  expect(await row(id)).toMatchObject(waiting)
  await deliverMail(id, now, post)
  expect(await row(id)).toMatchObject(waiting)
})

test('letters that were queued when letters got their states are sent after all, and nothing older', async () => {
  const [young, sent, old] = [await queued(), await queued(), await queued()]
  const nextAttemptAt = null
  const change = (id: string, data: object) => db.mail.update({ where: { id }, data })
  await change(young, { nextAttemptAt })
  await change(sent, { nextAttemptAt, sentAt: new Date() })
  await change(old, { nextAttemptAt, createdAt: new Date(Date.now() - 3 * 24 * 60 * MINUTE) })
  await sql.unsafe(
    readFileSync('prisma/migrations/20261122160000_letters_on_their_way/migration.sql', 'utf8'),
  )
  expect(await row(young)).toMatchObject({ nextAttemptAt: expect.any(Date) })
  for (const id of [sent, old]) expect(await row(id)).toMatchObject({ nextAttemptAt })
})
