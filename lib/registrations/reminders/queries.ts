import { partnerName } from '@/lib/countries/rules'
import { db, type Tx } from '@/lib/db'
import { startexFrame } from '@/lib/exercises/rules'
import { localeFor } from '@/lib/locale'
import { gateMoments, registrationWindow } from '@/lib/schedule/rules'
import { instantOf, startColumns } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'
import type { Prisma } from '@/prisma/client/client'
import { dueReminders, isDaytime } from './rules'

const gate = { gate: true, ...startColumns } as const

const columns = {
  id: true,
  exerciseId: true,
  partner: { select: { kind: true, code: true, name: true, timeZone: true } },
  gates: { select: gate },
  exercise: {
    select: {
      name: true,
      timeZone: true,
      startexAt: true,
      reminderDays: true,
      activities: { where: { gate: { not: null } }, select: gate },
    },
  },
  memberships: {
    where: { companyId: null, role: { not: 'reading_contact' } },
    select: { account: { select: { id: true, email: true, locale: true, timeZone: true } } },
  },
  reminders: { select: { accountId: true, gate: true, deadlineAt: true, days: true } },
} as const

/** Delegations that take part in exercises which register, or are conducted already. */
const concerned: Prisma.ParticipationWhereInput = {
  state: { notIn: ['declined', 'withdrew'] },
  exercise: { status: { in: ['registration', 'conduct'] } },
}

/** Delegations of which somebody is to be written to now. */
export async function listDueDelegations(now: Instant) {
  const rows = await db.participation.findMany({ where: { ...concerned }, select: columns })
  return rows
    .filter(row => remindersOf(row, now).length > 0)
    .map(({ id, exerciseId }) => ({ exerciseId, participationId: id }))
}

/** Who of one delegation is to be written to now, and of what; read inside the write that does it. */
export async function listReminders(
  tx: Tx,
  ids: { exerciseId: string; participationId: string },
  now: Instant,
) {
  const row = await tx.participation.findFirst({
    where: { ...concerned, id: ids.participationId, exerciseId: ids.exerciseId },
    select: columns,
  })
  return row ? remindersOf(row, now) : []
}

type Row = Prisma.ParticipationGetPayload<{ select: typeof columns }>

function remindersOf({ exercise, partner, gates, memberships, reminders }: Row, now: Instant) {
  const frame = startexFrame({ startexAt: instantOf(exercise.startexAt), timeZone: exercise.timeZone })
  const window = registrationWindow(gateMoments(exercise.activities), gateMoments(gates), frame)
  const due = dueReminders(window, exercise.reminderDays, now)
  return memberships.flatMap(({ account }) => {
    const timeZone = account.timeZone ?? partner.timeZone ?? exercise.timeZone
    if (!isDaytime(now, timeZone)) return []
    const locale = localeFor(account.locale ?? undefined, null)
    const had = (one: (typeof due)[number]) =>
      reminders.some(
        sent =>
          sent.accountId === account.id &&
          sent.gate === one.gate &&
          sent.days <= one.days &&
          instantOf(sent.deadlineAt) === one.at,
      )
    return due
      .filter(one => !had(one))
      .map(one => ({
        ...one,
        account: { id: account.id, email: account.email, locale, timeZone },
        exercise: exercise.name,
        nation: partnerName(partner, locale),
      }))
  })
}
