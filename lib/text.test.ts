import { describe, expect, it } from 'vitest'
import { codeField, emailField, lineField, textField, wholeNumber } from './text'

const reason = (result: { success: boolean; error?: { issues: { message: string }[] } }) =>
  result.error?.issues[0]?.message

describe('text that people type', () => {
  it('is trimmed and brought to one Unicode form', () => {
    expect(lineField(20).parse('  Aure\u0301lie ')).toBe('Aur\u00e9lie')
  })
  it('keeps any script and HTML as they are', () => {
    expect(lineField(40).parse('森 愛子 <b>ქართული</b>')).toBe('森 愛子 <b>ქართული</b>')
  })
  it('refuses what is empty, too long, or holds a control character', () => {
    expect(reason(lineField(5).safeParse('   '))).toBe('required')
    expect(reason(lineField(5).safeParse('sixsix'))).toBe('too_long')
    expect(reason(lineField(20).safeParse('a\u0000b'))).toBe('control_characters')
    expect(reason(lineField(20).safeParse('a\nb'))).toBe('control_characters')
  })
  it('refuses marks that turn the reading order of what follows', () => {
    expect(reason(lineField(20).safeParse('Ann\u202egro.live'))).toBe('control_characters')
    expect(reason(textField(20).safeParse('Ann\u2066x'))).toBe('control_characters')
  })
  it('lets longer text break its lines', () => {
    expect(textField(20).parse('one\ntwo')).toBe('one\ntwo')
    expect(reason(textField(20).safeParse('one\u0007two'))).toBe('control_characters')
  })
  it('knows an address and a code', () => {
    expect(reason(emailField.safeParse('nobody at home'))).toBe('not_an_email')
    expect(codeField.parse(' ls27 ')).toBe('LS27')
    expect(reason(codeField.safeParse('LS 27'))).toBe('code_form')
  })
  it('takes whole numbers as a form sends them', () => {
    expect(wholeNumber(0, 10).parse('7')).toBe(7)
    expect(reason(wholeNumber(0, 10).safeParse('7.5'))).toBe('not_a_number')
    expect(wholeNumber(0, 10).safeParse('11').error?.issues[0]?.code).toBe('too_big')
    expect(reason(wholeNumber(0, 10).safeParse(''))).toBe('required')
  })
})
