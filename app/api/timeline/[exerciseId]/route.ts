import { getLocale } from 'next-intl/server'
import { currentActor } from '@/lib/session'
import { currentCursor, readChanges } from '@/lib/stream-changes'
import { isCursor } from '@/lib/stream-cursor'
import type { Part } from '@/lib/stream-messages'
import { isId } from '@/lib/text'
import { columnsOf, type ItemGroup, type TimelineChanges } from '@/lib/timeline/columns/rules'
import { sliceFrom } from '@/lib/timeline/slices/rules'
import { everything, readWhole } from '../whole'

type Context = { params: Promise<{ exerciseId: string }> }

const headers = { 'Cache-Control': 'no-store' }

/**
 * A timeline as two lines of JSON: what the first picture needs, and what is read (`lib/timeline/columns`). With
 * `since` what has changed after that cursor, as one object. With `of` a part of it: `own`, or a participation's id.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { exerciseId } = await params
  const { searchParams } = new URL(request.url)
  const [since, of] = [searchParams.get('since'), searchParams.get('of')]
  const slice = of === null ? null : sliceFrom(of)
  if (!isId(exerciseId) || (of !== null && !slice)) return new Response(null, { status: 404 })
  if (since !== null && !isCursor(since)) return new Response(null, { status: 400 })
  const [actor, locale] = await Promise.all([currentActor(), getLocale()])
  if (since !== null) {
    const changes = await changesSince(since)
    return changes ? Response.json(changes, { headers }) : new Response(null, { status: 404 })
  }
  // Taken before anything is read: what happens meanwhile is told again, and never missed.
  const cursor = await currentCursor()
  const whole = await readWhole(actor, exerciseId, { ...everything, slice }, locale)
  if (!whole) return new Response(null, { status: 404 })
  const { shapes, words } = columnsOf({ ...whole.frame, cursor }, whole.items, whole.links)
  return new Response(linesOf([shapes, words]), {
    // Said to be a text: the server compresses what it knows to be one, and of `application/x-ndjson` it does not.
    headers: { ...headers, 'Content-Type': 'text/x-ndjson; charset=utf-8' },
  })

  async function changesSince(from: string): Promise<TimelineChanges | null> {
    const { cursor, injects, shifts, parts } = await readChanges(exerciseId, from, null)
    const all = parts.some(part => part === 'everything' || part === 'frame' || part === 'gates')
    const groups = groupsIn(parts, shifts.size)
    const asked = {
      injects: [...injects.keys()],
      shifts: groups.includes('shifts') ? ('all' as const) : [...shifts],
      plan: groups.includes('plan'),
    }
    const whole = await readWhole(actor, exerciseId, { ...(all ? nothing : asked), slice }, locale)
    if (!whole) return null
    if (all) return { cursor, all: true }
    const { frame, items, links, without } = whole
    return { cursor, all: false, frame, items, groups, removed: without, links }
  }
}

/** Each is encoded when the one before is on its way, compressed or not: a browser draws from the first. */
function linesOf(objects: readonly object[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const rest = objects.values()
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const { value, done } = rest.next()
    if (done) controller.close()
    else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`))
  }
  // With nothing laid up: else the second would be encoded before the first is written.
  return new ReadableStream({ pull }, { highWaterMark: 0 })
}

const nothing = { injects: [], shifts: [], plan: false }

/** With more of them changed, all are as quick. */
const mostShifts = 500

/** What is told as a whole: shifts are called by their team, and registrations are of teams. */
function groupsIn(parts: readonly Part[], shifts: number): ItemGroup[] {
  const teams = parts.includes('teams')
  const plan = teams || parts.includes('phases') || parts.includes('activities')
  return [...(plan ? ['plan' as const] : []), ...(teams || shifts > mostShifts ? ['shifts' as const] : [])]
}
