import { expect, it } from 'vitest'
import type { PlanInject } from '@/lib/clashes/plan/rules'
import { HOUR, plan, sound, startexAt } from '@/lib/clashes/plan.fixture'
import { openChecks } from '@/lib/clashes/rules'
import type { FieldValue, InjectField } from '@/lib/injects/rules'
import { typedEdits } from './rules'

const first: PlanInject = { ...sound, id: 'a', serial: '1.1' }
const second: PlanInject = {
  ...{ ...sound, id: 'b', serial: '1.2', moment: null },
  waits: [{ after: 'a', condition: 'released', delay: 600 }],
}
const names = {
  injectOf: (serial: string) => ({ '1.1': 'a', '1.2': 'b' })[serial],
  gateNumbered: () => undefined,
}
const checker = openChecks({ ...plan, injects: [first, second] })
const of = (inject: PlanInject, field: InjectField, value: FieldValue) =>
  typedEdits(inject, field, value, { names, frame: plan.frame })
const would = (inject: PlanInject, field: InjectField, value: FieldValue) => {
  const edits = of(inject, field, value)
  return edits && checker.tried(edits)
}
const checksOf = (...of: Parameters<typeof would>) => would(...of)?.came.map(({ check }) => check)

it('a circle shows while it is typed, with the way round', () => {
  expect(would(first, 'start', 'after 1.2')?.came).toMatchObject([
    { check: 'circular', path: ['a', 'b', 'a'] },
  ])
  expect(checksOf(first, 'waits', 'after any of 1.2, 1.2 + 1 h')).toContain('circular')
})

it('what waits moves with a time that is typed, and nothing has happened yet', () => {
  expect(would(first, 'start', 'T+2h')?.moves).toEqual([
    { id: 'a', from: 3600, to: 7200 },
    { id: 'b', from: 4200, to: 7800 },
  ])
  expect(checker.inject('a')).toBe(first)
})

it('the night of a team shows while its name or the time is typed', () => {
  const at = new Date(startexAt + 7 * HOUR).toISOString().slice(0, 16).replace('T', ' ')
  expect(checksOf(first, 'to', ['team:tokyo'])).toEqual([])
  expect(checksOf({ ...first, toTeams: ['tokyo'] }, 'start', `${at} UTC`)).toContain('team_night')
})

it('whom it goes to, what it serves and how far it is agreed on count at once', () => {
  expect(checksOf(first, 'from', [])).toEqual(['no_sender'])
  expect(checksOf(second, 'objectives', [])).toEqual([])
  expect(would({ ...first, state: 'approved' }, 'title', '')?.came).toEqual([])
  expect(of(first, 'notes', 'Ask the harbour')).toEqual([])
})

it('what cannot be said is not tried', () => {
  expect(of(first, 'start', 'after 9.9')).toBeNull()
  expect(of(first, 'start', 'soon')).toBeNull()
  expect(of(first, 'duration', 'long')).toBeNull()
})

it('a cleared time is followed again, cleared once more it waits for nothing', () => {
  const pinned = { ...second, moment: { anchor: 'ttime', offset: 0 } as const }
  expect(of(pinned, 'start', '')).toMatchObject([{ to: { moment: null, waits: second.waits } }])
  expect(of(second, 'start', '')).toMatchObject([{ to: { moment: null, waits: [] } }])
})
