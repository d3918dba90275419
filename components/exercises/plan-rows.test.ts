import { expect, test } from 'vitest'
import { templateFor } from '@/lib/schedule/template/rules'
import { noEdits, planRows } from './plan-rows'

const titles = { phase: (key: string) => key, activity: (key: string) => key }
const ahead = () => false
const template = (days: number) => templateFor({ day: days, offset: days * 86_400 })

test('a row that nobody touched follows ENDEX, one that somebody typed in stays', () => {
  const edits = { ...noEdits, activities: { report: { start: 'D+100' } } }
  const starts = (days: number) =>
    planRows(template(days), edits, titles, ahead)
      .activities.filter(({ key }) => key === 'report' || key === 'impressions')
      .map(({ start }) => start)
  expect(starts(2)).toEqual(['D+16', 'D+100'])
  expect(starts(4)).toEqual(['D+18', 'D+100'])
})

test('what would be over is left out until somebody ticks it', () => {
  const isOver = (typed: string) => /^D-2..$/.test(typed)
  const included = (edits: typeof noEdits) =>
    planRows(template(3), edits, titles, isOver).activities.filter(({ include }) => !include)
  expect(included(noEdits).map(({ key }) => key)).toEqual(['concept', 'initial'])
  const ticked = { ...noEdits, activities: { initial: { include: true } } }
  expect(included(ticked).map(({ key }) => key)).toEqual(['concept'])
})

test('added rows come last, empty, each of its own', () => {
  const edits = { ...noEdits, added: 2, activities: { added1: { title: 'Press day' } } }
  const { activities } = planRows(template(3), edits, titles, ahead)
  expect(activities.slice(-2)).toMatchObject([
    { key: 'added0', title: '', include: true },
    { key: 'added1', title: 'Press day', include: true },
  ])
})
