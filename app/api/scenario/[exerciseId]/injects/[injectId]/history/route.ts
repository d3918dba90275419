import { getInjectStory } from '@/lib/baselines/queries'
import { currentActor } from '@/lib/session'
import { isId } from '@/lib/text'

type Context = { params: Promise<{ exerciseId: string; injectId: string }> }

/** Everything that was done to one inject, for its panel in the editor; planners only. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { exerciseId, injectId } = await params
  const known = isId(exerciseId) && isId(injectId)
  const story = known ? await getInjectStory(await currentActor(), exerciseId, injectId) : null
  if (story === null) return new Response(null, { status: 404 })
  return Response.json(story, { headers: { 'Cache-Control': 'no-store' } })
}
