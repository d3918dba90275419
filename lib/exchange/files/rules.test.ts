import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '@/lib/sheets/csv/rules'
import { encodeUtf8 } from '@/lib/sheets/encoding/rules'
import { writeSheets, writeWorkbook } from '@/lib/sheets/writing/rules'
import { anyDocument } from '../document/document.fixture'
import { writeDocument } from '../document/rules'
import type { ExerciseDocument } from '../document/schema'
import { cellText, columnSets, tableOf } from '../sets/rules'
import { summaryOf } from '../summary/rules'
import { noChoices } from '../times/rules'
import { readExchange } from './rules'

const times = noChoices(Date.UTC(2026, 10, 22))

const text = (given: string) => new Uint8Array(Buffer.from(given))
const refusal = (bytes: Uint8Array, name = 'msel.xlsx') => {
  const read = readExchange(bytes, { name, times })
  return read.ok ? read.format : read.refusal
}
const list = [
  ['#', 'Time', 'Subject', 'To'],
  ['1', 'T+45m', 'Phish', 'BT1'],
]

describe('a file', () => {
  it('is known by what is in it, and its name must not contradict that', () => {
    const book = writeWorkbook('MSEL', list)
    expect(refusal(book)).toBe('xlsx')
    expect(refusal(book, 'msel.csv')).toBe('wrong_extension')
    expect(refusal(text(writeCsv(list)), 'msel.csv')).toBe('csv')
    expect(refusal(text(writeCsv(list)), 'msel.xlsx')).toBe('wrong_extension')
    expect(refusal(text('not json'), 'msel.json')).toBe('json_broken')
    expect(refusal(text('{"a":1'), 'msel.json')).toBe('json_broken')
    expect(refusal(text('{"a":1}'), 'msel.json')).toBe('json_unknown')
    expect(refusal(text('%PDF-1.7 …'), 'msel.pdf')).toBe('file_unknown')
    expect(refusal(text('<html><table><tr><td>1</td></tr></table></html>'), 'msel.csv')).toBe('file_unknown')
    expect(refusal(text('<html></html>'), 'msel.xls')).toBe('wrong_extension')
    expect(refusal(new Uint8Array(), 'msel.csv')).toBe('file_empty')
    expect(refusal(text('a,"b'), 'msel.csv')).toBe('csv_quote_open')
    expect(refusal(new Uint8Array(41 * 1024 * 1024), 'msel.csv')).toBe('file_too_large')
  })
  it('of prose is refused as such, whatever it is called', () => {
    const prose =
      'Dear all,\nthe exercise begins at nine, as agreed.\n\nThen the mail server fails.\nBest regards\n'
    expect(refusal(text(prose), 'msel.txt')).toBe('prose')
    expect(refusal(text('# Scenario\n\nText'), 'scenario.md')).toBe('prose')
  })
  it('of several sheets is read from the one that looks like a MSEL, or the one that is named', () => {
    const codes = {
      name: 'Lookups',
      rows: [
        ['Code', 'Meaning'],
        ['A', 'Alpha'],
      ],
    }
    const parts = (name: string | null) => {
      const read = readExchange(writeSheets([codes, { name: 'Events', rows: list }]), {
        name: 'm.xlsx',
        sheet: name,
        times,
      })
      return read.ok ? read.sheet : `${read.refusal} ${read.about}`
    }
    expect(parts(null)).toBe('Events')
    expect(parts('events')).toBe('Events')
    expect(parts('Nope')).toBe('sheet_unknown Lookups, Events')
  })
})

describe('a hostile file is refused with a reason', () => {
  it('where it is locked, an old workbook, cut short or no workbook', () => {
    const head = [0xd0, 0xcf, 0x11, 0xe0]
    expect(refusal(new Uint8Array([...head, ...Buffer.from('EncryptedPackage', 'utf16le')]))).toBe(
      'file_locked',
    )
    expect(refusal(new Uint8Array([...head, ...Buffer.from('Workbook', 'utf16le')]), 'msel.xls')).toBe(
      'file_old_xls',
    )
    const book = writeWorkbook('MSEL', list)
    expect(refusal(book.slice(0, book.length - 40))).toBe('workbook_broken')
    expect(refusal(zipSync({ 'readme.txt': strToU8('hello') }))).toBe('workbook_broken')
  })
  it('where it unfolds without end, before any of it is unfolded', () => {
    const book = Buffer.from(writeWorkbook('MSEL', list))
    // As far as its directory says: a real one of a gigabyte has a megabyte, and takes a while to make.
    for (let at = book.indexOf('PK\x01\x02'); at !== -1; at = book.indexOf('PK\x01\x02', at + 4))
      book.writeUInt32LE(300 * 1024 * 1024, at + 24)
    expect(refusal(new Uint8Array(book))).toBe('workbook_too_big')
  })
  it('and no formula of a CSV file is run, here or where it goes to', () => {
    const read = readExchange(text('#,Time,Subject\n1,T+1h,"=cmd|\'/c calc\'!A1"\n'), {
      name: 'm.csv',
      times,
    })
    if (!read.ok) throw new Error(read.refusal)
    expect(read.document.scenario.injects[0]?.title).toBe("=cmd|'/c calc'!A1")
    const csv = writeCsv(tableOf(read.document, 'own').map(row => row.map(cellText)))
    expect(csv).toContain(`'=cmd|`)
    expect(csv).not.toMatch(/(?:^|[,"])=cmd/m)
  })
})

/** What a table can say of an inject, by names instead of ids. */
function said(document: ExerciseDocument, columns: 'own' | 'hseep') {
  const { scenario, teams } = document
  const name = (items: readonly { id: string; name: string }[], id: string | null) =>
    items.find(item => item.id === id)?.name ?? null
  return scenario.injects.map(inject => ({
    serial: inject.serial,
    kind: inject.kind,
    mode: name(scenario.modes, inject.mode),
    to: inject.to.map(party => ('id' in party ? name(teams, party.id) : party.words)),
    objectives: inject.objectives.map(id => scenario.objectives.find(item => item.id === id)?.number),
    ...(columns === 'own' && {
      start: inject.start,
      title: inject.title,
      text: inject.text,
      duration: inject.durationSeconds,
      scenarioAt: inject.scenarioAt,
      storyline: name(scenario.storylines, inject.storyline),
      tlp: inject.tlp,
      expected: inject.expectedAction,
      values: Object.values(inject.values).filter(Boolean),
    }),
  }))
}

/** Cells are trimmed, a title is one line, and a `+0` cannot be told from no wait. */
const plain = anyDocument.map(document => ({
  ...document,
  scenario: {
    ...document.scenario,
    injects: document.scenario.injects.map((inject, at) => ({
      ...inject,
      ...{ serial: `3.${at + 1}`, waits: [], foreign: null },
      ...{
        title: `Go ${inject.title}`.replace(/\s+/g, ' ').trim(),
        text: inject.text.replace(/\r/g, '').trim(),
      },
      ...{ notes: '', expectedAction: inject.expectedAction.replace(/\r/g, '').trim() },
      values: Object.fromEntries(
        Object.entries(inject.values).map(([id, value]) => [id, value.replace(/\r/g, '').trim()]),
      ),
    })),
  },
}))

describe('what was written is read back', () => {
  it('from a workbook and from CSV with all that its columns can say', () => {
    fc.assert(
      fc.property(plain, document => {
        if (document.scenario.injects.length === 0) return
        const table = tableOf(document, 'own')
        const book = readExchange(writeWorkbook('MSEL', table), { name: 'm.xlsx', times })
        const csv = readExchange(encodeUtf8(writeCsv(table.map(row => row.map(cellText)))), {
          name: 'm.csv',
          times,
        })
        for (const read of [book, csv])
          expect(read.ok && said(read.document, 'own')).toEqual(said(document, 'own'))
      }),
      { numRuns: 40 },
    )
  })
  it('from the other column sets with the same instants', () => {
    fc.assert(
      fc.property(plain, fc.constantFrom(...columnSets), (document, set) => {
        if (document.scenario.injects.length === 0) return
        const read = readExchange(writeWorkbook('MSEL', tableOf(document, set)), { name: 'm.xlsx', times })
        if (!read.ok) throw new Error(read.refusal)
        const again = tableOf({ ...read.document, exercise: document.exercise }, set)
        const zulu = tableOf(document, set)[0]?.indexOf(set === 'own' ? 'Start (Z)' : 'Time (Z)') ?? -1
        expect(again.map(row => row[zulu])).toEqual(tableOf(document, set).map(row => row[zulu]))
        if (set === 'hseep') expect(said(read.document, 'hseep')).toEqual(said(document, 'hseep'))
      }),
      { numRuns: 40 },
    )
  })
  it('from JSON wholly', () => {
    fc.assert(
      fc.property(anyDocument, document => {
        const read = readExchange(text(writeDocument(document)), { name: 'exercise.json', times })
        expect(read.ok && read.document).toEqual(document)
      }),
      { numRuns: 20 },
    )
  })
})

const shared = path.resolve(import.meta.dirname, '../../../../shared/data')

describe.skipIf(!existsSync(shared))('real lists', () => {
  it('are read with what they hold, and prose is refused', () => {
    const files = readdirSync(path.join(shared, 'msel')).map(name => path.join('msel', name))
    const read = [...files, 'schedule/schedule-example-de.xlsx'].map(name => {
      const { format, injects, withTime, teams, errors } = summaryOf(
        readExchange(readFileSync(path.join(shared, name)), { name, times }),
      )
      return [path.basename(name), format ?? errors[0]?.reason, injects, withTime, teams]
    })
    expect(read).toEqual([
      ['aws-ir-sev2-salt-typhoon-telecom-pivot.md', 'prose', 0, 0, 0],
      ['blueprint-PlaywrightMSEL.xlsx', 'xlsx', 2, 2, 2],
      ['blueprint-msel-export-ZZZ-Testing-Base.json', 'blueprint-json', 4, 4, 8],
      ['blueprint-seed-data.json', 'blueprint-json', 1, 1, 0],
      ['icebergttx-vendor_outage.json', 'icebergttx-json', 5, 1, 4],
      ['openaev-xls-import-test_file_1.xlsx', 'xlsx', 3, 3, 2],
      ['openaev-xls-import-test_file_2.xlsx', 'xlsx', 4, 4, 2],
      ['openaev-xls-import-test_file_3.xlsx', 'xlsx', 5, 5, 2],
      ['ttx-kit-scenario-3-vendor-breach.md', 'prose', 0, 0, 0],
      ['schedule-example-de.xlsx', 'xlsx', 13, 13, 0],
    ])
  })
})
