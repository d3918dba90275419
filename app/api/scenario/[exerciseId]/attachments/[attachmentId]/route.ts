import { getAttachment } from '@/lib/attachments/queries'
import { currentActor } from '@/lib/session'
import { isId } from '@/lib/text'

type Context = { params: Promise<{ exerciseId: string; attachmentId: string }> }

/** A file of an inject, to be saved and never shown in place, for whoever sees the inject. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { exerciseId, attachmentId } = await params
  const known = isId(exerciseId) && isId(attachmentId)
  const file = known ? await getAttachment(await currentActor(), exerciseId, attachmentId) : null
  if (!file) return new Response(null, { status: 404 })
  return new Response(file.bytes, {
    headers: {
      'Content-Type': file.mime,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16)}`)}`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  })
}
