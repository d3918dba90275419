import { planEntries } from '@/lib/calendars/entries/rules'
import { calendarText } from '@/lib/calendars/text/rules'
import { env } from '@/lib/env'
import { getPlayed } from '@/lib/exercises/queries'
import { listPlan } from '@/lib/schedule/queries'
import { currentActor } from '@/lib/session'
import { currentInstant } from '@/lib/time-now'

type Context = { params: Promise<{ exerciseId: string; activityId: string }> }

/** One activity as a file for a calendar, for whoever may see it. It changes no more: who wants that follows a link. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { exerciseId, activityId } = await params
  const actor = await currentActor()
  const exercise = await getPlayed(actor, exerciseId)
  const { activities } = exercise ? await listPlan(actor, exercise.id) : { activities: [] }
  const activity = activities.find(({ id }) => id === activityId)
  if (!exercise || !activity) return new Response(null, { status: 404 })
  const page = `${env.baseUrl}/exercises/${exercise.code}/schedule/activities/${activity.id}/programme`
  const changedAt = currentInstant()
  // A link that is followed counts on from 0: loaded by hand, the activity is as new as the times it was written.
  const version = { sequence: activity.version - 1, changedAt, cancelled: false }
  const entries = planEntries(exercise, [activity], page).map(entry => ({ ...entry, ...version }))
  return new Response(calendarText({ name: exercise.code, entries }), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${exercise.code}-${activity.startAt}.ics"`,
      'Cache-Control': 'no-store',
    },
  })
}
