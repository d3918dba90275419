import { describe, expect, it } from 'vitest'
import { decode } from './rules'

const wide = (text: string, { big = false, mark = true } = {}) => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return new Uint8Array(big ? bytes.swap16() : bytes)
}
const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

describe('the encoding of a file', () => {
  it('is what its mark says', () => {
    expect(decode(new Uint8Array(Buffer.from('\ufeffÕun;森')))).toEqual({
      text: 'Õun;森',
      encoding: 'utf-8',
      sure: true,
    })
    expect(decode(wide('Õun;森'))).toEqual({ text: 'Õun;森', encoding: 'utf-16le', sure: true })
    expect(decode(wide('Õun;森', { big: true }))).toEqual({
      text: 'Õun;森',
      encoding: 'utf-16be',
      sure: true,
    })
  })
  it('is UTF-16 without a mark where every other byte is zero', () => {
    expect(decode(wide('Name;Role', { mark: false }))).toMatchObject({
      text: 'Name;Role',
      encoding: 'utf-16le',
    })
    expect(decode(wide('Name;Role', { mark: false, big: true }))).toMatchObject({ encoding: 'utf-16be' })
  })
  it('is UTF-8 where every byte fits, and Windows-1252 otherwise, which a person should look at', () => {
    expect(decode(new Uint8Array(Buffer.from('Hélène 森')))).toMatchObject({ text: 'Hélène 森', sure: true })
    expect(decode(latin('Hélène'))).toEqual({ text: 'Hélène', encoding: 'windows-1252', sure: false })
    expect(decode(new Uint8Array([0x80, 0x93])).text).toBe('€“')
  })
  it('is what a person says, in Japan or on the Baltic', () => {
    const japanese = new Uint8Array([0x90, 0x58, 0x88, 0xa4, 0x8e, 0x71])
    expect(decode(japanese, 'shift_jis').text).toBe('森愛子')
    expect(decode(new Uint8Array([0xf0, 0xe0]), 'windows-1257').text).toBe('šą')
  })
  it('of an empty file is UTF-8', () => {
    expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', sure: true })
  })
})
