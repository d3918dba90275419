import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neutral, withoutGuard } from '../cells/rules'
import { decode, encodeUtf8 } from '../encoding/rules'
import { delimiterOf, delimiters, readCsv, writeCsv } from './rules'

const rowsOf = (text: string) => {
  const read = readCsv(text)
  return read.ok ? read.rows : read
}

/** What people and attackers put into cells: the characters that the format itself uses, above all. */
const cell = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '"',
      ',',
      ';',
      '\t',
      '\r',
      '\n',
      "'",
      '=',
      '+',
      '-',
      '@',
      '＝',
      ' ',
      'a',
      '森',
      'é',
      '🙂',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 12,
})
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 8 })

describe('a table written as CSV', () => {
  it('is read back the same, whatever stands in it', () => {
    fc.assert(
      fc.property(table, rows => {
        expect(readCsv(writeCsv(rows), ',')).toEqual({ ok: true, rows })
      }),
    )
  })
  it('survives the way through bytes', () => {
    fc.assert(
      fc.property(table, rows => {
        const { text, encoding } = decode(encodeUtf8(writeCsv(rows)))
        expect(encoding).toBe('utf-8')
        expect(readCsv(text, ',')).toEqual({ ok: true, rows })
      }),
    )
  })
  it('holds no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(cell, text => {
        expect(neutral(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
        expect(withoutGuard(neutral(text))).toBe(text)
      }),
    )
    expect(writeCsv([['=cmd|calc!A1', '-Ann', "'=x"]])).toBe("'=cmd|calc!A1,'-Ann,''=x\r\n")
  })
})

describe('separated values from elsewhere', () => {
  it('come with commas, semicolons or tabs, told by the first rows', () => {
    expect(delimiterOf('name;role\nKask, Liis;Defender, blue\n')).toBe(';')
    expect(delimiterOf('name\trole\nKask; Liis\tx\n')).toBe('\t')
    expect(delimiterOf('"a;b",role\n"c;d",x\n')).toBe(',')
    expect(delimiterOf('only one column\n')).toBe(',')
    for (const delimiter of delimiters) {
      fc.assert(
        fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1 }), rows => {
          expect(delimiterOf(rows.map(row => row.join(delimiter)).join('\n'))).toBe(delimiter)
        }),
      )
    }
  })
  it('keep line breaks, delimiters and doubled quotes inside quotes', () => {
    expect(rowsOf('a,b\r\n"one\ntwo","say ""hi"", twice"\r\n')).toEqual([
      ['a', 'b'],
      ['one\ntwo', 'say "hi", twice'],
    ])
  })
  it('end their rows in any of the three ways, the last with or without', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(rowsOf(`a,b${end}c,${end}`)).toEqual([
        ['a', 'b'],
        ['c', ''],
      ])
      expect(rowsOf(`a,b${end}c,`)).toEqual([
        ['a', 'b'],
        ['c', ''],
      ])
    }
    expect(rowsOf('')).toEqual([])
  })
  it('may say their separator in a first line of their own, as Excel does', () => {
    expect(rowsOf('sep=;\r\na;b,c\r\n')).toEqual([['a', 'b,c']])
  })
  it('take a quotation mark within a cell as what it is', () => {
    expect(rowsOf('Ann "Bee" Sea,x\n')).toEqual([['Ann "Bee" Sea', 'x']])
    expect(rowsOf('"Ann" Sea,x\n')).toEqual([['Ann Sea', 'x']])
  })
  it('are refused with the row where a quotation mark never closes', () => {
    expect(readCsv('a,b\nc,"d\ne,f\n')).toEqual({ ok: false, openQuoteAt: 2 })
  })
})
