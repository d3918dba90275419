import { checkHealth } from '@/lib/health'

export const dynamic = 'force-dynamic'

/** For load balancers and operators: 200 when the database answers and every migration is applied, else 503. */
export async function GET(): Promise<Response> {
  const health = await checkHealth()
  return Response.json(health, {
    status: health.status === 'ok' ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  })
}
