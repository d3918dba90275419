import { getOwnData } from '@/lib/accounts/data/queries'
import { currentActor } from '@/lib/session'

/** Everything that is kept about whoever asks, as a file. */
export async function GET(): Promise<Response> {
  const data = await getOwnData(await currentActor())
  if (data === null) return new Response(null, { status: 401 })
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json;charset=utf-8',
      'Content-Disposition': 'attachment; filename="startex-my-data.json"',
      'Cache-Control': 'no-store',
    },
  })
}
