import { createTransport } from 'nodemailer'
import { sql } from './db'
import { env } from './env'
import { isLocale, locales } from './locale'
import { log } from './log'
import { writeLetter } from './mail-text'
import { dateOf, type Instant } from './time'

type MailRow = {
  id: string
  recipient: string
  locale: string
  template: string
  params: Record<string, unknown>
  secret: string | null
}

/** Where letters go, and from whom; without a server they wait in the outbox. */
export type Post = { smtpUrl: string | null; from: string; baseUrl: string }

/** How long a mail server may keep us waiting, in milliseconds. */
const patience = 20_000

/**
 * Sends one letter, once: the row is locked while the server takes it, and a letter that was sent, is being sent or
 * has gone is left alone. Should we die between the server's yes and our note of it, the letter goes twice under one
 * Message-ID, and more than that SMTP does not let us know. Throws where trying again later may help.
 */
export async function deliverMail(mailId: string, now: Instant, post: Post = ourPost()): Promise<void> {
  if (post.smtpUrl === null) return
  const { smtpUrl } = post
  const problem = await sql.begin(async tx => {
    const [mail] = await tx<MailRow[]>`
      SELECT "id", "recipient", "locale", "template", "params", "secret" FROM "Mail"
       WHERE "id" = ${mailId}::uuid AND "sentAt" IS NULL FOR UPDATE SKIP LOCKED`
    if (!mail) return null
    const late = typeof mail.params.expiresAt === 'number' && mail.params.expiresAt < now
    const failure = late ? { reason: 'expired', final: true } : await send(mail, smtpUrl, post)
    if (failure === null) {
      await tx`UPDATE "Mail" SET "sentAt" = ${dateOf(now)}, "failure" = NULL, "secret" = NULL WHERE "id" = ${mailId}::uuid`
    } else {
      await tx`UPDATE "Mail" SET "failure" = ${failure.reason} WHERE "id" = ${mailId}::uuid`
    }
    return failure
  })
  if (problem === null) return
  log.warn({ mailId, reason: problem.reason, final: problem.final }, 'mail not sent')
  if (!problem.final) throw new Error(`mail not sent: ${problem.reason}`)
}

type Failure = { reason: string; final: boolean }

async function send(mail: MailRow, smtpUrl: string, post: Post): Promise<Failure | null> {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    const locale = isLocale(mail.locale) ? mail.locale : locales[0]
    const { subject, text, html } = writeLetter({ ...mail, locale }, post.baseUrl)
    await transport.sendMail({
      from: post.from,
      // As an object, so that no address can smuggle in a second one.
      to: { name: '', address: mail.recipient },
      subject,
      text,
      html,
      messageId: `<${mail.id}@${new URL(post.baseUrl).hostname}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
    })
    return null
  } catch (error) {
    return failureOf(error)
  } finally {
    transport.close()
  }
}

/** A server's 5xx about this letter is its last word; a wrong password, a full mailbox or silence may pass. */
function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { reason: 'unknown', final: false }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  const status = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null
  const final = status !== null && status >= 500 && code !== 'EAUTH'
  return { reason: status === null ? code : `${code} ${status}`, final }
}

function ourPost(): Post {
  return { smtpUrl: env.smtpUrl, from: env.mailFrom, baseUrl: env.baseUrl }
}
