import fc from 'fast-check'
import { expect, it } from 'vitest'
import { longestBody } from '@/lib/content-policy'
import { partsOf } from './rules'
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
