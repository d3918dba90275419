import { expect, test } from 'vitest'
import { readStix } from './rules'

const reference = (code: string) => [{ source_name: 'mitre-attack', external_id: code }]
const pattern = (code: string, over: object = {}) => ({
  ...{ type: 'attack-pattern', id: `attack-pattern--${code}`, name: `Name of ${code}` },
  external_references: reference(code),
  kill_chain_phases: [{ kill_chain_name: 'mitre-attack', phase_name: 'stealth' }],
  ...over,
})
const tactic = (key: string, name: string) => ({
  ...{ type: 'x-mitre-tactic', id: `x-mitre-tactic--${key}`, name, x_mitre_shortname: key },
})
const bundle = (...objects: object[]) => JSON.stringify({ type: 'bundle', id: 'bundle--1', objects })

const whole = bundle(
  { type: 'x-mitre-collection', x_mitre_version: '19.1', name: 'Enterprise ATT&CK' },
  tactic('stealth', 'Stealth'),
  tactic('reconnaissance', 'Reconnaissance'),
  { ...tactic('old', 'Old'), x_mitre_deprecated: true },
  { type: 'x-mitre-matrix', tactic_refs: ['x-mitre-tactic--reconnaissance', 'x-mitre-tactic--stealth'] },
  pattern('T1685'),
  pattern('T1562', { revoked: true }),
  pattern('T1009', { x_mitre_deprecated: true }),
  {
    ...{ type: 'relationship', relationship_type: 'revoked-by' },
    ...{ source_ref: 'attack-pattern--T1562', target_ref: 'attack-pattern--T1685' },
  },
)

test('MITRE’s bundle says its release and matrix, and its tactics in the order of the matrix', () => {
  expect(readStix(whole)).toMatchObject({
    ...{ ok: true, domain: 'enterprise', version: '19.1' },
    tactics: [
      { key: 'reconnaissance', name: 'Reconnaissance' },
      { key: 'stealth', name: 'Stealth' },
    ],
  })
})

test('a revoked technique names what took its place; a deprecated one has none', () => {
  const read = readStix(whole)
  expect(read.ok && read.techniques).toEqual([
    { code: 'T1009', name: 'Name of T1009', tactics: ['stealth'], withdrawn: true, replacedBy: null },
    { code: 'T1562', name: 'Name of T1562', tactics: ['stealth'], withdrawn: true, replacedBy: 'T1685' },
    { code: 'T1685', name: 'Name of T1685', tactics: ['stealth'], withdrawn: false, replacedBy: null },
  ])
})

test('of a code that stands there twice the one that holds is taken, whichever comes first', () => {
  const old = pattern('T1053', { id: 'attack-pattern--old', name: 'Old', revoked: true })
  for (const objects of [
    [old, pattern('T1053')],
    [pattern('T1053'), old],
  ]) {
    const read = readStix(bundle(...objects))
    expect(read.ok && read.techniques).toMatchObject([{ name: 'Name of T1053', withdrawn: false }])
  }
})

test('a bundle of the years before collections says no release, and one for industry is known by its chain', () => {
  const ics = pattern('T0800', {
    external_references: [{ source_name: 'mitre-ics-attack', external_id: 'T0800' }],
    kill_chain_phases: [{ kill_chain_name: 'mitre-ics-attack', phase_name: 'impact' }],
  })
  expect(readStix(bundle(ics))).toMatchObject({ ok: true, domain: 'ics', version: null, tactics: [] })
})

test('what is no bundle, or one of other things, is refused with a reason', () => {
  for (const text of ['{', '[]', '{"type":"report"}', 'null', '{"type":"bundle","objects":1}'])
    expect(readStix(text)).toMatchObject({ ok: false })
  expect(readStix('{"techniques":[]}')).toEqual({ ok: false, problem: 'attack_not_stix' })
  const hostile = bundle(pattern('T1001', { external_references: 'none', name: 7 }), pattern('X', {}), {
    type: 'attack-pattern',
    id: 'a',
    kill_chain_phases: [null, 3],
  })
  expect(readStix(hostile)).toEqual({ ok: false, problem: 'attack_no_techniques' })
})
