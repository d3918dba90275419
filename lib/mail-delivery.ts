import { createTransport } from 'nodemailer'
import { sql } from './db'
import { env } from './env'
import { isLocale, locales } from './locale'
import { log } from './log'
import { nextAttemptAt } from './mail-retries'
import { type Letter, type Letterhead, type LetterText, writeLetter } from './mail-text'
import { dateOf, type Instant } from './time'

type MailRow = {
  id: string
  recipient: string
  locale: string
  template: string
  params: Record<string, unknown>
  secret: string | null
  attempts: number
  mailName: string | null
  replyTo: string | null
  footer: string | null
  superseded: boolean
}

/** Where letters go, and from whom; without a server they wait in the outbox. */
export type Post = { smtpUrl: string | null; from: string; baseUrl: string; patience?: number }

/** How long a mail server may keep us waiting, in milliseconds. */
const patience = 20_000

/**
 * Sends one letter, once: the row is locked while the server takes it, and a letter that was sent, is being sent, given
 * up or has gone is left alone. A failure is counted on the letter, with the time at which it is tried again; it is
 * given up where the server's word is final, or after two days. Should we die between the server's yes and our note of
 * it, the letter goes twice under one Message-ID, and more than that SMTP does not let us know.
 */
export async function deliverMail(mailId: string, now: Instant, post: Post = ourPost()): Promise<void> {
  const { smtpUrl } = post
  if (smtpUrl === null) {
    await sql`UPDATE "Mail" SET "nextAttemptAt" = NULL WHERE "id" = ${mailId}::uuid AND "nextAttemptAt" IS NOT NULL`
    return
  }
  await sql.begin(async tx => {
    const [mail] = await tx<MailRow[]>`
      SELECT m."id", m."recipient", m."locale", m."template", m."params", m."secret", m."attempts", e."mailName",
             e."mailReplyTo" AS "replyTo", e."mailFooter" AS "footer",
             EXISTS (SELECT FROM "Mail" n WHERE n."exerciseId" = m."exerciseId" AND n."registrationId" = m."registrationId"
                       AND n."createdAt" > m."createdAt" AND (n."template" = ${ownLink}) = (m."template" = ${ownLink})
                       AND (n."template" <> ${partial} OR n."template" = m."template"))
               AS "superseded"
        FROM "Mail" m LEFT JOIN "Exercise" e ON e."id" = m."exerciseId"
       WHERE m."id" = ${mailId}::uuid AND m."nextAttemptAt" IS NOT NULL FOR UPDATE OF m SKIP LOCKED`
    if (!mail) return
    const failure = unsendable(mail, now) ?? (await send(mail, smtpUrl, post))
    if (failure === null) {
      await tx`
        UPDATE "Mail" SET "sentAt" = ${dateOf(now)}, "attempts" = "attempts" + 1, "nextAttemptAt" = NULL, "failure" = NULL,
               "secret" = NULL WHERE "id" = ${mailId}::uuid`
      return
    }
    const again = failure.final ? null : nextAttemptAt(mail.attempts + 1, now)
    log.warn({ mailId, reason: failure.reason, attempt: mail.attempts + 1, again }, 'mail not sent')
    await tx`
      UPDATE "Mail" SET "attempts" = "attempts" + ${failure.tried ? 1 : 0}, "failure" = ${failure.reason},
             "nextAttemptAt" = ${again === null ? null : dateOf(again)}, "givenUpAt" = ${again === null ? dateOf(now) : null}
       WHERE "id" = ${mailId}::uuid`
    if (again === null) return
    await tx`
      SELECT FROM graphile_worker.add_job('send_mail', payload := json_build_object('mailId', ${mailId}::text),
                job_key := 'send_mail:' || ${mailId}::text, run_at := ${dateOf(again)})`
  })
}

/** Says where somebody went, not that they are in at all: it replaces nothing but its like. */
const partial: Letter = 'registration_moved'

/** Says nothing of where somebody stands; a newer one ends the link of the one before. */
const ownLink: Letter = 'own_part_link'

/** How late a letter is before its job counts as lost, in milliseconds. */
const lost = 10 * 60_000

/** Puts letters whose job died with its worker back into the queue: the letter says what is due, not the queue. */
export async function rescueMail(now: Instant, { smtpUrl }: Post = ourPost()): Promise<void> {
  if (smtpUrl === null) return
  await sql`
    SELECT count(graphile_worker.add_job('send_mail', payload := json_build_object('mailId', "id"),
             job_key := 'send_mail:' || "id", job_key_mode := 'preserve_run_at'))
      FROM (SELECT "id" FROM "Mail" WHERE "nextAttemptAt" < ${dateOf(now - lost)} ORDER BY "nextAttemptAt" LIMIT 1000) late`
}

/** `tried`: whether the mail server was asked at all. */
type Failure = { reason: string; final: boolean; tried: boolean }

function unsendable({ params, superseded }: MailRow, now: Instant): Failure | null {
  if (typeof params.expiresAt === 'number' && params.expiresAt < now)
    return { reason: 'expired', final: true, tried: false }
  return superseded ? { reason: 'superseded', final: true, tried: false } : null
}

async function send(mail: MailRow, smtpUrl: string, post: Post): Promise<Failure | null> {
  const locale = isLocale(mail.locale) ? mail.locale : locales[0]
  const letter = written({ ...mail, locale }, post)
  if (letter === null) return { reason: 'unknown_letter', final: true, tried: false }
  const wait = post.patience ?? patience
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: wait,
    greetingTimeout: wait,
    socketTimeout: wait,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from: mail.mailName ? { name: mail.mailName, address: addressIn(post.from) } : post.from,
      ...(mail.replyTo ? { replyTo: { name: '', address: mail.replyTo } } : {}),
      // As an object, so that no address can smuggle in a second one.
      to: { name: '', address: mail.recipient },
      ...letter,
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

function written(row: MailRow & { locale: (typeof locales)[number] }, post: Post): LetterText | null {
  const head: Letterhead = { replyTo: row.replyTo, footer: row.footer ?? '' }
  try {
    return writeLetter(row, post.baseUrl, head)
  } catch {
    return null
  }
}

/** The address stays ours whatever the name, or receivers would not believe it (SPF). */
const addressIn = (from: string) => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from

/** What a server says of this letter, not of us or of itself. */
const aboutLetter = ['MAIL FROM', 'RCPT TO', 'DATA']

/** A server's 5xx about this letter is its last word; a wrong password, a full mailbox or silence may pass. */
function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { reason: 'unknown', final: false, tried: true }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  const status = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null
  const command = 'command' in error && typeof error.command === 'string' ? error.command : ''
  // 530 asks for a password or for TLS first.
  const final = status !== null && status >= 500 && status !== 530 && aboutLetter.includes(command)
  return { reason: status === null ? code : `${code} ${status}`, final, tried: true }
}

function ourPost(): Post {
  return { smtpUrl: env.smtpUrl, from: env.mailFrom, baseUrl: env.baseUrl }
}
