import type { WaitRow } from '@/lib/injects/rules'
import type { DocumentInject, ExerciseDocument } from '../document/schema'

/** The gates that an exercise has, and what they wait for. */
export type GatesThere = {
  gates: readonly { id: string; number: number; kind: string; name: string }[]
  gateWaits: readonly {
    gateId: string
    afterInjectId: string | null
    afterGateId: string | null
    condition: string
    delaySeconds: number
  }[]
}

/** A gate that is to be made: it waits for injects by their serials, for gates by their ids or by the keys of new ones. */
type NewGate = {
  key: string
  kind: 'all' | 'any' | 'manual'
  name: string
  waits: {
    serial: string | null
    gateId: string | null
    key: string | null
    condition: DocumentInject['waits'][number]['condition']
    delaySeconds: number
  }[]
}

export type PlannedGates = {
  /** what each gate of the document is here: the id of one that is there, or `new:gate:` and its id in the document */
  idOf: ReadonlyMap<string, string>
  missing: NewGate[]
  /** gates that are called the same here and wait for something else: they stay as they are */
  differing: number
}

const prefix = 'new:gate:'

/**
 * Which gates of a document an exercise has already: those of the same kind and name that wait for the same. Numbers are
 * given anew in each exercise and say nothing. One with the same name that waits for something else is left as it is.
 */
export function planGates(
  document: ExerciseDocument,
  there: GatesThere,
  serialOf: (injectId: string) => string | undefined,
): PlannedGates {
  const { gates, injects } = document.scenario
  const serials = new Map(injects.map(({ id, serial }) => [id, serial ?? '']))
  const known = signaturesOf(
    there.gates.map(gate => ({
      ...gate,
      waits: there.gateWaits
        .filter(({ gateId }) => gateId === gate.id)
        .map(({ afterInjectId, afterGateId, condition, delaySeconds }) => ({
          after: afterGateId ?? null,
          serial: afterInjectId === null ? null : (serialOf(afterInjectId) ?? afterInjectId),
          ...{ condition, delaySeconds },
        })),
    })),
  )
  const asked = signaturesOf(
    gates.map(gate => ({
      ...gate,
      waits: gate.waits.map(({ after, condition, delaySeconds }) => ({
        after: after.kind === 'gate' ? after.id : null,
        serial: after.kind === 'inject' ? (serials.get(after.id) ?? '') : null,
        ...{ condition, delaySeconds },
      })),
    })),
  )
  const bySignature = new Map([...known].map(([id, signature]) => [signature, id]))
  const byName = new Map(there.gates.map(({ id, kind, name }) => [`${kind} ${name}`, id]))
  let differing = 0
  const idOf = new Map(
    gates.map(({ id, kind, name }) => {
      const same = bySignature.get(asked.get(id) ?? '')
      const called = name === '' ? undefined : byName.get(`${kind} ${name}`)
      if (same === undefined && called !== undefined) differing += 1
      return [id, same ?? called ?? `${prefix}${id}`]
    }),
  )
  const missing = gates
    .filter(({ id }) => idOf.get(id)?.startsWith(prefix))
    .map(
      ({ id, kind, name, waits }): NewGate => ({
        ...{ key: id, kind, name },
        waits: waits.map(({ after, condition, delaySeconds }) => {
          const gate = after.kind === 'gate' ? (idOf.get(after.id) ?? null) : null
          const isNew = gate?.startsWith(prefix) ?? false
          return {
            serial: after.kind === 'inject' ? (serials.get(after.id) ?? null) : null,
            gateId: isNew ? null : gate,
            key: isNew ? after.id : null,
            ...{ condition, delaySeconds },
          }
        }),
      }),
    )
  return { idOf, missing, differing }
}

type Signed = {
  id: string
  kind: string
  name: string
  waits: readonly { after: string | null; serial: string | null; condition: string; delaySeconds: number }[]
}

/** What a gate is, whatever it is numbered: its kind, its name, and what it waits for, gates by what they are. */
function signaturesOf(gates: readonly Signed[]): ReadonlyMap<string, string> {
  const byId = new Map(gates.map(gate => [gate.id, gate]))
  const found = new Map<string, string>()
  const signature = (id: string, above: ReadonlySet<string>): string => {
    const gate = byId.get(id)
    // A circle is none that is there: it is refused when its waits are written.
    if (!gate || above.has(id)) return '?'
    const known = found.get(id)
    if (known !== undefined) return known
    const inside = new Set([...above, id])
    const waits = gate.waits.map(({ after, serial, condition, delaySeconds }) =>
      JSON.stringify([
        after === null ? serial?.toLowerCase() : signature(after, inside),
        condition,
        delaySeconds,
      ]),
    )
    const said = JSON.stringify([gate.kind, gate.name, waits.sort()])
    found.set(id, said)
    return said
  }
  for (const { id } of gates) signature(id, new Set())
  return found
}

/** The waits of an inject of a document here: on injects by their ids or `new:` and the serial, on gates by `idOf`. */
export function waitsHere(
  waits: DocumentInject['waits'],
  injectOf: (id: string) => string | null,
  gates: ReadonlyMap<string, string>,
): WaitRow[] {
  return waits.flatMap(({ after, condition, delaySeconds }): WaitRow[] => {
    const afterInjectId = after.kind === 'inject' ? injectOf(after.id) : null
    const afterGateId = after.kind === 'gate' ? (gates.get(after.id) ?? null) : null
    return afterInjectId === null && afterGateId === null
      ? []
      : [{ afterInjectId, afterGateId, condition, delaySeconds }]
  })
}
