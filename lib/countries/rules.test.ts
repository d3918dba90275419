import { describe, expect, it } from 'vitest'
import { listCountries, nationName, partnerName } from './rules'

describe('names of partners', () => {
  it('follow ISO 3166 in the language of the reader', () => {
    expect(nationName('EST', 'en')).toBe('Estonia')
    expect(nationName('EST', 'fr')).toBe('Estonie')
    expect(nationName('NAM', 'en')).toBe('Namibia')
    expect(nationName('XXX', 'en')).toBeNull()
  })
  it('stay their own for organisations and fictional states', () => {
    expect(partnerName({ kind: 'fictional', code: 'BER', name: 'Berylia' }, 'fr')).toBe('Berylia')
  })
  it('cover every country once', () => {
    const codes = listCountries('en').map(({ code }) => code)
    expect(codes.length).toBeGreaterThan(245)
    expect(new Set(codes).size).toBe(codes.length)
  })
})
