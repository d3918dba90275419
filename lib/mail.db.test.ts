import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { db, sql } from './db'
import { queueMail } from './mail'
import { deliverMail, type Post } from './mail-delivery'
import { dateOf } from './time'

const now = Date.UTC(2027, 0, 15, 12)
const letters: string[] = []
let answer: (recipient: string) => Error | null = () => null
let post: Post

/** A real mail server, in this process. */
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo: (address, _session, done) => done(answer(address.address)),
  onData(stream, _session, done) {
    let letter = ''
    stream.on('data', chunk => {
      letter += chunk
    })
    stream.on('end', async () => {
      await sleep(50)
      letters.push(letter)
      done()
    })
  },
})

beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  post = {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: 'Startex <startex@example.org>',
    baseUrl: 'https://startex.example.org',
  }
})
afterAll(() => new Promise<void>(resolve => server.close(() => resolve())))
beforeEach(() => {
  letters.length = 0
  answer = () => null
})

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

async function queued(): Promise<string> {
  await db.$transaction(tx => queueMail(tx, invitation))
  const mail = await db.mail.findFirstOrThrow({ orderBy: { createdAt: 'desc' }, select: { id: true } })
  return mail.id
}

const jobs = () => sql`SELECT FROM graphile_worker.jobs WHERE task_identifier = 'send_mail'`

test('a letter and its job are written together', async () => {
  const before = await jobs()
  await queued()
  expect((await jobs()).length).toBe(before.length + 1)
})

test('what is undone leaves neither letter nor job', async () => {
  const before = { jobs: (await jobs()).length, mails: await db.mail.count() }
  const undone = db.$transaction(async tx => {
    await queueMail(tx, invitation)
    throw new Error('the cause failed')
  })
  await expect(undone).rejects.toThrow('the cause failed')
  expect({ jobs: (await jobs()).length, mails: await db.mail.count() }).toEqual(before)
})

test('a letter arrives in its reader’s language, with times that name their zone, and its secret is forgotten', async () => {
  const id = await queued()
  await deliverMail(id, now, post)
  expect(letters).toHaveLength(1)
  const letter = decoded(letters[0] ?? '')
  expect(letter).toContain('To: haruka.mizuno@example.org')
  expect(letter).toContain('vous invite à être le point de contact pour Japon dans LS27')
  expect(letter).toContain('https://startex.example.org/invitations/token-only-haruka-may-know')
  expect(letter).toContain('18:00 JST (010900ZFEB27)')
  expect(letter).toContain('Liis Kask &#60;b&#62;')
  const row = await db.mail.findUniqueOrThrow({ where: { id } })
  expect(row).toMatchObject({ sentAt: dateOf(now), failure: null, secret: null })
})

test('one letter taken up twice at once is sent once', async () => {
  const id = await queued()
  await Promise.all([1, 2, 3].map(() => deliverMail(id, now, post)))
  await deliverMail(id, now, post)
  expect(letters).toHaveLength(1)
})

test('a server that is busy is tried again; one that refuses is not', async () => {
  const id = await queued()
  answer = () => Object.assign(new Error('mailbox busy'), { responseCode: 450 })
  await expect(deliverMail(id, now, post)).rejects.toThrow('mail not sent')
  expect((await db.mail.findUniqueOrThrow({ where: { id } })).failure).toBe('EENVELOPE 450')
  answer = () => Object.assign(new Error('no such mailbox'), { responseCode: 550 })
  await deliverMail(id, now, post)
  const row = await db.mail.findUniqueOrThrow({ where: { id } })
  expect(row).toMatchObject({ failure: 'EENVELOPE 550', sentAt: null })
})

test('a letter whose link has expired on the way is not sent any more', async () => {
  const id = await queued()
  await deliverMail(id, invitation.params.expiresAt + 1, post)
  expect(letters).toHaveLength(0)
  expect((await db.mail.findUniqueOrThrow({ where: { id } })).failure).toBe('expired')
})

test('without a mail server letters wait', async () => {
  const id = await queued()
  await deliverMail(id, now, { ...post, smtpUrl: null })
  expect(await db.mail.findUniqueOrThrow({ where: { id } })).toMatchObject({ sentAt: null, failure: null })
})

function decoded(letter: string): string {
  const softened = letter.replace(/=\r\n/g, '')
  const bytes = softened.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
