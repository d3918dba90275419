import { sessionOf } from '@/lib/auth'
import { listInjects } from '@/lib/injects/queries'
import { loadActor } from '@/lib/session'
import { changesSince } from '@/lib/stream'
import { streamAccess } from '@/lib/stream-access'
import { currentCursor } from '@/lib/stream-changes'
import { isCursor } from '@/lib/stream-cursor'
import { streamResponse, tooManyStreams } from '@/lib/stream-response'
import { isId } from '@/lib/text'

type Context = { params: Promise<{ exerciseId: string }> }

const refused = (status: number) =>
  new Response(null, { status, headers: { 'Cache-Control': 'no-store, no-transform' } })

/**
 * What changes in a scenario, as server-sent events, for whoever sees any of it. It begins at `Last-Event-ID`, at
 * `since` where that is missing, and else now. With `once` it answers what there is since then as JSON and ends.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { exerciseId } = await params
  const asked = new URL(request.url).searchParams
  const since = request.headers.get('last-event-id') || asked.get('since')
  if (!isId(exerciseId)) return refused(404)
  if (since !== null && !isCursor(since)) return refused(400)
  const session = await sessionOf(request.headers)
  if (!session) return refused(401)
  const actor = await loadActor(session.accountId)
  const access = await streamAccess(actor, exerciseId)
  if (!access) return refused(404)
  const reader = {
    ...access,
    exerciseId,
    cursor: since ?? (await currentCursor()),
    rows: async (ids: string[]) => (await listInjects(actor, exerciseId, { ids })) ?? [],
  }
  if (asked.has('once')) {
    return Response.json(await changesSince(reader), { headers: { 'Cache-Control': 'no-store' } })
  }
  if (tooManyStreams(access.accountId)) return refused(429)
  const stillAllowed = async () => {
    const living = await sessionOf(request.headers)
    if (living?.sessionId !== session.sessionId) return false
    const now = await streamAccess(await loadActor(session.accountId), exerciseId)
    return now?.view === access.view
  }
  return streamResponse({ ...reader, stillAllowed, signal: request.signal })
}
