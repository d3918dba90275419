import type { ServerWrite } from '@/components/outcome'
import type { ExerciseDocument } from '@/lib/exchange/document/schema'

/** What the route answers when it does not come to the action: too long, not sound, not allowed. */
const refusals: Record<number, string> = {
  413: 'document_too_long',
  400: 'document_unsound',
  403: 'not_yours',
}

/**
 * Makes an exercise of a document and what a form says beside it. A whole exercise is longer than an action's body, so it
 * is packed and sent to a route of its own.
 */
export function sendDocument(document: ExerciseDocument): ServerWrite<{ code: string }> {
  return async input => {
    const whole = typeof input === 'object' ? { ...input, document } : { document }
    const packed = new Blob([JSON.stringify(whole)]).stream().pipeThrough(new CompressionStream('gzip'))
    const response = await fetch('/api/exercises/document', {
      method: 'POST',
      headers: { 'Content-Type': 'application/gzip' },
      body: await new Response(packed).blob(),
    })
    if (response.status === 201 || response.status === 422) return response.json()
    const code = response.status === 403 ? 'forbidden' : 'invalid'
    return { ok: false, error: { code, reason: refusals[response.status] ?? 'unexpected' } }
  }
}
