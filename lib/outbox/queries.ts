import type { Prisma } from '@/prisma/client/client'
import { db } from '../db'
import { env } from '../env'
import { isLocale, locales } from '../locale'
import { letterNames, mask, writeLetter } from '../mail-text'
import { type Actor, can } from '../policy'
import { instantOf } from '../time'
import { keptBack, type LetterStateName, letterState } from './rules'

export const lettersPerPage = 50

/**
 * One page of the letters, of all or of one state, newest first, as their readers see them but with the links masked;
 * null for whoever is no administrator. `page` from 1.
 */
export async function listLetters(actor: Actor, page: number, state: LetterStateName | null = null) {
  if (!can(actor, 'platform.administer', {})) return null
  const where = state === null ? {} : inState[state]
  const [total, rows] = await Promise.all([
    db.mail.count({ where }),
    db.mail.findMany({
      where,
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
        attempts: true,
        sentAt: true,
        nextAttemptAt: true,
        givenUpAt: true,
        failure: true,
        erasedAt: true,
        exercise: { select: { mailReplyTo: true, mailFooter: true } },
      },
    }),
  ])
  const letters = rows.map(row => ({
    id: row.id,
    recipient: row.recipient,
    writtenAt: instantOf(row.createdAt),
    state: stateOf(row),
    erased: row.erasedAt !== null,
    stuck:
      row.sentAt === null &&
      row.nextAttemptAt === null &&
      row.erasedAt === null &&
      !onPurpose.some(failure => failure === row.failure),
    ...wordsOf(row),
  }))
  return { letters, pages: Math.max(1, Math.ceil(total / lettersPerPage)) }
}

const onPurpose = Object.keys(keptBack)

/** The states of `letterState`, as the database finds them. */
const inState = {
  waiting: { sentAt: null, givenUpAt: null, OR: [{ attempts: 0 }, { nextAttemptAt: null }] },
  again: { nextAttemptAt: { not: null }, attempts: { gt: 0 } },
  sent: { sentAt: { not: null } },
  given_up: { givenUpAt: { not: null }, NOT: { failure: { in: onPurpose } } },
  replaced: { givenUpAt: { not: null }, failure: 'superseded' },
  withdrawn: { givenUpAt: { not: null }, failure: 'withdrawn' },
} satisfies Record<LetterStateName, Prisma.MailWhereInput>

type Dated = Record<'sentAt' | 'nextAttemptAt' | 'givenUpAt', Date | null>

function stateOf({
  sentAt,
  nextAttemptAt,
  givenUpAt,
  ...row
}: Dated & { attempts: number; failure: string | null }) {
  const at = (date: Date | null) => (date === null ? null : instantOf(date))
  return letterState({
    ...row,
    sentAt: at(sentAt),
    nextAttemptAt: at(nextAttemptAt),
    givenUpAt: at(givenUpAt),
  })
}

type Worded = {
  template: string
  params: unknown
  locale: string
  erasedAt: Date | null
  exercise: { mailReplyTo: string | null; mailFooter: string } | null
}

/** A letter of a version before this one may no longer have words: then neither subject nor text. */
function wordsOf({ exercise, erasedAt, ...row }: Worded) {
  if (erasedAt !== null || !letterNames.some(name => name === row.template))
    return { subject: null, text: null }
  const locale = isLocale(row.locale) ? row.locale : locales[0]
  const head = { replyTo: exercise?.mailReplyTo ?? null, footer: exercise?.mailFooter ?? '' }
  const { subject, text } = writeLetter({ ...row, locale, secret: mask }, env.baseUrl, head)
  return { subject, text }
}
