import { endEntries, planEntries } from '@/lib/calendars/entries/rules'
import { findPublicCalendar } from '@/lib/calendars/memory/queries'
import { env } from '@/lib/env'
import { getPublicExercise } from '@/lib/exercises/queries'
import { visitor } from '@/lib/policy'
import { listPlan } from '@/lib/schedule/queries'
import { answerCalendar } from '../../answer'
import { wordsIn } from '../../entries'

type Context = { params: Promise<{ code: string }> }

/** What everybody may see of an exercise, for their calendars. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const exercise = await getPublicExercise((await params).code.replace(/\.ics$/, ''))
  if (!exercise) return new Response(null, { status: 404 })
  const page = `${env.baseUrl}/timelines/${exercise.code}`
  const standing = await findPublicCalendar(exercise.id)
  return answerCalendar(request, { exerciseId: exercise.id }, standing, async () => {
    const { activities } = await listPlan(visitor, exercise.id)
    const entries = [...endEntries(exercise, wordsIn('en'), page), ...planEntries(exercise, activities, page)]
    return { name: exercise.name, entries }
  })
}
