import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import writeXlsx from 'write-excel-file/universal'
import { writeWorkbook } from '../writing/rules'
import { readWorkbook } from './rules'

/** A workbook as another hand writes it. */
async function made(...args: Parameters<typeof writeXlsx>): Promise<Uint8Array> {
  return new Uint8Array(await (await writeXlsx(...args).toBlob()).arrayBuffer())
}

/** Ours with its sheet's XML in place. */
function withSheet(sheetData: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const parts = unzipSync(writeWorkbook('People', [['a']]))
  const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheetData}</sheetData></worksheet>`
  return zipSync({ ...parts, ...more, 'xl/worksheets/sheet1.xml': strToU8(xml) })
}

const rowsOf = (bytes: Uint8Array) => {
  const read = readWorkbook(bytes)
  return read.ok ? read.sheets[0]?.rows : read.problem
}

describe('a workbook', () => {
  it('that we write is read back the same, whatever stands in it', () => {
    const cell = fc.string({
      unit: fc.oneof(
        fc.constantFrom('=', "'", '<', '&', '"', '_x0041_', '\r', '\n', '\t', ' ', 'é', '森', '🙂', '\u0007'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 8,
    })
    // A row begins and ends with something: XLSX knows no empty rows at the end, and pads the short ones.
    const row = fc.tuple(fc.constant('x'), cell, cell, fc.constant('y')).map(cells => [...cells])
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), rows => {
        expect(rowsOf(writeWorkbook('People', rows))).toEqual(rows)
      }),
      { numRuns: 60 },
    )
  })
  it('of another hand gives its sheets by name, dates as dates, numbers and ticks as text', async () => {
    const date = new Date(Date.UTC(2027, 11, 31))
    const bytes = await made([
      {
        data: [
          ['Name', 'Until', 'Age', 'Remote'],
          ['森', { value: date, type: Date, format: 'dd/mm/yyyy' }, 41, true],
        ],
        sheet: 'People',
      },
      { data: [['x']], sheet: 'Notes' },
    ])
    expect(readWorkbook(bytes)).toEqual({
      ok: true,
      outside: false,
      sheets: [
        {
          name: 'People',
          rows: [
            ['Name', 'Until', 'Age', 'Remote'],
            ['森', '2027-12-31', '41', 'TRUE'],
          ],
        },
        { name: 'Notes', rows: [['x']] },
      ],
    })
  })
  it('gives what a formula came to, and never works it out', () => {
    expect(
      rowsOf(
        withSheet(
          '<row r="1"><c r="A1" t="str"><f>UPPER("a")</f><v>A</v></c><c r="B1"><f>1+1</f><v>7</v></c></row>',
        ),
      ),
    ).toEqual([['A', '7']])
    const never =
      '<c r="A1" t="str"><f>UPPER("a")</f></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1"><v>1</v></c>'
    expect(rowsOf(withSheet(`<row r="1">${never}</row>`))).toEqual([['', '', '1']])
  })
  it('with macros is read for its cells, and its macros are not even unpacked', () => {
    const lying = new Uint8Array([0])
    const bytes = withSheet('<row r="1"><c r="A1"><v>1</v></c></row>', { 'xl/vbaProject.bin': lying })
    expect(rowsOf(bytes)).toEqual([['1']])
  })
  it('may be large enough for a worker of its own, and needs none', () => {
    const rows = Array.from({ length: 6000 }, (_, at) => [
      `Kask ${at}`,
      `liis.${at}@example.org`,
      'Network defender',
    ])
    expect(rowsOf(writeWorkbook('People', rows))).toEqual(rows)
  })
})

describe('a workbook as people leave it', () => {
  it('has empty rows at its very end and an empty cell at its very edge, which are nothing', () => {
    const tail = '<row r="1048576" ht="12.75"><c r="XFD1048576" s="1"/></row>'
    expect(rowsOf(withSheet(`<row r="1"><c r="A1"><v>1</v></c></row>${tail}`))).toEqual([['1']])
  })
  it('says a day once beside the events of that day', () => {
    const cells = (row: number, text: string) =>
      `<row r="${row}"><c r="A${row}"><v>${row === 1 ? 7 : ''}</v></c><c r="B${row}" t="str"><v>${text}</v></c></row>`
    const sheet = `<worksheet><sheetData>${cells(1, 'a')}${cells(2, 'b')}${cells(3, 'c')}</sheetData><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="C1:D1"/></mergeCells></worksheet>`
    const parts = unzipSync(writeWorkbook('People', [['a']]))
    expect(rowsOf(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet) }))).toEqual([
      ['7', 'a'],
      ['7', 'b'],
      ['', 'c'],
    ])
  })
  it('shows times, dates and lengths as its formats say, since 1900 or 1904', async () => {
    const bytes = await made([
      {
        sheet: 'S',
        data: [
          [
            { value: 0.375, format: 'hh:mm' },
            { value: 0.375011574, format: 'hh:mm:ss' },
            { value: 46348.604167, format: 'dd.mm.yyyy hh:mm' },
            { value: 46348.999999, format: 'd/m/yy h:mm' },
            { value: 46348, format: '[$-409]d-mmm-yy;@' },
            { value: 1.5, format: '[h]:mm:ss' },
            { value: 900, format: '0000' },
            { value: 900, format: '0000"Z"' },
            { value: 0.1, format: '0.00' },
            { value: 61, format: 'yyyy-mm-dd' },
            { value: 59, format: 'yyyy-mm-dd' },
          ],
        ],
      },
    ])
    const shown = ['09:00', '09:00:01', '2026-11-22 14:30', '2026-11-23 00:00', '2026-11-22', '36:00:00']
    expect(rowsOf(bytes)).toEqual([[...shown, '0900', '0900', '0.1', '1900-03-01', '1900-02-28']])
    const parts = unzipSync(bytes)
    const book = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())
    const mac = book.replace(/<workbook([^>]*)>/, '<workbook$1><workbookPr date1904="1"/>')
    const read = rowsOf(zipSync({ ...parts, 'xl/workbook.xml': strToU8(mac) }))
    expect(Array.isArray(read) && read[0]?.slice(0, 5)).toEqual([
      ...['09:00', '09:00:01', '2030-11-23 14:30', '2030-11-24 00:00', '2030-11-23'],
    ])
  })
  it('gives nothing of what would come from another file or program, and says where', () => {
    const outside =
      '<c r="B1"><f>[1]Sheet1!A1</f><v>7</v></c><c r="C1" t="str"><f>cmd|&apos;/c calc&apos;!A1</f><v>x</v></c>'
    const read = readWorkbook(
      withSheet(`<row r="1"><c r="A1"><v>1</v></c>${outside}<c r="D1"><f>1+1</f></c></row>`),
    )
    expect(read).toMatchObject({
      ok: true,
      sheets: [
        {
          rows: [['1']],
          doubts: [
            { row: 1, column: 1, why: 'formula_outside' },
            { row: 1, column: 2, why: 'formula_outside' },
            { row: 1, column: 3, why: 'formula_unsaved' },
          ],
        },
      ],
    })
  })
})

describe('a hostile or broken workbook is refused', () => {
  it('where it unfolds to far more than people need, before it is unpacked', () => {
    const bomb = withSheet('<row r="1"/>', { 'xl/sharedStrings.xml': new Uint8Array(60 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(200_000)
    expect(rowsOf(bomb)).toBe('workbook_too_big')
  })
  it('where it lies about how far it unfolds', () => {
    const bytes = withSheet('<row r="1"><c r="A1"><v>1</v></c></row>', {
      'xl/sharedStrings.xml': new Uint8Array(8 * 1024 * 1024),
    })
    const directory = Buffer.from(bytes)
    for (let at = directory.indexOf('PK\x01\x02'); at !== -1; at = directory.indexOf('PK\x01\x02', at + 4))
      directory.writeUInt32LE(64, at + 24)
    expect(rowsOf(new Uint8Array(directory))).toBe('workbook_broken')
  })
  it('where it claims rows or columns that would fill the memory', () => {
    expect(rowsOf(withSheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'))).toBe('workbook_too_big')
    expect(rowsOf(withSheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'))).toBe('workbook_too_wide')
    expect(rowsOf(withSheet("<row r='1'><c s='1' r = 'XFD1'><v>1</v></c></row>"))).toBe('workbook_too_wide')
    expect(rowsOf(withSheet('<row r="A"><c r="A1"><v>1</v></c></row>'))).toEqual([['1']])
    expect(rowsOf(withSheet('<row r="1"><c r="1A"><v>1</v></c></row>'))).toBe('workbook_broken')
    expect(rowsOf(withSheet('<row r="&#49;048576"><c><v>1</v></c></row>'))).toBe('workbook_too_big')
    expect(rowsOf(withSheet('<row/>'.repeat(20_001)))).toBe('workbook_too_big')
  })
  it('where its XML brings entities of its own, which could unfold without end', () => {
    const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`)
    const lol = `<!DOCTYPE lolz [<!ENTITY l0 "lol">${laughs.join('')}]><worksheet><sheetData><row r="1"><c t="str"><v>&l9;</v></c></row></sheetData></worksheet>`
    const parts = unzipSync(writeWorkbook('People', [['a']]))
    expect(rowsOf(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(lol) }))).toBe('workbook_broken')
    expect(rowsOf(withSheet('<row r="1"><c t="str"><v>&l9;</v></c></row>'))).toBe('workbook_broken')
  })
  it('where it mentions a million rows, though all be empty', () => {
    const bytes = withSheet('<row/>'.repeat(1_000_000))
    expect(bytes.length).toBeLessThan(50_000)
    expect(rowsOf(bytes)).toBe('workbook_too_big')
  })
  it('where it is locked, an old .xls, cut short or no workbook at all', () => {
    expect(rowsOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toBe('workbook_locked')
    const whole = writeWorkbook('People', [['a']])
    expect(rowsOf(whole.slice(0, whole.length - 30))).toBe('workbook_broken')
    expect(rowsOf(zipSync({ 'readme.txt': strToU8('hello') }))).toBe('workbook_broken')
    expect(rowsOf(withSheet('<row r="1"><c'))).toBe('workbook_broken')
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        expect(readWorkbook(new Uint8Array([0x50, 0x4b, 3, 4, ...bytes])).ok).toBe(false)
      }),
    )
  })
})
