import type { InjectRow, WaitRow } from '@/lib/injects/rules'
import type { readLogic } from '@/lib/logic-rows'

/** All that waits for each other in the exercise. */
export type Logic = Awaited<ReturnType<typeof readLogic>>

type Gate = Logic['gates'][number]

/** What of the logic stays among the chosen injects; `cut`: injects that waited for something outside, too. */
export type KeptLogic = {
  gates: Gate[]
  waitsOf: ReadonlyMap<string, WaitRow[]>
  cut: ReadonlySet<string>
}

/**
 * The waits among these injects and the gates that stand between them. A gate of which nothing inside is waited for is
 * none, unless a person opens it.
 */
export function logicWithin(rows: readonly InjectRow[], logic: Logic): KeptLogic {
  const all = new Map<string, WaitRow[]>(rows.map(({ id, waits }) => [id, waits]))
  for (const { gateId, ...wait } of logic.waits)
    if (gateId !== null) all.set(gateId, [...(all.get(gateId) ?? []), wait])
  const kept = new Set([...rows.map(({ id }) => id), ...gatesBehind(rows, all)])
  const inside = (wait: WaitRow) => kept.has(wait.afterInjectId ?? wait.afterGateId ?? '')
  // Without what it waited for one gate may leave another with nothing.
  for (let empty = true; empty; ) {
    empty = false
    for (const { id, kind } of logic.gates)
      if (kept.has(id) && kind !== 'manual' && !(all.get(id) ?? []).some(inside)) {
        kept.delete(id)
        empty = true
      }
  }
  return {
    gates: logic.gates.filter(({ id }) => kept.has(id)),
    waitsOf: new Map([...kept].map(id => [id, (all.get(id) ?? []).filter(inside)])),
    cut: new Set(rows.filter(({ waits }) => !waits.every(inside)).map(({ id }) => id)),
  }
}

/** The gates that these injects wait for, and those that stand before them. */
function gatesBehind(rows: readonly InjectRow[], waits: ReadonlyMap<string, WaitRow[]>): Set<string> {
  const found = new Set<string>()
  const open = rows.flatMap(row => row.waits)
  for (let wait = open.pop(); wait; wait = open.pop()) {
    const { afterGateId } = wait
    if (afterGateId === null || found.has(afterGateId)) continue
    found.add(afterGateId)
    open.push(...(waits.get(afterGateId) ?? []))
  }
  return found
}
