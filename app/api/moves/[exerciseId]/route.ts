import { getLocale } from 'next-intl/server'
import { namedPreview } from '@/app/exercises/named-preview'
import { isLocale } from '@/lib/locale'
import { operationSchema } from '@/lib/moves/schema'
import { currentActor } from '@/lib/session'
import { isId } from '@/lib/text'
import { currentInstant } from '@/lib/time'

type Context = { params: Promise<{ exerciseId: string }> }

/** What a move would do, for the dialog of whoever drags; in the body, since two thousand ids are no address. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { exerciseId } = await params
  if (!isId(exerciseId)) return new Response(null, { status: 404 })
  const operation = operationSchema.safeParse(await request.json().catch(() => null))
  if (!operation.success) return new Response(null, { status: 400 })
  const [actor, locale] = await Promise.all([currentActor(), getLocale()])
  const at = { now: currentInstant(), locale: isLocale(locale) ? locale : 'en' } as const
  const preview = await namedPreview(actor, exerciseId, operation.data, at)
  if (preview === null) return new Response(null, { status: 404 })
  return Response.json(preview, { headers: { 'Cache-Control': 'no-store' } })
}
