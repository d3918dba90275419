import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { makeExercise } from '@/prisma/factories'
import { db, sql } from './db'
import { type MailToQueue, queueMail } from './mail'
import { deliverMail, type Post, rescueMail } from './mail-delivery'
import { MailServer } from './smtp.fixture'
import { dateOf } from './time'

const now = Date.UTC(2027, 0, 15, 12)
const MINUTE = 60_000
const server = new MailServer()
let post: Post
let causes = 0

afterAll(() => server.close())
beforeEach(async () => {
  post = await server.behave()
})

type Invitation = MailToQueue<'contact_invitation'>

const invitation = {
  recipient: 'haruka.mizuno@example.org',
  locale: 'fr',
  template: 'contact_invitation',
  params: {
    exercise: 'LS27',
    nation: 'Japon',
    role: 'point_of_contact',
    inviter: 'Liis Kask <b>',
    expiresAt: Date.UTC(2027, 1, 1, 9),
    timeZone: 'Asia/Tokyo',
  },
  secret: 'token-only-haruka-may-know',
} as const

async function queued(given: Partial<Invitation> = {}): Promise<string> {
  const cause = `test:${++causes}`
  await db.$transaction(tx => queueMail(tx, { cause, ...invitation, ...given }))
  return (await db.mail.findFirstOrThrow({ where: { cause: given.cause ?? cause }, select: { id: true } })).id
}

const jobs = () => sql<{ key: string; runAt: Date }[]>`
  SELECT key, run_at AS "runAt" FROM graphile_worker.jobs WHERE task_identifier = 'send_mail'`
const jobOf = async (id: string) => (await jobs()).find(({ key }) => key === `send_mail:${id}`)
const row = (id: string) => db.mail.findUniqueOrThrow({ where: { id } })

test('a letter and its job are written together', async () => {
  const before = await jobs()
  await queued()
  expect((await jobs()).length).toBe(before.length + 1)
})

test('what is undone leaves neither letter nor job', async () => {
  const before = { jobs: (await jobs()).length, mails: await db.mail.count() }
  const undone = db.$transaction(async tx => {
    await queueMail(tx, { cause: 'undone', ...invitation })
    throw new Error('the cause failed')
  })
  await expect(undone).rejects.toThrow('the cause failed')
  expect({ jobs: (await jobs()).length, mails: await db.mail.count() }).toEqual(before)
})

test('one cause makes one letter and one job, however often and by how many it is met', async () => {
  const before = (await jobs()).length
  await Promise.all([1, 2, 3, 4].map(() => queued({ cause: 'met-again' })))
  await queued({ cause: 'met-again', recipient: 'another@example.org' })
  expect(await db.mail.findMany({ where: { cause: 'met-again' } })).toMatchObject([
    { recipient: invitation.recipient },
  ])
  expect((await jobs()).length).toBe(before + 1)
})

test('a letter arrives in its reader’s language, with times that name their zone, and its secret is forgotten', async () => {
  const id = await queued()
  await deliverMail(id, now, post)
  const [letter] = await server.letters(1)
  expect(letter?.to).toMatchObject({ text: 'haruka.mizuno@example.org' })
  expect(letter?.from?.text).toBe('"Startex" <startex@example.org>')
  expect(letter?.subject).toBe('LS27 : vous êtes invité à représenter Japon')
  expect(letter?.messageId).toBe(`<${id}@startex.example.org>`)
  expect(letter?.text).toContain('vous invite à être le point de contact pour Japon dans LS27')
  expect(letter?.text).toContain('https://startex.example.org/invitations/token-only-haruka-may-know')
  expect(letter?.text).toContain('18:00 JST (010900ZFEB27)')
  expect(letter?.html).toContain('<html lang="fr" dir="ltr">')
  expect(letter?.html).toContain('>Accepter l’invitation</a>')
  expect(letter?.html).toContain('Liis Kask &#60;b&#62;')
  expect(await row(id)).toMatchObject({ sentAt: dateOf(now), attempts: 1, failure: null, secret: null })
})

test('names in every script arrive as they are, in the subject too', async () => {
  const params = { ...invitation.params, exercise: '演習 «Älvkraft» 🛡', inviter: 'Ђорђе Шkoda\u0300' }
  await deliverMail(await queued({ params }), now, post)
  const [letter] = await server.letters(1)
  expect(letter?.subject).toBe('演習 «Älvkraft» 🛡 : vous êtes invité à représenter Japon')
  expect(letter?.text).toContain('Ђорђе Шkoda\u0300')
})

test('a reader’s mailbox and domain may be named in another script', async () => {
  post = await server.behave({ utf8: true })
  await deliverMail(await queued({ recipient: '陽香@example.jp' }), now, post)
  await deliverMail(await queued({ recipient: 'kirjad@õppus.example' }), now, post)
  expect(await server.letters(2)).toHaveLength(2)
  expect(server.envelopes.flatMap(({ rcptTo }) => rcptTo.map(({ address }) => address))).toEqual([
    '陽香@example.jp',
    'kirjad@õppus.example',
  ])
})

test('an exercise signs with its own name, address for answers and footer; the sender’s address stays ours', async () => {
  const head = {
    mailName: 'Locked “Shields” 演習',
    mailReplyTo: 'desk@example.net',
    mailFooter: 'Desk: +372 5',
  }
  const { id: exerciseId } = await makeExercise(head)
  await deliverMail(await queued({ exerciseId }), now, post)
  const [letter] = await server.letters(1)
  expect(letter?.from?.value).toEqual([{ name: head.mailName, address: 'startex@example.org' }])
  expect(letter?.replyTo?.value).toMatchObject([{ address: 'desk@example.net' }])
  expect(letter?.text).toContain('Desk: +372 5')
  expect(letter?.text).toContain('Les réponses vont à desk@example.net')
  expect(server.envelopes[0]?.mailFrom).toMatchObject({ address: 'startex@example.org' })
})

test('nothing typed becomes a line of a letter’s head, or a second reader', async () => {
  const smuggled = 'LS27\r\nBcc: eve@example.net\r\n\r\nHello'
  const params = { ...invitation.params, exercise: smuggled, nation: smuggled }
  const id = await queued({ params, recipient: 'a@example.org, eve@example.net' })
  await deliverMail(id, now, post)
  const other = await queued({ params })
  await deliverMail(other, now, post)
  const letters = await server.letters(1)
  expect(server.envelopes.flatMap(({ rcptTo }) => rcptTo.map(({ address }) => address))).not.toContain(
    'eve@example.net',
  )
  const last = letters.at(-1)
  expect([last?.bcc, last?.headers.has('bcc')]).toEqual([undefined, false])
  expect(last?.subject).toMatch(/^LS27 Bcc: eve@example.net Hello : vous êtes invité/)
  // The database refuses it in a letterhead, whichever way it came there.
  const head = (data: object) => makeExercise(data)
  await expect(head({ mailName: 'Startex\r\nBcc: eve@example.net' })).rejects.toThrow('exercise_mail_name')
  await expect(head({ mailName: 'security@nato.example' })).rejects.toThrow('exercise_mail_name')
  await expect(head({ mailReplyTo: 'a@example.org, eve@example.net' })).rejects.toThrow(
    'exercise_mail_reply_to',
  )
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
