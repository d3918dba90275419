import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../canonical/rules'
import { foundingProblems } from '../founding/problems/rules'
import { anyDocument } from './document.fixture'
import { withIds } from './ids/rules'
import { emptyDocument, emptyInject, readDocument, writeDocument } from './rules'
import { wholeDocument } from './whole.fixture'

describe('a whole exercise as JSON', () => {
  it('is the same document after it was written and read, and the same text after that', () => {
    fc.assert(
      fc.property(anyDocument, document => {
        const text = writeDocument(document)
        const read = readDocument(JSON.parse(text))
        expect(read).toEqual({ ok: true, document })
        expect(read.ok && writeDocument(read.document)).toBe(text)
      }),
      { numRuns: 60 },
    )
  })
  it('is the same with something of everything in it, and of one order whatever its ids', () => {
    fc.assert(
      fc.property(wholeDocument, document => {
        const whole = canonical(document)
        expect(readDocument(JSON.parse(writeDocument(whole)))).toEqual({ ok: true, document: whole })
        expect(foundingProblems(whole)).toEqual([])
        const other = withIds(document, (list, id) => `${list}-${[...id].reverse().join('')}`)
        expect(canonical(other)).toEqual(whole)
        expect(canonical(whole)).toEqual(whole)
      }),
      { numRuns: 60 },
    )
  })
  it('is still read where it is of version 1', () => {
    const read = readDocument({ format: 'startex-exercise', version: 1, scenario: {} })
    expect(read).toEqual({ ok: true, document: emptyDocument() })
  })
  it('may say no more than it has to', () => {
    const read = readDocument({
      format: 'startex-exercise',
      version: 1,
      scenario: { injects: [{ id: 'i1', title: 'Phish' }] },
    })
    expect(read).toEqual({
      ok: true,
      document: {
        ...emptyDocument(),
        scenario: { ...emptyDocument().scenario, injects: [{ ...emptyInject('i1'), title: 'Phish' }] },
      },
    })
  })
})

describe('a document is refused, with the place,', () => {
  const problems = (change: object) => {
    const read = readDocument({ ...emptyDocument(), ...change })
    return read.ok ? [] : read.problems.map(({ path, reason }) => `${path} ${reason}`)
  }
  const injects = (...list: object[]) => ({ scenario: { ...emptyDocument().scenario, injects: list } })
  it('where it is of another version or says what we do not know', () => {
    expect(problems({ version: 4 })).toEqual(['version invalid_union'])
    expect(problems({ peple: [] })).toEqual([' unrecognized_keys'])
    expect(problems(injects({ id: 'i1', kind: 'mystery' }))).toEqual([
      'scenario.injects.0.kind invalid_value',
    ])
  })
  it('where an id stands for nothing, or an id or a serial is given twice', () => {
    expect(problems(injects({ id: 'i1', storyline: 's9' }))).toEqual(['injects.0 id_unknown'])
    expect(problems(injects({ id: 'i1', to: [{ kind: 'role', id: 'r1' }] }))).toEqual([
      'injects.0 id_unknown',
    ])
    expect(problems(injects({ id: 'i1', waits: [{ after: { kind: 'gate', id: 'g1' } }] }))).toEqual([
      'injects.0 id_unknown',
    ])
    expect(problems(injects({ id: 'i1' }, { id: 'i1' }))).toEqual(['injects.1 id_repeated'])
    expect(problems(injects({ id: 'i1', serial: 'A1' }, { id: 'i2', serial: 'a1' }))).toEqual([
      'injects.1 serial_repeated',
    ])
  })
  it('where somebody is named: there is no place for people', () => {
    expect(problems({ registrations: [] })).toEqual([' unrecognized_keys'])
    expect(problems(injects({ id: 'i1', to: [{ kind: 'person', id: 'x' }] }))).toHaveLength(2)
  })
})
