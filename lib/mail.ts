import type { Tx } from './db'
import { addJob } from './jobs'
import type { Locale } from './locale'
import type { Letter, Letters } from './mail-text'

export type MailToQueue<Template extends Letter> = {
  recipient: string
  locale: Locale
  template: Template
  params: Letters[Template]
  /** What of the link only the recipient may know; the outbox masks it, and it is forgotten once sent. */
  secret?: string
  exerciseId?: string
}

/** Writes a letter and the job that sends it, in the transaction of its cause. */
export async function queueMail<Template extends Letter>(
  tx: Tx,
  { recipient, locale, template, params, secret, exerciseId }: MailToQueue<Template>,
): Promise<void> {
  const mail = await tx.mail.create({
    data: {
      recipient,
      locale,
      template,
      params,
      secret: secret ?? null,
      exerciseId: exerciseId ?? null,
    },
    select: { id: true },
  })
  await addJob(tx, 'send_mail', { mailId: mail.id }, { jobKey: `send_mail:${mail.id}` })
}
