import { expect, it } from 'vitest'
import { cutOf, cutProblem, isCutOverdue, leftToGo } from './rules'

it('a cut takes places away, by a day that is still to come', () => {
  expect(cutProblem(8, 10, '2027-02-01', '2027-02-01')).toBeNull()
  expect(cutProblem(10, 10, '2027-02-01', '2027-02-01')).toMatchObject({ reason: 'cut_is_no_cut' })
  expect(cutProblem(8, 10, '2027-01-31', '2027-02-01')).toMatchObject({ reason: 'cut_in_the_past' })
})

it('as many have to go as are above it, and it is overdue when its last day is over', () => {
  const cut = cutOf({ cutTo: 8, cutReason: 'Fewer hotel rooms' }, '2027-02-01')
  if (!cut) throw new Error('No cut')
  expect([leftToGo(10, cut), leftToGo(8, cut), leftToGo(5, cut), leftToGo(10, null)]).toEqual([2, 0, 0, 0])
  expect([isCutOverdue(cut, '2027-02-01'), isCutOverdue(cut, '2027-02-02')]).toEqual([false, true])
  expect(cutOf({ cutTo: null, cutReason: null }, null)).toBeNull()
})
