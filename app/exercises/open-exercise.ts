import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { getExercise } from '@/lib/exercises/queries'
import { currentActor } from '@/lib/session'
import { currentInstant } from '@/lib/time'

/** Once a request, however many of its parts ask: layout, title and page open the same exercise. */
const open = cache(async (code: string) => {
  const actor = await currentActor()
  if (actor.kind === 'visitor') redirect(`/sign-in?next=${encodeURIComponent(await ownPath(code))}`)
  const exercise = await getExercise(actor, code)
  if (!exercise) notFound()
  return { actor, exercise, now: currentInstant() }
})

/** The exercise of a page under /exercises/[code], for whoever has a part in it; others find nothing. */
export async function openExercise(params: Promise<{ code: string }>) {
  return open((await params).code)
}

/** The page to come back to after signing in. */
async function ownPath(code: string): Promise<string> {
  return (await headers()).get('x-path') ?? `/exercises/${encodeURIComponent(code)}`
}
