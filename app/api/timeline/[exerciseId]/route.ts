import { getLocale } from 'next-intl/server'
import { currentActor } from '@/lib/session'
import { currentCursor, readChanges } from '@/lib/stream-changes'
import { isCursor } from '@/lib/stream-cursor'
import type { Part } from '@/lib/stream-messages'
import { isId } from '@/lib/text'
import { columnsOf, type ItemGroup, type TimelineChanges } from '@/lib/timeline/columns/rules'
import { sliceFrom } from '@/lib/timeline/slices/rules'
import { readWhole } from '../whole'

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
  const whole = await readWhole(
    actor,
    exerciseId,
    { injects: 'all', groups: ['plan', 'shifts'], slice },
    locale,
  )
  if (!whole) return new Response(null, { status: 404 })
  const { shapes, words } = columnsOf({ ...whole.frame, cursor }, whole.items, whole.links)
  return new Response(`${JSON.stringify(shapes)}\n${JSON.stringify(words)}\n`, {
    headers: { ...headers, 'Content-Type': 'application/x-ndjson' },
  })

  async function changesSince(from: string): Promise<TimelineChanges | null> {
    const { cursor, injects, parts } = await readChanges(exerciseId, from, null)
    const all = parts.some(part => part === 'everything' || part === 'frame' || part === 'gates')
    const groups = groupsIn(parts)
    const whole = await readWhole(
      actor,
      exerciseId,
      { injects: all ? [] : [...injects.keys()], groups, slice },
      locale,
    )
    if (!whole) return null
    if (all) return { cursor, all: true }
    const { frame, items, links, without } = whole
    return { cursor, all: false, frame, items, groups, removed: without, links }
  }
}

function groupsIn(parts: readonly Part[]): ItemGroup[] {
  const plan = parts.some(part => part === 'phases' || part === 'activities')
  return [...(plan ? ['plan' as const] : []), ...(parts.includes('shifts') ? ['shifts' as const] : [])]
}
