/** What a desk has done and not yet told the server: kept in the browser, so that neither a cut line nor a closed page
 * loses it. The request's id makes sending again safe (`lib/action.ts`). */
export type QueuedPress = {
  requestId: string
  kind: 'in' | 'out'
  registrationId: string
  /** epoch ms */
  seenAt: number
}

const keyOf = (exerciseId: string) => `startex.check-in.${exerciseId}`

export function readQueue(exerciseId: string): QueuedPress[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(exerciseId)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isPress) : []
  } catch {
    // Another version wrote it, or storage is forbidden: then the page's own memory has to do.
    return []
  }
}

export function writeQueue(exerciseId: string, queue: readonly QueuedPress[]): void {
  try {
    localStorage.setItem(keyOf(exerciseId), JSON.stringify(queue))
  } catch {
    // Full or forbidden: see above.
  }
}

function isPress(value: unknown): value is QueuedPress {
  if (typeof value !== 'object' || value === null) return false
  const { requestId, kind, registrationId, seenAt } = value as Partial<QueuedPress>
  return (
    typeof requestId === 'string' &&
    (kind === 'in' || kind === 'out') &&
    typeof registrationId === 'string' &&
    typeof seenAt === 'number'
  )
}
