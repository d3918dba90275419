import { db } from '../db'
import { env } from '../env'
import { isLocale, locales } from '../locale'
import { letterNames, mask, writeLetter } from '../mail-text'
import { type Actor, can } from '../policy'
import { type Instant, instantOf } from '../time'

export const lettersPerPage = 50

export type LetterState =
  | { kind: 'sent'; at: Instant }
  | { kind: 'failed'; failure: string }
  | { kind: 'waiting' }

/**
 * One page of the letters, newest first, as their readers see them but with the links masked; null for whoever is no
 * administrator. `page` from 1.
 */
export async function listLetters(actor: Actor, page: number) {
  if (!can(actor, 'platform.administer', {})) return null
  const [total, rows] = await Promise.all([
    db.mail.count(),
    db.mail.findMany({
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * lettersPerPage,
      take: lettersPerPage,
      // The secret stays in the database.
      select: {
        id: true,
        recipient: true,
        locale: true,
        template: true,
        params: true,
        createdAt: true,
        sentAt: true,
        failure: true,
      },
    }),
  ])
  const letters = rows.map(row => ({
    id: row.id,
    recipient: row.recipient,
    writtenAt: instantOf(row.createdAt),
    state: stateOf(row),
    ...wordsOf(row),
  }))
  return { letters, pages: Math.max(1, Math.ceil(total / lettersPerPage)) }
}

function stateOf({ sentAt, failure }: { sentAt: Date | null; failure: string | null }): LetterState {
  if (sentAt !== null) return { kind: 'sent', at: instantOf(sentAt) }
  return failure === null ? { kind: 'waiting' } : { kind: 'failed', failure }
}

/** A letter of a version before this one may no longer have words: then neither subject nor text. */
function wordsOf(row: { template: string; params: unknown; locale: string }) {
  if (!letterNames.some(name => name === row.template)) return { subject: null, text: null }
  const locale = isLocale(row.locale) ? row.locale : locales[0]
  const { subject, text } = writeLetter({ ...row, locale, secret: mask }, env.baseUrl)
  return { subject, text }
}
