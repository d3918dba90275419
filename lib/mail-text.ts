import { createTranslator } from 'next-intl'
import type { Locale } from './locale'
import { catalogueOf } from './messages'
import type { Instant } from './time'
import { formatDtg, formatInstant } from './time-format'

/** Instants are told in this zone, and in Zulu. */
type Zoned = { timeZone: string }

/** What an expert is told of the own registration; empty where there is no team, or no reason. */
type AboutRegistration = Zoned & { exercise: string; role: string; team: string; reason: string }

/** The letters and what each one tells; worded in `messages/<locale>/mail.json`. */
export type Letters = {
  sign_in_link: Zoned & { expiresAt: Instant; next: string | null }
  contact_invitation: Zoned & {
    exercise: string
    nation: string
    role: string
    inviter: string
    expiresAt: Instant
  }
  staff_invitation: Zoned & { exercise: string; role: string; inviter: string; expiresAt: Instant }
  programme_invitation: Zoned & { programme: string; role: string; inviter: string; expiresAt: Instant }
  administrator_invitation: Zoned & { inviter: string; expiresAt: Instant }
  password_changed: Zoned & { changedAt: Instant }
  deadline_reminder: Zoned & {
    exercise: string
    nation: string
    gate: string
    deadlineAt: Instant
    taken: string
    drafts: string
    submitted: string
  }
  registration_submitted: AboutRegistration
  registration_waitlisted: AboutRegistration
  registration_came_in: AboutRegistration
  registration_confirmed: AboutRegistration
  registration_moved: AboutRegistration
  registration_declined: AboutRegistration
  registration_withdrawn: AboutRegistration
}
export type Letter = keyof Letters

export const letterNames = [
  'sign_in_link',
  'contact_invitation',
  'staff_invitation',
  'programme_invitation',
  'administrator_invitation',
  'password_changed',
  'deadline_reminder',
  'registration_submitted',
  'registration_waitlisted',
  'registration_came_in',
  'registration_confirmed',
  'registration_moved',
  'registration_declined',
  'registration_withdrawn',
] as const satisfies readonly Letter[]

export type LetterRow = { template: string; params: unknown; locale: Locale; secret: string | null }
export type LetterText = { subject: string; text: string; html: string }

/** What stands for a secret where a letter is only looked at. */
export const mask = '••••'

/** A row of the outbox as the letter that a person reads. Throws for a template that is no longer known. */
export function writeLetter(row: LetterRow, baseUrl: string): LetterText {
  const template = letterNames.find(name => name === row.template)
  if (!template) throw new Error(`No letter is called ${row.template}`)
  const given = isRecord(row.params) ? row.params : {}
  const t = createTranslator({ locale: row.locale, messages: wordsOf(template, row.locale) })
  const values = { ...wordedParams(given, row.locale), link: linkOf(template, given, row.secret, baseUrl) }
  const text = `${t('body', values)}\n\n-- \n${t('footer', { address: baseUrl })}\n`
  return { subject: t('subject', values), text, html: asHtml(text) }
}

function wordsOf(template: Letter, locale: Locale): Record<string, string> {
  const { [template]: letter, footer = '' } = catalogueOf(locale).mail ?? {}
  const { subject = '', body = '' } = isRecord(letter) ? letter : {}
  return { subject: String(subject), body: String(body), footer: String(footer) }
}

function linkOf(template: Letter, params: Record<string, unknown>, secret: string | null, baseUrl: string) {
  const token = secret ?? mask
  if (template === 'password_changed') return `${baseUrl}/sign-in`
  if (template === 'deadline_reminder') return `${baseUrl}/delegation`
  if (template.startsWith('registration_')) return `${baseUrl}/me`
  if (template !== 'sign_in_link') return `${baseUrl}/invitations/${token}`
  const next = typeof params.next === 'string' ? `?next=${encodeURIComponent(params.next)}` : ''
  return `${baseUrl}/sign-in/link/${token}${next}`
}

/** Instants (`…At`) as words with their zone, and as a DTG, whose day may be another. */
function wordedParams(params: Record<string, unknown>, locale: Locale): Record<string, string> {
  const timeZone = typeof params.timeZone === 'string' ? params.timeZone : 'UTC'
  const worded = Object.entries(params).flatMap(([name, value]) => {
    if (typeof value === 'string') return [[name, value]]
    if (typeof value !== 'number' || !name.endsWith('At')) return []
    const here = formatInstant(value, { timeZone, locale, style: 'dateTime' })
    return [[name, `${here} (${formatDtg(value)})`]]
  })
  return Object.fromEntries(worded)
}

function asHtml(text: string): string {
  const escaped = text.replace(/[&<>"]/g, sign => `&#${sign.codePointAt(0)};`)
  const linked = escaped.replace(/https?:\/\/[^\s<&]+/g, address => `<a href="${address}">${address}</a>`)
  const paragraphs = linked.split(/\n{2,}/).map(part => `<p>${part.trim().replaceAll('\n', '<br>')}</p>`)
  return `<!doctype html><html><body>${paragraphs.join('\n')}</body></html>`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
