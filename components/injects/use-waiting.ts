'use client'

import { useMemo } from 'react'
import type { Choice } from '@/lib/injects/cells/rules'
import { bySerial } from '@/lib/injects/order/rules'
import type { InjectRow } from '@/lib/injects/rules'
import { gateName } from '@/lib/logic/notation/rules'

/** An inject or a gate that is waited for or waits. `of`: what a gate stands for, by name. */
export type WaitTarget =
  | { kind: 'inject'; id: string; name: string; title: string }
  | { kind: 'all' | 'any' | 'manual'; id: string; name: string; title: string; of: readonly string[] }

export type WaitGates = {
  gates: readonly { id: string; number: number; kind: 'all' | 'any' | 'manual'; name: string }[]
  gateWaits: readonly { gateId: string; afterInjectId: string | null; afterGateId: string | null }[]
}

export type Waiting = {
  /** by a serial or a gate's name */
  named: (name: string) => WaitTarget | undefined
  /** what waits for the inject */
  behind: readonly WaitTarget[]
  /** all that can be waited for */
  choices: readonly Choice[]
}

/** What an inject has to do with others by waiting. */
export function useWaiting(
  injectId: string,
  rows: ReadonlyMap<string, InjectRow>,
  { gates, gateWaits }: WaitGates,
): Waiting {
  return useMemo(() => {
    const targets = new Map<string, WaitTarget>()
    const put = (target: WaitTarget) => targets.set(target.name.toLowerCase(), target)
    const nameOf = (id: string | null) => {
      const gate = gates.find(one => one.id === id)
      return gate ? gateName(gate.number) : rows.get(id ?? '')?.serial
    }
    for (const { id, serial, title } of rows.values()) put({ kind: 'inject', id, name: serial, title })
    for (const { id, number, kind, name: title } of gates) {
      const own = gateWaits.filter(({ gateId }) => gateId === id)
      const of = own.flatMap(wait => nameOf(wait.afterInjectId ?? wait.afterGateId) ?? [])
      put({ kind, id, name: gateName(number), title, of })
    }
    const waiting = new Set<string>()
    for (const row of rows.values())
      if (row.waits.some(({ afterInjectId }) => afterInjectId === injectId)) waiting.add(row.id)
    for (const { gateId, afterInjectId } of gateWaits) if (afterInjectId === injectId) waiting.add(gateId)
    const all = [...targets.values()]
    return {
      named: name => targets.get(name.toLowerCase()),
      behind: all.filter(({ id }) => waiting.has(id)).sort((a, b) => bySerial(a.name, b.name)),
      choices: all
        .filter(({ id }) => id !== injectId)
        .map(({ id, name, title }) => ({ id, label: `${name} ${title}`.trim(), also: [name] })),
    }
  }, [injectId, rows, gates, gateWaits])
}
