import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareCursors, isCursor, laterCursor } from './stream-cursor'

test('a cursor is a snapshot and nothing else', () => {
  const good = ['10:20:', '10:20:10,14', '1:1:', '99999999999999999999:99999999999999999999:']
  const bad = ['', '10:20', '10:20:,', "10:20:1'", 'a:b:', '10:20:10,', `1:2:${'1,'.repeat(5000)}1`, null]
  expect(good.map(isCursor)).toEqual(good.map(() => true))
  expect(bad.map(isCursor)).toEqual(bad.map(() => false))
})

/** Transactions begin and end in any order; a snapshot is taken after each step. */
function snapshotsOf(steps: readonly { begins: boolean; which: number }[]): string[] {
  const running = new Set<number>()
  let next = 100
  return steps.map(({ begins, which }) => {
    const ending = [...running][which % Math.max(running.size, 1)]
    if (begins || ending === undefined) running.add(next++)
    else running.delete(ending)
    const open = [...running].sort((a, b) => a - b)
    return `${open[0] ?? next}:${next}:${open.join(',')}`
  })
}

test('snapshots of one database stand in the order in which they were taken, whoever begins and ends', () => {
  const step = fc.record({ begins: fc.boolean(), which: fc.nat(9) })
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 40 }), steps => {
      const taken = snapshotsOf(steps)
      for (const [i, earlier] of taken.entries())
        for (const later of taken.slice(i + 1)) {
          expect(compareCursors(earlier, later)).toBeLessThan(0)
          expect(laterCursor(earlier, later)).toBe(later)
          expect(laterCursor(later, earlier)).toBe(later)
        }
    }),
  )
  expect(compareCursors('10:20:10,14', '10:20:10,14')).toBe(0)
})
