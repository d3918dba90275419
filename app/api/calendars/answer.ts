import { type CalendarKey, keepTold, noteReading, textOf } from '@/lib/calendars/memory/queries'
import { currentCursor } from '@/lib/stream-changes'
import { currentInstant } from '@/lib/time-now'
import type { Followed } from './entries'

type Standing = { etag: string | null; madeFor: string; unnoted: boolean }

/** Readings of a plan that somebody else told a later state of meanwhile: more often than that nobody is so unlucky. */
const attempts = 5

/**
 * A calendar as it is told to whoever follows it: nothing but 304 where the reader knows the text, which costs one
 * statement; else the text, made anew where something has changed.
 */
export async function answerCalendar(
  request: Request,
  key: CalendarKey,
  { etag, madeFor, unnoted }: Standing,
  read: () => Promise<Followed | null>,
): Promise<Response> {
  const now = currentInstant()
  const known = etag === null ? null : textOf(etag)
  if (etag !== null && (known !== null || knows(request, etag))) {
    if (unnoted) await noteReading(key, now)
    return answer(request, { etag, text: known })
  }
  for (let attempt = 0; attempt < attempts; attempt++) {
    // Before the plan is read: what commits in between is not taken for told.
    const madeIn = await currentCursor()
    const followed = await read()
    if (!followed) return new Response(null, { status: 404 })
    const told = await keepTold(key, followed.entries, { madeIn, madeFor }, followed.name, now)
    if (told) {
      if (unnoted) await noteReading(key, now)
      return answer(request, told)
    }
  }
  return new Response(null, { status: 503, headers: { 'Retry-After': '60' } })
}

function answer(request: Request, { etag, text }: { etag: string; text: string | null }): Response {
  const headers = {
    ETag: `"${etag}"`,
    // Kept by the reader, and asked about each time: a plan that moves is what it is followed for.
    'Cache-Control': 'private, no-cache',
  }
  if (text === null || knows(request, etag)) return new Response(null, { status: 304, headers })
  return new Response(text, {
    headers: {
      ...headers,
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="startex.ics"',
    },
  })
}

/** RFC 9110, 13.1.2: any of the tags that the reader lists; compressed on the way, a strong one comes back as weak. */
function knows(request: Request, etag: string): boolean {
  const given = request.headers.get('if-none-match') ?? ''
  return given.split(',').some(tag => tag.trim().replace(/^W\//, '') === `"${etag}"`)
}
