import { getOrigin } from '@/lib/catalogue/queries'
import { currentActor } from '@/lib/session'
import { isId } from '@/lib/text'

type Context = { params: Promise<{ exerciseId: string; injectId: string }> }

/** Which entry of the catalogue an inject came from, for its panel in the editor; planners only. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { exerciseId, injectId } = await params
  const known = isId(exerciseId) && isId(injectId)
  const origin = known ? await getOrigin(await currentActor(), exerciseId, injectId) : 'hidden'
  if (origin === 'hidden') return new Response(null, { status: 404 })
  return Response.json(origin, { headers: { 'Cache-Control': 'no-store' } })
}
