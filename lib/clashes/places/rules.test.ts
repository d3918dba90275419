import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyEdit, anyPlan } from '@/lib/clashes/plan.fixture'
import { openChecks } from '@/lib/clashes/rules'
import { type Book, emptyBook, fieldToMend, injectsIn, withRecheck } from './rules'

/** The book as it would be written from all findings at once. */
function written(book: Book): Map<string, string[]> {
  const of = new Map<string, string[]>()
  for (const finding of book.all.values()) {
    if (!fieldToMend(finding)) continue
    for (const id of injectsIn(finding)) of.set(id, [...(of.get(id) ?? []), finding.key].sort())
  }
  return of
}

it('findings stand with each inject that they speak of, edit after edit', () => {
  fc.assert(
    fc.property(anyPlan, fc.array(anyEdit, { maxLength: 6 }), (plan, edits) => {
      const checker = openChecks(plan)
      let book = withRecheck(emptyBook, { gone: [], came: checker.findings() })
      for (const edit of edits) {
        const recheck = checker.edit([edit])
        const before = book
        book = withRecheck(book, recheck)
        const keys = [...recheck.gone, ...recheck.came.map(({ key }) => key)]
        const former = keys.flatMap(key => before.all.get(key) ?? [])
        const touched = new Set([...recheck.came, ...former].flatMap(injectsIn))
        // A row whose findings stay is not drawn again.
        for (const [id, list] of before.of) if (!touched.has(id)) expect(book.of.get(id)).toBe(list)
      }
      const now = new Map([...book.of].map(([id, list]) => [id, list.map(one => one.finding.key).sort()]))
      expect(now).toEqual(written(book))
      expect([...book.all.keys()].sort()).toEqual(
        checker
          .findings()
          .map(({ key }) => key)
          .sort(),
      )
    }),
  )
})

it('each finding leads to the field in which it is mended', () => {
  const finding = { key: 'k', where: [{ kind: 'inject', id: 'a' }], evidence: {} } as const
  expect(fieldToMend({ ...finding, check: 'no_recipient', mend: 'name_recipient' })).toBe('to')
  expect(fieldToMend({ ...finding, check: 'unfinished', mend: 'choose_mode' })).toBe('deliveryModeId')
  expect(fieldToMend({ ...finding, check: 'objective_unserved', mend: 'serve_objective' })).toBeNull()
})
