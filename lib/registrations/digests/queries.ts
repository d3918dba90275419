import { db } from '@/lib/db'
import { dateOf, type Instant, instantOf } from '@/lib/time'
import { isDaytime } from '../reminders/rules'
import { isGathered } from './rules'

/** Contacts who are to be written to now: their news has gathered, and it is day where they are. */
export async function listDueDigests(now: Instant) {
  const waiting = await db.notice.groupBy({
    by: ['exerciseId', 'participationId', 'accountId'],
    _min: { at: true },
    where: { at: { lte: dateOf(now) } },
  })
  const gathered = waiting.filter(({ _min: { at } }) => at !== null && isGathered(instantOf(at), now))
  if (gathered.length === 0) return []
  const zones = await zonesOf(
    gathered.map(({ accountId }) => accountId),
    gathered.map(({ participationId }) => participationId),
  )
  return gathered
    .filter(one => isDaytime(now, zones(one.accountId, one.participationId)))
    .map(({ exerciseId, participationId, accountId }) => ({ exerciseId, participationId, accountId }))
}

/** The own zone of a contact, else the partner's, else the exercise's. */
async function zonesOf(accountIds: string[], participationIds: string[]) {
  const [accounts, participations] = await Promise.all([
    db.account.findMany({ where: { id: { in: accountIds } }, select: { id: true, timeZone: true } }),
    db.participation.findMany({
      where: { id: { in: participationIds } },
      select: {
        id: true,
        partner: { select: { timeZone: true } },
        exercise: { select: { timeZone: true } },
      },
    }),
  ])
  const own = new Map(accounts.map(({ id, timeZone }) => [id, timeZone]))
  const theirs = new Map(
    participations.map(({ id, partner, exercise }) => [id, partner.timeZone ?? exercise.timeZone]),
  )
  return (accountId: string, participationId: string) =>
    own.get(accountId) ?? theirs.get(participationId) ?? 'UTC'
}
