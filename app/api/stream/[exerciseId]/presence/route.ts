import { z } from 'zod'
import { sessionOf } from '@/lib/auth'
import { accountOf } from '@/lib/policy'
import { loadActor } from '@/lib/session'
import { streamAccess } from '@/lib/stream-access'
import { announce, mayAnnounce } from '@/lib/stream-presence'
import { isId } from '@/lib/text'

type Context = { params: Promise<{ exerciseId: string }> }

const presenceSchema = z.object({
  tab: z.uuid(),
  injectId: z.uuid().nullable(),
  field: z.string().max(60).nullable().default(null),
})

/** Says on which row somebody is, null where they have left. Who may not see the row is told nothing of it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { exerciseId } = await params
  if (!isId(exerciseId)) return new Response(null, { status: 404 })
  const said = presenceSchema.safeParse(await request.json().catch(() => null))
  const session = await sessionOf(request.headers)
  if (!session) return new Response(null, { status: 401 })
  if (!said.success) return new Response(null, { status: 400 })
  const actor = await loadActor(session.accountId)
  const account = accountOf(actor)
  const access = await streamAccess(actor, exerciseId)
  if (!account || !access?.seesWork) return new Response(null, { status: 404 })
  if (!mayAnnounce(account.accountId)) return new Response(null, { status: 429 })
  await announce({ ...said.data, exerciseId, accountId: account.accountId, name: account.name })
  return new Response(null, { status: 204 })
}
