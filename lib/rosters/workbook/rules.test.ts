import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import writeXlsx from 'write-excel-file/universal'
import { writeWorkbook } from '../sheet/rules'
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

const rowsOf = async (bytes: Uint8Array) => {
  const read = await readWorkbook(bytes)
  return read.ok ? read.sheets[0]?.rows : read.problem
}

describe('a workbook', () => {
  it('that we write is read back the same, whatever stands in it', async () => {
    const cell = fc.string({
      unit: fc.oneof(
        fc.constantFrom('=', "'", '<', '&', '"', '_x0041_', '\r', '\n', '\t', ' ', 'é', '森', '🙂', '\u0007'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 8,
    })
    // A row begins and ends with something: XLSX knows no empty rows at the end, and pads the short ones.
    const row = fc.tuple(fc.constant('x'), cell, cell, fc.constant('y')).map(cells => [...cells])
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async rows => {
        expect(await rowsOf(writeWorkbook('People', rows))).toEqual(rows)
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
    expect(await readWorkbook(bytes)).toEqual({
      ok: true,
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
  it('gives what a formula came to, and never works it out', async () => {
    expect(
      await rowsOf(
        withSheet(
          '<row r="1"><c r="A1" t="str"><f>UPPER("a")</f><v>A</v></c><c r="B1"><f>1+1</f><v>7</v></c></row>',
        ),
      ),
    ).toEqual([['A', '7']])
    const never =
      '<c r="A1" t="str"><f>UPPER("a")</f></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1"><v>1</v></c>'
    expect(await rowsOf(withSheet(`<row r="1">${never}</row>`))).toEqual([['', '', '1']])
  })
  it('with macros is read for its cells, and its macros are not even unpacked', async () => {
    const lying = new Uint8Array([0])
    const bytes = withSheet('<row r="1"><c r="A1"><v>1</v></c></row>', { 'xl/vbaProject.bin': lying })
    expect(await rowsOf(bytes)).toEqual([['1']])
  })
  it('may be large enough for a worker of its own, and needs none', async () => {
    const rows = Array.from({ length: 6000 }, (_, at) => [
      `Kask ${at}`,
      `liis.${at}@example.org`,
      'Network defender',
    ])
    expect(await rowsOf(writeWorkbook('People', rows))).toEqual(rows)
  })
})

describe('a hostile or broken workbook is refused', () => {
  it('where it unfolds to far more than people need, before it is unpacked', async () => {
    const bomb = withSheet('<row r="1"/>', { 'xl/sharedStrings.xml': new Uint8Array(60 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(200_000)
    expect(await rowsOf(bomb)).toBe('workbook_too_big')
  })
  it('where it lies about how far it unfolds', async () => {
    const bytes = withSheet('<row r="1"><c r="A1"><v>1</v></c></row>', {
      'xl/sharedStrings.xml': new Uint8Array(8 * 1024 * 1024),
    })
    const directory = Buffer.from(bytes)
    for (let at = directory.indexOf('PK\x01\x02'); at !== -1; at = directory.indexOf('PK\x01\x02', at + 4))
      directory.writeUInt32LE(64, at + 24)
    expect(await rowsOf(new Uint8Array(directory))).toBe('workbook_broken')
  })
  it('where it claims rows or columns that would fill the memory', async () => {
    expect(await rowsOf(withSheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'))).toBe(
      'workbook_too_big',
    )
    expect(await rowsOf(withSheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'))).toBe('workbook_too_wide')
    expect(await rowsOf(withSheet("<row r='1'><c s='1' r = 'XFD1'><v>1</v></c></row>"))).toBe(
      'workbook_too_wide',
    )
    expect(await rowsOf(withSheet('<row r="&#49;048576"/>'))).toBe('workbook_broken')
    expect(await rowsOf(withSheet('<row/>'.repeat(20_001)))).toBe('workbook_too_big')
  })
  it('where it is locked, an old .xls, cut short or no workbook at all', async () => {
    expect(await rowsOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toBe('workbook_locked')
    const whole = writeWorkbook('People', [['a']])
    expect(await rowsOf(whole.slice(0, whole.length - 30))).toBe('workbook_broken')
    expect(await rowsOf(zipSync({ 'readme.txt': strToU8('hello') }))).toBe('workbook_broken')
    expect(await rowsOf(withSheet('<row r="1"><c'))).toBe('workbook_broken')
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async bytes => {
        expect((await readWorkbook(new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]))).ok).toBe(false)
      }),
    )
  })
})
