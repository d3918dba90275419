import { beforeEach, expect, test } from 'vitest'
import { makeExercise } from '@/prisma/factories'
import { db } from './db'
import { queueMail } from './mail'
import { invitation, jobs, now, queued, row, server } from './mail.fixture'
import { deliverMail, type Post } from './mail-delivery'
import { dateOf } from './time'

let post: Post
beforeEach(async () => {
  post = await server.behave()
})

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
