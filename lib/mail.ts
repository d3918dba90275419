import type { Tx } from './db'
import { addJob } from './jobs'
import type { Locale } from './locale'
import type { Letter, Letters } from './mail-text'

export type MailToQueue<Template extends Letter> = {
  /** What the letter is written for, its row and moment: a cause that is met again makes no second letter. At most 200
   * characters, and no secret: it is kept. */
  cause: string
  recipient: string
  locale: Locale
  template: Template
  params: Letters[Template]
  /** What of the link only the recipient may know; the outbox masks it, and it is forgotten once sent. */
  secret?: string
  exerciseId?: string
  /** Whom it tells of: it goes with that person's data, and gives way to a newer letter about the same registration. */
  registrationId?: string
}

/** Writes a letter and the job that sends it, in the transaction of its cause; nothing where the cause has a letter. */
export async function queueMail<Template extends Letter>(
  tx: Tx,
  { secret, exerciseId, registrationId, ...letter }: MailToQueue<Template>,
): Promise<void> {
  const row = {
    ...letter,
    secret: secret ?? null,
    exerciseId: exerciseId ?? null,
    registrationId: registrationId ?? null,
  }
  const made = await tx.mail.createManyAndReturn({ data: [row], skipDuplicates: true, select: { id: true } })
  for (const { id } of made) await addJob(tx, 'send_mail', { mailId: id }, { jobKey: mailJobKey(id) })
}

/** One job a letter: a second one replaces the first. */
export const mailJobKey = (mailId: string) => `send_mail:${mailId}`
