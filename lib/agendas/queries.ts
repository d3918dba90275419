import { db } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { activityRows, asWhere } from '@/lib/policy-rows'
import { typedLength } from '@/lib/schedule/rules'
import { isId } from '@/lib/text'
import { momentOf, type StartexFrame, startColumns } from '@/lib/time'
import { formatMoment } from '@/lib/time-format'
import { itemSpan } from './rules'

type Owner = { exerciseId: string; activityId: string }

/** The programme of an activity in the order of time, for whoever may know of the activity. */
export async function listAgenda(actor: Actor, { exerciseId, activityId }: Owner, frame: StartexFrame) {
  if (!isId(activityId) || !can(actor, 'exercise.read', { exerciseId })) return []
  const rows = await db.agendaItem.findMany({
    where: { exerciseId, activity: { AND: [asWhere(activityRows(actor, exerciseId)), { id: activityId }] } },
    select: {
      ...{ id: true, version: true, title: true, speaker: true, place: true, link: true },
      ...{ durationSeconds: true, ...startColumns },
    },
  })
  return rows
    .map(({ id, version, title, speaker, place, link, durationSeconds, ...moment }) => {
      const start = momentOf(moment, 'start')
      return {
        ...{ id, version, title, speaker, place, link, start },
        ...itemSpan({ start, durationSeconds }, frame),
        typed: {
          start: formatMoment(start, frame.timeZone),
          duration: typedLength({ durationSeconds, days: null }),
        },
      }
    })
    .sort((a, b) => a.startAt - b.startAt || a.title.localeCompare(b.title))
}
export type AgendaEntry = Awaited<ReturnType<typeof listAgenda>>[number]
