import type { PublicError } from '@/lib/errors'

/** What a server action answers (`lib/action.ts`), as far as a component needs to know. */
type Outcome<Data> = { ok: true; data: Data } | { ok: false; error: PublicError }

export type ServerWrite<Data = unknown> = (input: unknown) => Promise<Outcome<Data>>

/**
 * An id for one write, kept until it has succeeded, so that a retry has one effect. `randomUUID` exists on secure
 * pages only, and an exercise's own network may be plain http.
 */
export function newRequestId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes.set([((bytes[6] ?? 0) & 0x0f) | 0x40], 6)
  bytes.set([((bytes[8] ?? 0) & 0x3f) | 0x80], 8)
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
