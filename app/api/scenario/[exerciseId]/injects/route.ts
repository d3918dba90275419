import { z } from 'zod'
import { listInjects } from '@/lib/injects/queries'
import { currentActor } from '@/lib/session'
import { isId } from '@/lib/text'

type Context = { params: Promise<{ exerciseId: string }> }

/** Rows of one answer: about two megabytes before compression. */
const most = 2000

/** A few rows by their ids, as an editor asks for what it has just changed. */
const some = z.array(z.uuid()).min(1).max(200)

const asked = z.object({
  after: z.uuid().nullable().catch(null),
  limit: z.coerce.number().int().min(1).max(most).catch(most),
})

/** The injects that the reader may see, in pages by id: `after` the last one of the page before; or those with `ids`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { exerciseId } = await params
  const query = new URL(request.url).searchParams
  const named = some.safeParse(query.get('ids')?.split(','))
  const page = asked.parse({ after: query.get('after'), limit: query.get('limit') ?? most })
  const which = named.success ? { ids: named.data } : page
  const rows = isId(exerciseId) ? await listInjects(await currentActor(), exerciseId, which) : null
  if (rows === null) return new Response(null, { status: 404 })
  return Response.json(
    { rows, next: !named.success && rows.length === page.limit ? rows.at(-1)?.id : null },
    { headers: { 'Cache-Control': 'no-store' } },
  )
}
