import { execute } from '@/lib/action'
import { addAttachment } from '@/lib/attachments/actions'
import { listAttachments } from '@/lib/attachments/queries'
import { currentActor } from '@/lib/session'
import { isId } from '@/lib/text'
import { currentInstant } from '@/lib/time'

type Context = { params: Promise<{ exerciseId: string; injectId: string }> }

/** The files of an inject, for its panel in the editor. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { exerciseId, injectId } = await params
  const known = isId(exerciseId) && isId(injectId)
  const files = known ? await listAttachments(await currentActor(), exerciseId, injectId) : null
  if (files === null) return new Response(null, { status: 404 })
  return Response.json(files, { headers: { 'Cache-Control': 'no-store' } })
}

/** Takes a file, which is longer than an action's body may be: its bytes as they are, its name in the address. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { exerciseId, injectId } = await params
  if (!isId(exerciseId) || !isId(injectId)) return new Response(null, { status: 404 })
  // A form of another site cannot send this type without asking first, and nobody answers it.
  if (request.headers.get('content-type') !== 'application/octet-stream')
    return new Response(null, { status: 415 })
  const name = new URL(request.url).searchParams.get('name') ?? ''
  const content = new Uint8Array(await request.arrayBuffer())
  const input = { exerciseId, injectId, name, content }
  const result = await execute(addAttachment.definition, await currentActor(), input, currentInstant())
  return Response.json(result, { status: result.ok ? 201 : 422, headers: { 'Cache-Control': 'no-store' } })
}
