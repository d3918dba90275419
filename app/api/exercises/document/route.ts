import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { execute } from '@/lib/action'
import { foundExercise } from '@/lib/exchange/founding/actions'
import { longestDocument } from '@/lib/exchange/founding/schema'
import { grantsWith } from '@/lib/policy'
import { currentActor } from '@/lib/session'
import { currentInstant } from '@/lib/time'

const unpacked = promisify(gunzip)

/**
 * Makes an exercise of a document (`exercise.found`): the action's input as JSON, packed with gzip. A whole exercise is
 * longer than any other body, so that this route stands apart from `proxy.ts` and looks first at who asks.
 */
export async function POST(request: Request): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' }
  const refused = (status: number) => new Response(null, { status, headers })
  const actor = await currentActor()
  if (grantsWith(actor, 'exercise.create').length === 0) return refused(actor.kind === 'visitor' ? 401 : 403)
  // A form of another site cannot send this type without asking first, and nobody answers it.
  if (request.headers.get('content-type') !== 'application/gzip') return refused(415)
  const packed = await bodyOf(request, longestDocument.packed)
  if (!packed) return refused(413)
  const input = await inputIn(packed)
  if (input === null) return refused(400)
  const result = await execute(foundExercise.definition, actor, input, currentInstant())
  return Response.json(result, { status: result.ok ? 201 : 422, headers })
}

/** The body, read no further than it may be long; null for a longer one. */
async function bodyOf(request: Request, most: number): Promise<Buffer | null> {
  const pieces: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done || !value) return Buffer.concat(pieces)
    length += value.length
    if (length > most) {
      await reader?.cancel()
      return null
    }
    pieces.push(value)
  }
}

/** Null for what is no JSON, or unfolds to more than a document is long. */
async function inputIn(packed: Buffer): Promise<unknown> {
  try {
    const bytes = await unpacked(packed, { maxOutputLength: longestDocument.unpacked })
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}
