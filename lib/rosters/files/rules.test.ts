import { describe, expect, it } from 'vitest'
import { writeWorkbook } from '@/lib/sheets/writing/rules'
import { peopleLimit } from '../fields/schema'
import { largestFile, readFile, readText } from './rules'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding))

describe('a file', () => {
  it('is known by what is in it, whatever it is called', async () => {
    const rows = [
      {
        name: '',
        rows: [
          ['Nom', 'Prénom'],
          ['Valbrune', 'Hélène'],
        ],
      },
    ]
    expect(await readFile(bytes('Nom;Prénom\r\nValbrune;Hélène\r\n'))).toMatchObject({
      ok: true,
      sheets: rows,
      encoding: { used: 'utf-8' },
    })
    expect(await readFile(bytes('Nom;Prénom\r\nValbrune;Hélène\r\n', 'latin1'))).toMatchObject({
      sheets: rows,
      encoding: { used: 'windows-1252', sure: false },
    })
    expect(await readFile(bytes('\ufeffNom\tPrénom\r\nValbrune\tHélène\r\n', 'utf16le'))).toMatchObject({
      sheets: rows,
      encoding: { used: 'utf-16le', sure: true },
    })
    expect(await readFile(writeWorkbook('P', rows[0]?.rows ?? []))).toMatchObject({
      sheets: [{ name: 'P', rows: rows[0]?.rows }],
      encoding: null,
    })
  })
  it('is read without the empty rows and columns around its end', async () => {
    expect(await readFile(bytes('a,b,,\n1,2,,\n,,,\n\n'))).toMatchObject({
      sheets: [
        {
          rows: [
            ['a', 'b'],
            ['1', '2'],
          ],
        },
      ],
    })
  })
  it('is refused when it holds nothing, is no text, or is more than one import takes', async () => {
    const problem = async (given: Uint8Array) => {
      const read = await readFile(given)
      return read.ok ? null : read.problem
    }
    expect(await problem(new Uint8Array())).toBe('file_empty')
    expect(await problem(bytes(' \n,,\n'))).toBe('file_empty')
    expect(await problem(new Uint8Array(largestFile + 1))).toBe('file_too_large')
    expect(await problem(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0, 0, 7, 0, 0, 0]))).toBe(
      'file_is_binary',
    )
    expect(await problem(bytes('a,"b'))).toBe('csv_quote_open')
    expect(await problem(bytes(`${'a\n'.repeat(peopleLimit + 16)}`))).toBe('roster_too_long')
    expect(await problem(bytes(','.repeat(70) + 'x'))).toBe('roster_too_wide')
    expect(await problem(bytes('a\n'.repeat(peopleLimit + 1)))).toBeNull()
  })
})

it('rows that are pasted are read as a spreadsheet copies them', () => {
  expect(readText('Name\tRole\n"two\nlines"\tDefender\n')).toMatchObject({
    sheets: [
      {
        rows: [
          ['Name', 'Role'],
          ['two\nlines', 'Defender'],
        ],
      },
    ],
  })
})
