import { db, sql } from '@/lib/db'
import { env } from '@/lib/env'
import { isLocale, locales } from '@/lib/locale'
import { letterNames, writeLetter } from '@/lib/mail-text'
import type { Actor } from '@/lib/policy'
import { instantOf } from '@/lib/time'

const inExercise = { select: { code: true, name: true } } as const

/**
 * All that is kept about whoever asks, in the words of our own columns, for a file of one's own; null without an
 * account. Other people are left out: who wrote, who decided, and who else a letter or a change spoke of.
 */
export async function getOwnData(actor: Actor) {
  if (actor.kind !== 'account') return null
  const { accountId } = actor
  const account = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: {
      email: true,
      emailVerified: true,
      name: true,
      locale: true,
      timeZone: true,
      createdAt: true,
      sessions: { select: { createdAt: true, expiresAt: true, userAgent: true } },
      memberships: { select: { role: true, createdAt: true, exercise: inExercise } },
      people: {
        select: {
          id: true,
          email: true,
          givenName: true,
          familyName: true,
          nativeName: true,
          homeNation: true,
          createdAt: true,
        },
      },
    },
  })
  const registrations = await ownRegistrations(accountId)
  const attendances = await ownAttendances(accountId)
  const ids = registrations.map(({ id }) => id)
  const attended = attendances.map(({ id }) => id)
  const people = account.people.map(({ id }) => id)
  const [letters, history] = await Promise.all([
    ownLetters(account.email, registrations),
    ownHistory([...ids, ...attended], people),
  ])
  return { account, registrations, attendances, letters, history }
}

function ownRegistrations(accountId: string) {
  return db.registration.findMany({
    // A draft is the delegation's, but what it says of somebody is that person's to know.
    where: { person: { accountId } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      exercise: inExercise,
      participation: { select: { partner: { select: { code: true, name: true } } } },
      company: { select: { name: true } },
      role: { select: { name: true } },
      team: { select: { name: true } },
      site: { select: { name: true } },
      ...{ email: true, givenName: true, familyName: true, nativeName: true, presence: true },
      ...{ homeTimeZone: true, languages: true, clearanceUntilOn: true, lateReason: true },
      ...{ state: true, stateAt: true, stateReason: true, submittedAt: true },
      ...{ filledAt: true, agreedAt: true, agreedVersion: true },
      needs: {
        select: { diet: true, accessNeeds: true, arrivalAt: true, departureAt: true, travelNote: true },
      },
      answers: { select: { value: true, question: { select: { wording: true } } } },
      deletions: { select: { askedAt: true, note: true, decidedAt: true, granted: true, answer: true } },
    },
  })
}

/** Conferences, visits and courses. */
function ownAttendances(accountId: string) {
  return db.attendance.findMany({
    where: { person: { accountId } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      exercise: inExercise,
      activity: { select: { title: true } },
      partner: { select: { code: true, name: true } },
      ...{ email: true, givenName: true, familyName: true, nativeName: true, presence: true },
      ...{
        state: true,
        stateAt: true,
        stateReason: true,
        signedUpAt: true,
        lateReason: true,
        attendedAt: true,
      },
    },
  })
}

/** Letters to them and about them. Where a letter gathers several people, its text is theirs: only its subject stands here. */
async function ownLetters(email: string, registrations: readonly { id: string; email: string }[]) {
  // To the address that the registration has now: before it, the registration may have been somebody else's.
  const toThem = registrations.map(({ id, email: recipient }) => ({ registrationId: id, recipient }))
  const rows = await db.mail.findMany({
    where: { erasedAt: null, OR: [{ recipient: email }, ...toThem] },
    orderBy: { createdAt: 'asc' },
    select: { recipient: true, locale: true, template: true, params: true, createdAt: true, sentAt: true },
  })
  return rows.map(({ recipient, createdAt, sentAt, ...row }) => {
    const known = letterNames.some(name => name === row.template)
    const locale = isLocale(row.locale) ? row.locale : locales[0]
    const letter = known ? writeLetter({ ...row, locale, secret: null }, env.baseUrl) : null
    const text = row.template === 'contact_digest' ? null : (letter?.text ?? null)
    return { recipient, writtenAt: createdAt, sentAt, subject: letter?.subject ?? null, text }
  })
}

type Line = { at: Date; action: string; table: string; field: string; from: unknown; to: unknown }

/** What changed in their own rows, and when: not by whom, nor why, since both may speak of others. Of a registration
 * that was given to another person only what came after: before it speaks of that person. */
function ownHistory(registrationIds: readonly string[], personIds: readonly string[]) {
  return sql<Line[]>`
    SELECT c."at", c."action", f."table", f."field", f."from", f."to"
      FROM "ChangeField" f JOIN "Change" c ON c."id" = f."changeId"
     WHERE ((f."table" IN ('Registration', 'RegistrationNeeds', 'Attendance') AND f."row" = ANY(${[...registrationIds]}::text[]))
         OR (f."table" = 'Person' AND f."row" = ANY(${[...personIds]}::text[]))
         OR (f."table" = 'Answer' AND split_part(f."row", '/', 1) = ANY(${[...registrationIds]}::text[])))
       AND c."at" > coalesce((
         SELECT max(given."at") FROM "ChangeField" hand JOIN "Change" given ON given."id" = hand."changeId"
          WHERE hand."table" = 'Registration' AND hand."row" = split_part(f."row", '/', 1) AND hand."field" = 'personId'), '-infinity')
     ORDER BY f."id"`
}

/** The own parts, each with what was asked and decided about it, for the page of one's own data. */
export async function listOwnParts(actor: Actor) {
  if (actor.kind !== 'account') return []
  const rows = await db.registration.findMany({
    where: { person: { accountId: actor.accountId }, state: { not: 'draft' } },
    orderBy: [{ exercise: { startexAt: 'desc' } }, { id: 'asc' }],
    select: {
      id: true,
      exerciseId: true,
      state: true,
      ...{ givenName: true, familyName: true, nativeName: true, email: true, homeTimeZone: true },
      exercise: {
        select: { name: true, code: true, startexAt: true, endexOffset: true, retentionDays: true },
      },
      role: { select: { name: true } },
      deletions: {
        orderBy: { askedAt: 'desc' },
        take: 1,
        select: { askedAt: true, decidedAt: true, granted: true, answer: true },
      },
    },
  })
  return rows.map(({ deletions: [asked], exercise: { startexAt, ...exercise }, ...row }) => ({
    ...row,
    exercise: { ...exercise, startexAt: instantOf(startexAt) },
    asked: asked
      ? {
          ...asked,
          askedAt: instantOf(asked.askedAt),
          decidedAt: asked.decidedAt === null ? null : instantOf(asked.decidedAt),
        }
      : null,
  }))
}

export type OwnPart = Awaited<ReturnType<typeof listOwnParts>>[number]
