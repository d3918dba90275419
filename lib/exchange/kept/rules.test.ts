import { describe, expect, it } from 'vitest'
import { writeCsv } from '@/lib/sheets/csv/rules'
import { encodeUtf8 } from '@/lib/sheets/encoding/rules'
import { writeWorkbook } from '@/lib/sheets/writing/rules'
import { emptyDocument, emptyInject } from '../document/rules'
import type { DocumentInject } from '../document/schema'
import { readExchange } from '../files/rules'
import { cellText, columnSets, tableOf } from '../sets/rules'
import { noChoices } from '../times/rules'
import { type Kept, keptAfter, keptChanges } from './rules'

const times = noChoices(Date.UTC(2026, 10, 22))
const kept = (fields: Record<string, string>, id: string | null = null): Kept => ({
  format: 'xlsx',
  id,
  fields,
})

/** A document of these injects, which have a title and what they keep. */
function documentWith(foreign: (Kept | null)[], more: Partial<DocumentInject> = {}) {
  const document = emptyDocument()
  document.scenario.columns = [
    { id: 'c1', name: 'Weather', kind: 'text', choices: [], audience: 'controllers' },
    { id: 'c2', name: 'Unused', kind: 'text', choices: [], audience: 'controllers' },
  ]
  document.scenario.injects = foreign.map((one, at) => ({
    ...emptyInject(`i${at + 1}`),
    ...{ serial: `1.${at + 1}`, title: `Inject ${at + 1}`, text: `Text ${at + 1}`, foreign: one },
    ...more,
  }))
  return document
}

describe('what a file said beyond what an inject has', () => {
  it('comes back in every set of columns, under its old headings, with what the file called the inject', () => {
    const document = documentWith([
      kept({ Card: 'Ace', Status: 'Done' }, 'abc-1'),
      kept({ Card: 'King' }),
      null,
    ])
    for (const set of columnSets) {
      const [headings = [], ...rows] = tableOf(document, set).map(row => row.map(cellText))
      const column = (heading: string) => rows.map(row => row[headings.indexOf(heading)])
      expect(column('Card')).toEqual(['Ace', 'King', ''])
      expect(column('Imported ID')).toEqual(['abc-1', '', ''])
      const status = set === 'own' || set === 'blueprint' ? 'Status (imported)' : 'Status'
      expect(column(status)).toEqual(['Done', '', ''])
    }
  })
  it('stands in a workbook and in CSV, and is kept again when they come back', () => {
    const document = documentWith([kept({ Status: 'Done' }, 'abc-1'), null])
    const table = tableOf(document, 'own')
    const files = [
      ['m.xlsx', writeWorkbook('MSEL', table)],
      ['m.csv', encodeUtf8(writeCsv(table.map(row => row.map(cellText))))],
    ] as const
    for (const [name, bytes] of files) {
      const read = readExchange(bytes, { name, times })
      if (!read.ok) throw new Error(read.refusal)
      const [first, second] = read.document.scenario.injects
      expect(first?.foreign).toMatchObject({ id: 'abc-1', fields: { Status: 'Done' } })
      expect(second?.foreign).toBe(null)
    }
  })
  it('brings the exercise’s own columns along, where they say something', () => {
    const document = documentWith([null], { values: { c1: 'rain' } })
    for (const set of columnSets) {
      const [headings = []] = tableOf(document, set)
      expect(headings).toContain('Weather')
      expect(headings.includes('Unused')).toBe(set === 'own')
    }
  })
})

it('keeps the newer word of what two files say, and what only the older says', () => {
  const before = kept({ Card: 'Ace', Suit: 'Hearts' }, 'abc-1')
  const after = keptAfter(before, { format: 'csv', id: null, fields: { Card: 'King' } })
  expect(after).toEqual({ format: 'csv', id: 'abc-1', fields: { Card: 'King', Suit: 'Hearts' } })
  expect(keptChanges(before, after)).toEqual(['Card'])
  expect(keptChanges(before, keptAfter(before, null))).toEqual([])
  expect(keptChanges(null, kept({}, 'x'))).toEqual([null])
})
