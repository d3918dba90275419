import { itemSpan } from '@/lib/agendas/rules'
import { db } from '@/lib/db'
import { type Actor, accountOf, can } from '@/lib/policy'
import { asWhere, attendanceRows } from '@/lib/policy-rows'
import { typedLength } from '@/lib/schedule/rules'
import { isId } from '@/lib/text'
import { momentOf, type StartexFrame, startColumns } from '@/lib/time'
import { formatMoment } from '@/lib/time-format'

type Owner = { exerciseId: string; activityId: string }

/** Legs of an itinerary in the order of time, for staff, for those who go and for those who send them; else null. */
export async function listLegs(actor: Actor, owner: Owner, frame: StartexFrame) {
  if (!isId(owner.activityId) || !(await mayFollow(actor, owner))) return null
  const rows = await db.leg.findMany({
    where: owner,
    select: {
      ...{
        id: true,
        version: true,
        fromPlace: true,
        toPlace: true,
        hosts: true,
        transport: true,
        note: true,
      },
      ...{ durationSeconds: true, ...startColumns },
    },
  })
  return rows
    .map(({ id, version, fromPlace, toPlace, hosts, transport, note, durationSeconds, ...moment }) => {
      const start = momentOf(moment, 'start')
      return {
        ...{ id, version, fromPlace, toPlace, hosts, transport, note, start },
        ...itemSpan({ start, durationSeconds }, frame),
        typed: {
          start: formatMoment(start, frame.timeZone),
          duration: typedLength({ durationSeconds, days: null }),
        },
      }
    })
    .sort((a, b) => a.startAt - b.startAt || a.toPlace.localeCompare(b.toPlace))
}
export type LegEntry = NonNullable<Awaited<ReturnType<typeof listLegs>>>[number]

/** Where a delegation is when is nobody's business but of those who go, who send and who receive it. */
async function mayFollow(actor: Actor, { exerciseId, activityId }: Owner): Promise<boolean> {
  if (can(actor, 'attendance.list', { exerciseId })) return true
  const own = { person: { accountId: accountOf(actor)?.accountId ?? '' } }
  const going = await db.attendance.count({
    where: {
      ...{ exerciseId, activityId, state: { not: 'cancelled' } },
      OR: [asWhere(attendanceRows(actor)), ...(accountOf(actor) ? [own] : [])],
    },
  })
  return going > 0
}
