import { listArrivedSince } from '@/lib/registrations/check-in/queries'
import { currentActor } from '@/lib/session'
import { isId } from '@/lib/text'

type Context = { params: Promise<{ exerciseId: string }> }

/** What other desks have done since an instant (epoch ms), for a desk that asks every few seconds. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { exerciseId } = await params
  const since = Number(new URL(request.url).searchParams.get('since'))
  const asked = isId(exerciseId) && Number.isSafeInteger(since)
  const news = asked ? await listArrivedSince(await currentActor(), exerciseId, since) : null
  const headers = { 'Cache-Control': 'no-store' }
  return news ? Response.json(news, { headers }) : new Response(null, { status: 404, headers })
}
