'use client'

import { useDeferredValue, useMemo } from 'react'
import type { InjectRow } from '@/lib/injects/rules'
import { graphOf, type LogicNode, type Wait, waitConditions } from '@/lib/logic/graph/rules'
import { exerciseSecondsOf, impliedTimes, instantOfSeconds, isTooEarly } from '@/lib/logic/times/rules'
import { resolveMoment, type StartexFrame } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'
import type { Rows } from './use-rows'

export type GateNodes = {
  gates: readonly { id: string; kind: 'all' | 'any' | 'manual' }[]
  gateWaits: readonly {
    gateId: string
    afterInjectId: string | null
    afterGateId: string | null
    condition: string
    delaySeconds: number
  }[]
}

const waitOf = (wait: Omit<GateNodes['gateWaits'][number], 'gateId'>): Wait => ({
  after: wait.afterInjectId ?? wait.afterGateId ?? '',
  condition: waitConditions.find(one => one === wait.condition) ?? 'released',
  delay: wait.delaySeconds,
})

function nodeOf({ id, moment, waits, durationSeconds }: InjectRow, frame: StartexFrame): LogicNode {
  return {
    id,
    kind: 'inject',
    start: moment ? exerciseSecondsOf(moment, frame) : null,
    duration: durationSeconds,
    waits: waits.map(waitOf),
  }
}

/** What follows from the waits of all injects: when each is, and which are planned before what they wait for. */
export function useTimes(current: Rows, { gates, gateWaits }: GateNodes, frame: StartexFrame) {
  // Typing comes first: what follows from it may be drawn a moment later.
  const rows = useDeferredValue(current)
  return useMemo(() => {
    const implied = new Map<string, Instant>()
    const conflicting = new Set<string>()
    const waiting = [...rows.values()].some(({ waits }) => waits.length > 0)
    if (waiting) {
      const nodes = [...rows.values()].map(row => nodeOf(row, frame))
      const gateNodes = gates.map(
        ({ id, kind }): LogicNode => ({
          ...{ id, kind, start: null, duration: null },
          waits: gateWaits.filter(({ gateId }) => gateId === id).map(waitOf),
        }),
      )
      const times = impliedTimes(graphOf([...nodes, ...gateNodes]))
      for (const node of nodes) {
        const timed = times.get(node.id)
        if (node.start === null && timed?.at != null) implied.set(node.id, instantOfSeconds(timed.at, frame))
        if (timed?.stuck || isTooEarly(node, timed)) conflicting.add(node.id)
      }
    }
    const timeOf = (row: InjectRow): Instant | null =>
      row.moment ? resolveMoment(row.moment, frame).at : (implied.get(row.id) ?? null)
    return {
      impliedOf: (id: string) => implied.get(id) ?? null,
      conflicting: (id: string) => conflicting.has(id),
      timeOf,
    }
  }, [rows, gates, gateWaits, frame])
}
