import { createTranslator } from 'next-intl'
import type { Locale } from './locale'
import { asHtml, asText, bullet } from './mail-html'
import { catalogueOf } from './messages'
import type { Instant } from './time'
import { formatDtg, formatInstant } from './time-format'

/** Instants are told in this zone, and in Zulu. */
type Zoned = { timeZone: string }

/** What an expert is told of the own registration; empty where there is no team, or no reason. */
type AboutRegistration = Zoned & { exercise: string; role: string; team: string; reason: string }

/** One of a delegation's people in a letter to its contacts; the id, so that the name goes with the person's data. */
type ToldPerson = { id: string; name: string; what: string }
/** Places of a delegation; `scope` is a role, a site, or `none` for the whole of it. */
type AboutQuota = Zoned & { exercise: string; nation: string; scope: string; size: string }
/** What somebody is told of the own place at an activity; `none` where no place or reason is known. */
type AboutAttendance = Zoned & {
  exercise: string
  activity: string
  startAt: Instant
  presence: string
  place: string
  reason: string
}

/** What somebody is part of that is at another time now: `total` rows, of which `moves` are told. */
type AboutMove = Zoned & {
  exercise: string
  reason: string
  total: number
  moves: { what: string; fromAt: Instant; toAt: Instant }[]
}

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
  /** counts by what happened, beside as many names as a letter can carry */
  contact_digest: Zoned & {
    exercise: string
    nation: string
    participationId: string
    /** of a company's contact, who has a page of the own */
    companyId: string | null
    total: number
    counts: Record<string, number>
    people: ToldPerson[]
  }
  quota_cut: AboutQuota & { count: string; until: string; reason: string }
  quota_cut_cancelled: AboutQuota
  deletion_granted: Zoned & { exercise: string; answer: string }
  deletion_refused: Zoned & { exercise: string; answer: string }
  /** `dated` is yes where the link can change things until `untilAt`, no where nothing ends */
  own_part_link: Zoned & {
    exercise: string
    nation: string
    role: string
    inviter: string
    dated: string
    untilAt: Instant
  }
  registration_submitted: AboutRegistration
  registration_waitlisted: AboutRegistration
  registration_came_in: AboutRegistration
  registration_confirmed: AboutRegistration
  registration_moved: AboutRegistration
  registration_declined: AboutRegistration
  registration_withdrawn: AboutRegistration
  attendance_signed_up: AboutAttendance
  attendance_waiting: AboutAttendance
  attendance_came_in: AboutAttendance
  attendance_cancelled: AboutAttendance
  sign_up_link: Zoned & {
    exercise: string
    activity: string
    nation: string
    inviter: string
    startAt: Instant
    expiresAt: Instant
  }
  plan_moved: AboutMove
  plan_moved_back: AboutMove
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
  'contact_digest',
  'quota_cut',
  'quota_cut_cancelled',
  'deletion_granted',
  'deletion_refused',
  'own_part_link',
  'registration_submitted',
  'registration_waitlisted',
  'registration_came_in',
  'registration_confirmed',
  'registration_moved',
  'registration_declined',
  'registration_withdrawn',
  'attendance_signed_up',
  'attendance_waiting',
  'attendance_came_in',
  'attendance_cancelled',
  'sign_up_link',
  'plan_moved',
  'plan_moved_back',
] as const satisfies readonly Letter[]

export type LetterRow = { template: string; params: unknown; locale: Locale; secret: string | null }
export type LetterText = { subject: string; text: string; html: string }

/** How an exercise signs its letters; what it leaves empty is Startex's own. */
export type Letterhead = { replyTo: string | null; footer: string }

/** What stands for a secret where a letter is only looked at. */
export const mask = '••••'

/** A row of the outbox as the letter that a person reads. Throws for a template that is no longer known. */
export function writeLetter(row: LetterRow, baseUrl: string, head?: Letterhead): LetterText {
  const template = letterNames.find(name => name === row.template)
  if (!template) throw new Error(`No letter is called ${row.template}`)
  const { locale } = row
  const given = isRecord(row.params) ? row.params : {}
  const t = createTranslator({ locale, messages: wordsOf(template, locale) })
  const link = linkOf(template, given, row.secret, baseUrl)
  const people = peopleLines(given, (name, values) => t(name, values))
  const total = typeof given.total === 'number' ? given.total : 0
  const moves = moveLines(given, locale, (name, values) => t(name, values))
  const values = { ...wordedParams(given, locale), people, moves, total, link }
  // One line, whatever a name in it holds: it becomes part of the letter's head.
  const subject = t('subject', values).replace(/\s+/g, ' ')
  const signed = t('footer', { address: baseUrl, replies: head?.replyTo ?? 'none' })
  const footer = head?.footer ? `${head.footer}\n\n${signed}` : signed
  const parts = { locale, subject, body: t('body', values), link, button: t('button'), footer }
  return { subject, text: asText(parts), html: asHtml(parts) }
}

function wordsOf(template: Letter, locale: Locale): Record<string, string> {
  const { [template]: letter, footer = '', people, moves } = catalogueOf(locale).mail ?? {}
  const lines = { ...(isRecord(people) ? people : {}), ...(isRecord(moves) ? moves : {}) }
  const words = { ...lines, ...(isRecord(letter) ? letter : {}), footer }
  return Object.fromEntries(Object.entries(words).map(([name, text]) => [name, String(text)]))
}

function linkOf(template: Letter, params: Record<string, unknown>, secret: string | null, baseUrl: string) {
  const token = secret ?? mask
  if (template === 'password_changed') return `${baseUrl}/sign-in`
  if (template === 'contact_digest')
    return typeof params.companyId === 'string'
      ? `${baseUrl}/company/${params.companyId}`
      : `${baseUrl}/delegation/${String(params.participationId)}`
  if (template === 'deadline_reminder' || template.startsWith('quota_')) return `${baseUrl}/delegation`
  if (template === 'sign_up_link') return `${baseUrl}/sign-up/${token}`
  if (template === 'own_part_link') return `${baseUrl}/register/${token}`
  if (
    template.startsWith('registration_') ||
    template.startsWith('attendance_') ||
    template.startsWith('plan_')
  )
    return `${baseUrl}/me`
  if (template.startsWith('deletion_')) return `${baseUrl}/account/data`
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

/** A line for each thing that happened, with its people; the words of a line are called `line_…`. */
function peopleLines(
  { counts, people }: Record<string, unknown>,
  t: (name: string, values: Record<string, string | number>) => string,
): string {
  if (!isRecord(counts) || !Array.isArray(people)) return ''
  const told = people.filter(isRecord)
  const lines = Object.entries(counts).map(([what, count]) => {
    const names = told.filter(person => person.what === what).map(({ name }) => String(name))
    return `${bullet}${t(`line_${what}`, { count: Number(count), names: names.join(', '), more: Number(count) - names.length })}`
  })
  return lines.join('\n')
}

/** A line for each row that moved, with the old and the new time as this reader has them. */
function moveLines(
  given: Record<string, unknown>,
  locale: Locale,
  t: (name: string, values: Record<string, string | number>) => string,
): string {
  if (!Array.isArray(given.moves)) return ''
  const told = given.moves.filter(isRecord)
  const lines = told.map(({ what, fromAt, toAt }) => {
    const { from = '', to = '' } = {
      from: wordedParams({ timeZone: given.timeZone, fromAt }, locale).fromAt,
      to: wordedParams({ timeZone: given.timeZone, toAt }, locale).toAt,
    }
    return `${bullet}${t('line_moved', { what: String(what), from, to })}`
  })
  const more = Number(given.total) - told.length
  return [...lines, ...(more > 0 ? [`${bullet}${t('line_more', { more })}`] : [])].join('\n')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
