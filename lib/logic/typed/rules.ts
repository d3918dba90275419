import type { ErrorParams } from '@/lib/errors'
import { bySerial } from '@/lib/injects/order/rules'
import type { WaitRow } from '@/lib/injects/rules'
import { gateName, isWaitNotation, parseWaits, printWaits, type TypedWaits } from '@/lib/logic/notation/rules'

/** What injects and gates are called in a notation. */
export type Names = {
  injectOf: (serial: string) => string | undefined
  gateNumbered: (number: number) => string | undefined
  serialOf: (injectId: string) => string | undefined
  gateOf: (gateId: string) => number | undefined
}

export function namesIn(logic: {
  injects: readonly { id: string; serial: string }[]
  gates: readonly { id: string; number: number }[]
}): Names {
  const serials = new Map(logic.injects.map(({ id, serial }) => [id, serial]))
  const bySerial = new Map(logic.injects.map(({ id, serial }) => [serial.toLowerCase(), id]))
  const numbers = new Map(logic.gates.map(({ id, number }) => [id, number]))
  const byNumber = new Map(logic.gates.map(({ id, number }) => [number, id]))
  return {
    injectOf: serial => bySerial.get(serial.toLowerCase()),
    gateNumbered: number => byNumber.get(number),
    serialOf: id => serials.get(id),
    gateOf: id => numbers.get(id),
  }
}

/** An inject's serial or a gate's name, as a path shows it. */
export function nodeName(id: string, names: Names): string {
  const number = names.gateOf(id)
  return names.serialOf(id) ?? (number === undefined ? '?' : gateName(number))
}

export type ReadWaits =
  | { ok: true; mode: TypedWaits['mode']; waits: WaitRow[] }
  | { ok: false; reason: string; params?: ErrorParams }

/** What was typed as waits, with the ids of what it names. `mode` is meant where the text does not say: `3.12, 3.14`. */
export function readWaits(
  text: string,
  mode: TypedWaits['mode'],
  names: Pick<Names, 'injectOf' | 'gateNumbered'>,
): ReadWaits {
  if (text.trim() === '') return { ok: true, mode, waits: [] }
  const parsed = parseWaits(isWaitNotation(text) ? text : `${mode} of ${text}`)
  if (!parsed.ok) return { ok: false, reason: parsed.problem }
  const waits: WaitRow[] = []
  for (const { after, condition, delay: delaySeconds } of parsed.waits) {
    const afterInjectId = 'serial' in after ? (names.injectOf(after.serial) ?? null) : null
    const afterGateId = 'gate' in after ? (names.gateNumbered(after.gate) ?? null) : null
    if (afterInjectId === null && afterGateId === null) {
      const name = 'serial' in after ? after.serial : gateName(after.gate)
      return { ok: false, reason: 'wait_unknown', params: { name } }
    }
    waits.push({ afterInjectId, afterGateId, condition, delaySeconds })
  }
  return { ok: true, mode: parsed.waits.length > 1 ? parsed.mode : mode, waits }
}

/** The same as it is typed again; empty for no waits. In the order of serials, whatever the order of rows. */
export function waitsText(mode: TypedWaits['mode'], waits: readonly WaitRow[], names: Names): string {
  const named: (TypedWaits['waits'][number] & { name: string })[] = []
  for (const { afterInjectId, afterGateId, condition, delaySeconds: delay } of waits) {
    const serial = afterInjectId === null ? undefined : names.serialOf(afterInjectId)
    const gate = afterGateId === null ? undefined : names.gateOf(afterGateId)
    if (serial !== undefined) named.push({ after: { serial }, condition, delay, name: serial })
    else if (gate !== undefined) named.push({ after: { gate }, condition, delay, name: gateName(gate) })
  }
  named.sort((a, b) => bySerial(a.name, b.name) || (a.condition < b.condition ? -1 : 1))
  return printWaits({ mode, waits: named })
}
