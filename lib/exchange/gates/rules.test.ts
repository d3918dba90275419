import { describe, expect, it } from 'vitest'
import { readDocument } from '../document/rules'
import { type GatesThere, planGates } from './rules'

const waitFor = (kind: string, id: string, delaySeconds = 0) => ({ after: { kind, id }, delaySeconds })
const gate = (id: string, waits: object[], more: object = {}) => ({
  id,
  number: 7,
  kind: 'any',
  waits,
  ...more,
})

function documentWith(gates: object[]) {
  const injects = [
    { id: 'i1', serial: '1.1' },
    { id: 'i2', serial: '1.2' },
  ]
  const read = readDocument({ format: 'startex-exercise', version: 2, scenario: { injects, gates } })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.document
}
const serials = new Map([
  ['A', '1.1'],
  ['B', '1.2'],
])
const wait = (gateId: string, on: { inject?: string; gate?: string }, delaySeconds = 0) => ({
  ...{ gateId, afterInjectId: on.inject ?? null, afterGateId: on.gate ?? null },
  ...{ condition: 'released', delaySeconds },
})
const there: GatesThere = {
  gates: [
    { id: 'G', number: 1, kind: 'any', name: '' },
    { id: 'H', number: 2, kind: 'all', name: 'Both' },
  ],
  gateWaits: [wait('G', { inject: 'B' }, 60), wait('G', { inject: 'A' }), wait('H', { gate: 'G' })],
}
const plan = (gates: object[]) => planGates(documentWith(gates), there, id => serials.get(id))

describe('a gate of a document', () => {
  it('is one that is there where it is of the same kind and name and waits for the same, whatever its number', () => {
    const same = gate('g1', [waitFor('inject', 'i1'), waitFor('inject', 'i2', 60)])
    const { idOf, missing } = plan([
      same,
      gate('g2', [waitFor('gate', 'g1')], { kind: 'all', name: 'Both', number: 8 }),
    ])
    expect([...idOf]).toEqual([
      ['g1', 'G'],
      ['g2', 'H'],
    ])
    expect(missing).toEqual([])
  })
  it('is made where there is none such, with what it waits for by serial, by id or by another new one', () => {
    const { idOf, missing } = plan([
      gate('g1', [waitFor('inject', 'i1')]),
      gate('g2', [waitFor('inject', 'i1'), waitFor('inject', 'i2', 60)], { number: 8 }),
      gate('g3', [waitFor('gate', 'g1'), waitFor('gate', 'g2')], { number: 9 }),
    ])
    expect([...idOf.values()]).toEqual(['new:gate:g1', 'G', 'new:gate:g3'])
    expect(
      missing.map(({ key, waits }) => [key, waits.map(({ serial, gateId, key }) => serial ?? gateId ?? key)]),
    ).toEqual([
      ['g1', ['1.1']],
      ['g3', ['g1', 'G']],
    ])
  })
  it('is left as it is where one of its name waits for something else, and is counted', () => {
    const { idOf, missing, differing } = plan([
      gate('g1', [waitFor('inject', 'i1')], { kind: 'all', name: 'Both' }),
    ])
    expect([idOf.get('g1'), missing, differing]).toEqual(['H', [], 1])
  })
})
