import { listKept } from '@/lib/exchange/taking/queries'
import { currentActor } from '@/lib/session'
import { isId } from '@/lib/text'

type Context = { params: Promise<{ exerciseId: string }> }

/** What injects keep of the files that they came from: the editor has no need of it, an import compares with it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { exerciseId } = await params
  const kept = isId(exerciseId) ? await listKept(await currentActor(), exerciseId) : null
  if (!kept) return new Response(null, { status: 404 })
  return Response.json(kept, { headers: { 'Cache-Control': 'no-store' } })
}
