import type { Instant } from '../time-zones'

/**
 * What became of a letter: not tried yet, to be tried again, gone, given up, given way to a newer one, or withdrawn, since
 * what it would have told of was put back first.
 */
export const letterStates = ['waiting', 'again', 'sent', 'given_up', 'replaced', 'withdrawn'] as const
export type LetterStateName = (typeof letterStates)[number]

type Posted = {
  sentAt: Instant | null
  nextAttemptAt: Instant | null
  givenUpAt: Instant | null
  attempts: number
  failure: string | null
}

export type LetterState =
  | { kind: 'waiting' }
  | { kind: 'again'; at: Instant; attempts: number; why: Why }
  | { kind: 'sent'; at: Instant }
  | { kind: 'given_up'; at: Instant; attempts: number; why: Why }
  | { kind: 'replaced' }
  | { kind: 'withdrawn' }

/** The failures of letters that are kept back on purpose, and never sent again. */
export const keptBack = { superseded: 'replaced', withdrawn: 'withdrawn' } as const
const keptBackBy = (failure: string | null) =>
  failure === 'superseded' || failure === 'withdrawn' ? keptBack[failure] : null

export function letterState({ sentAt, nextAttemptAt, givenUpAt, attempts, failure }: Posted): LetterState {
  if (sentAt !== null) return { kind: 'sent', at: sentAt }
  if (givenUpAt !== null) {
    const kind = keptBackBy(failure)
    return kind ? { kind } : { kind: 'given_up', at: givenUpAt, attempts, why: whyOf(failure) }
  }
  return nextAttemptAt !== null && attempts > 0
    ? { kind: 'again', at: nextAttemptAt, attempts, why: whyOf(failure) }
    : { kind: 'waiting' }
}

const reasons = [
  'expired',
  'unknown_letter',
  'erased',
  'no_such_reader',
  'busy',
  'refused',
  'password',
  'encryption',
  'unreachable',
  'silent',
  'other',
] as const
export type Why = { reason: (typeof reasons)[number]; code: string }

/** The kinds of fault that the mail library tells apart (nodemailer, `err.code`). */
const faults: Record<string, Why['reason']> = {
  EAUTH: 'password',
  ENOAUTH: 'password',
  EOAUTH2: 'password',
  ETLS: 'encryption',
  EREQUIRETLS: 'encryption',
  EDNS: 'unreachable',
  ECONNECTION: 'unreachable',
  ESOCKET: 'unreachable',
  ECONNREFUSED: 'unreachable',
  ETIMEDOUT: 'silent',
}

/** A failure as it was noted (`lib/mail-delivery.ts`) → what to tell of it; `code` is what the mail server said. */
export function whyOf(failure: string | null): Why {
  const code = failure ?? ''
  const [fault = '', status = ''] = code.split(' ')
  const own = reasons.find(reason => reason === fault)
  if (own) return { reason: own, code: '' }
  if (faults[fault]) return { reason: faults[fault], code }
  if (/^(550|551|553)$/.test(status)) return { reason: 'no_such_reader', code }
  if (status.startsWith('4')) return { reason: 'busy', code }
  return { reason: status.startsWith('5') ? 'refused' : 'other', code }
}

/** Why a letter cannot be put on its way again, or null. */
export function sendAgainProblem(
  letter: Posted & { expiresAt: Instant | null; erased: boolean },
  now: Instant,
):
  | 'letter_sent'
  | 'letter_under_way'
  | 'letter_replaced'
  | 'letter_withdrawn'
  | 'letter_expired'
  | 'letter_erased'
  | null {
  if (letter.sentAt !== null) return 'letter_sent'
  if (letter.erased) return 'letter_erased'
  const kept = keptBackBy(letter.failure)
  if (kept) return `letter_${kept}`
  if (letter.expiresAt !== null && letter.expiresAt < now) return 'letter_expired'
  return letter.nextAttemptAt === null ? null : 'letter_under_way'
}
