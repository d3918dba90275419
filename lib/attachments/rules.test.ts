import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanName, typeOf } from './rules'

const bytes = (text: string) => new TextEncoder().encode(text)
const zip = (first: string) =>
  new Uint8Array([
    ...[0x50, 0x4b, 0x03, 0x04, ...new Array(22).fill(0)],
    ...[first.length, 0, 0, 0, ...bytes(first)],
  ])

describe('a file may be attached', () => {
  test('where its bytes are what its name says', () => {
    expect(typeOf('map.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBe(
      'image/png',
    )
    expect(typeOf('Order.PDF', bytes('%PDF-1.7'))).toBe('application/pdf')
    expect(typeOf('notes.txt', bytes('Grüße\naus Sorne'))).toContain('text/plain')
    expect(typeOf('plan.docx', zip('[Content_Types].xml'))).toContain('wordprocessingml')
    expect(typeOf('plan.odt', zip('mimetype'))).toContain('opendocument.text')
  })

  test('and not where they are something else, or nothing that is known', () => {
    expect(typeOf('map.png', bytes('%PDF-1.7'))).toBe(null)
    expect(typeOf('tool.txt', new Uint8Array([0x4d, 0x5a, 0x90, 0x00]))).toBe(null)
    expect(typeOf('old.txt', new Uint8Array([0x47, 0xfc, 0xdf]))).toBe(null)
    expect(typeOf('plan.docx', zip('evil.exe'))).toBe(null)
    for (const name of ['run.exe', 'page.html', 'drawing.svg', 'macro.docm', 'noending', 'x.constructor'])
      expect(typeOf(name, bytes('hello')), name).toBe(null)
  })
})

describe('a name', () => {
  test('loses folders, what reads backwards and what some systems refuse', () => {
    expect(cleanName('C:\\Users\\me\\plan.docx')).toBe('plan.docx')
    expect(cleanName('../../etc/pass wd.txt')).toBe('pass wd.txt')
    expect(cleanName('invoice\u202efdp.txt')).toBe('invoicefdp.txt')
    expect(cleanName('..')).toBe('')
    expect(cleanName(`${'x'.repeat(300)}.pdf`)).toMatch(/^x{196}\.pdf$/)
  })

  test('is clean once it has been cleaned', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), name => cleanName(cleanName(name)) === cleanName(name)),
    )
  })
})
