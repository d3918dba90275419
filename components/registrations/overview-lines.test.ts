import { expect, it } from 'vitest'
import { nextRank, type OverviewLine, ranked, rankOf, rankText } from './overview-lines'

const line = (name: string, more: Partial<OverviewLine> = {}): OverviewLine => ({
  id: name,
  href: '',
  value: 0,
  max: 10,
  states: {},
  name,
  ...more,
})
const names = (lines: OverviewLine[]) => lines.map(({ name }) => name)

it('the lines come in the order of any column, and as they stand where that says nothing', () => {
  const lines = [line('Zambia', { missing: 3 }), line('Åland', { missing: 1, overdue: 4 }), line('Chad')]
  expect(names(ranked(lines, null))).toEqual(['Zambia', 'Åland', 'Chad'])
  expect(names(ranked(lines, { by: 'name', down: false }))).toEqual(['Åland', 'Chad', 'Zambia'])
  expect(names(ranked(lines, { by: 'missing', down: true }))).toEqual(['Zambia', 'Åland', 'Chad'])
  expect(names(ranked(lines, { by: 'overdue', down: true }))).toEqual(['Åland', 'Zambia', 'Chad'])
})

it('fullness is a share, and a line with nothing to fill is the emptiest', () => {
  const lines = [line('half', { value: 5 }), line('none', { max: 0 }), line('full', { value: 2, max: 2 })]
  expect(names(ranked(lines, { by: 'value', down: true }))).toEqual(['full', 'half', 'none'])
})

it('a press on a column begins with the most, another turns it round', () => {
  const first = nextRank(null, 'missing')
  expect([rankText(first), rankText(nextRank(first, 'missing'))]).toEqual(['missing-down', 'missing'])
  expect(rankText(nextRank(first, 'name'))).toBe('name')
  expect(rankOf('missing-down')).toEqual({ by: 'missing', down: true })
  for (const text of ['missing-up', 'x', null, ['missing']]) expect(rankOf(text)).toBeNull()
})
