export const dynamic = 'force-dynamic'

/** An answer with nothing in it. */
export function GET() {
  return new Response('')
}
