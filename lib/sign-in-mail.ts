import { db } from './db'
import { isLocale, locales } from './locale'
import { queueMail } from './mail'
import { currentInstant } from './time'
import { hashToken } from './tokens'

/** Mail may wait at a greylisting server for a quarter of an hour. */
export const linkMinutes = 30

type MadeLink = { email: string; token: string; metadata?: Record<string, unknown> }

/** Puts the link of a sign-in on its way, in the language and zone that its reader chose, if there was a choice. */
export async function sendLinkByMail({ email, token, metadata = {} }: MadeLink): Promise<void> {
  const account = await db.account.findUnique({
    where: { email },
    select: { locale: true, timeZone: true },
  })
  const locale = [account?.locale, metadata.locale].find(isLocale) ?? locales[0]
  const params = {
    timeZone: account?.timeZone ?? 'UTC',
    expiresAt: currentInstant() + linkMinutes * 60_000,
    next: typeof metadata.next === 'string' ? metadata.next : null,
  }
  // A job that is tried again makes a second link, but no second letter.
  const cause = `sign_in:${typeof metadata.cause === 'string' ? metadata.cause : hashToken(token)}`
  await db.$transaction(tx =>
    queueMail(tx, { cause, recipient: email, locale, template: 'sign_in_link', params, secret: token }),
  )
}
