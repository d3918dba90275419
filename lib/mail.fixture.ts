import { afterAll } from 'vitest'
import { db, sql } from './db'
import { type MailToQueue, queueMail } from './mail'
import { MailServer } from './smtp.fixture'

export const now = Date.UTC(2027, 0, 15, 12)
export const MINUTE = 60_000
export const server = new MailServer()
let causes = 0

afterAll(() => server.close())

type Invitation = MailToQueue<'contact_invitation'>

export const invitation = {
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

export async function queued(given: Partial<Invitation> = {}): Promise<string> {
  const cause = `test:${++causes}`
  await db.$transaction(tx => queueMail(tx, { cause, ...invitation, ...given }))
  return (await db.mail.findFirstOrThrow({ where: { cause: given.cause ?? cause }, select: { id: true } })).id
}

export const jobs = () => sql<{ key: string; runAt: Date }[]>`
  SELECT key, run_at AS "runAt" FROM graphile_worker.jobs WHERE task_identifier = 'send_mail'`
export const jobOf = async (id: string) => (await jobs()).find(({ key }) => key === `send_mail:${id}`)
export const row = (id: string) => db.mail.findUniqueOrThrow({ where: { id } })
