import fc from 'fast-check'
import { expect, it } from 'vitest'
import { longestBody } from '@/lib/content-policy'
import { partsOf, placelessRows } from './rules'
import { part } from './schema'

it('rows are sent in their order, in parts that one action takes, however long the names', () => {
  const name = fc.string({ unit: 'grapheme', maxLength: 120 })
  const row = fc.record({ familyName: name, givenName: name, nativeName: name, email: name })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), fc.integer({ min: 1, max: 60 }), (few, times) => {
      const nominees = Array.from({ length: times }, () => few).flat()
      const parts = partsOf(nominees.map((nominee, at) => ({ line: at + 2, nominee })))
      expect(parts.flat().map(({ line }) => line)).toEqual(nominees.map((_, at) => at + 2))
      for (const rows of parts) {
        expect(rows.length).toBeGreaterThan(0)
        expect(rows.length).toBeLessThanOrEqual(part.rows)
        const body = JSON.stringify([{ requestId: crypto.randomUUID(), rows }])
        expect(Buffer.byteLength(body)).toBeLessThan(longestBody.page - 8_000)
      }
    }),
    { numRuns: 30 },
  )
})

it('submitted in their order, rows find places as long as there are any, whole and of their role and site', () => {
  const row = (line: number, roleId: string, siteId = '') => ({
    line,
    nominee: { roleId, siteId },
    problems: [],
  })
  const broken = { ...row(3, 'defender'), problems: [{ field: 'email' as const, reason: 'required' }] }
  const rows = [
    row(2, 'defender'),
    broken,
    row(4, 'defender'),
    row(5, 'lawyer', 'hall'),
    row(6, 'lawyer', 'hall'),
    row(7, 'lawyer'),
  ]
  const places = [
    { roleId: null, siteId: null, left: 3, name: '' },
    { roleId: 'defender', siteId: null, left: 1, name: 'Defender' },
    { roleId: null, siteId: 'hall', left: 1, name: 'Hall' },
  ]
  expect(placelessRows(rows, places)).toEqual([
    { line: 4, scope: 'role', name: 'Defender' },
    { line: 6, scope: 'site', name: 'Hall' },
  ])
  expect(placelessRows([...rows, row(8, 'lawyer')], places).at(-1)).toEqual({
    line: 8,
    scope: 'whole',
    name: '',
  })
  expect(placelessRows(rows, [])).toEqual([])
})
