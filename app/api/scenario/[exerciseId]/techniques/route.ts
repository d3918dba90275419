import { currentActor } from '@/lib/session'
import { listTechniques } from '@/lib/techniques/queries'
import { isId } from '@/lib/text'

type Context = { params: Promise<{ exerciseId: string }> }

/** The techniques that injects may name, for the editor: hundreds, and so only where somebody looks for one. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { exerciseId } = await params
  const techniques = isId(exerciseId) ? await listTechniques(await currentActor(), exerciseId) : null
  if (techniques === null) return new Response(null, { status: 404 })
  return Response.json(techniques, { headers: { 'Cache-Control': 'no-store' } })
}
