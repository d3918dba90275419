import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Step, stepFrom } from './rules'

const stop = (id: string, startAt: number, endAt = startAt) => ({ id, startAt, endAt })
const lanes = [
  [stop('plan', 0, 40), stop('build', 40, 90)],
  [],
  [stop('initial', 10), stop('main', 50), stop('final', 80)],
  [stop('report', 200)],
]
const go = (id: string, ...steps: Step[]) =>
  steps.reduce((at, step) => stepFrom(lanes, at, step)?.id ?? at, id)

describe('the keyboard', () => {
  it('goes along a lane in order of time and stays at its ends', () => {
    expect(go('initial', 'next')).toBe('main')
    expect(go('initial', 'next', 'next', 'next')).toBe('final')
    expect(go('main', 'previous', 'previous')).toBe('initial')
    expect(go('initial', 'last')).toBe('final')
    expect(go('final', 'first')).toBe('initial')
  })

  it('goes to the nearest in time in the next lane, over empty ones', () => {
    expect(go('plan', 'down')).toBe('initial')
    expect(go('build', 'down')).toBe('main')
    expect(go('final', 'up')).toBe('build')
    expect(go('initial', 'down')).toBe('report')
    expect(go('report', 'down')).toBe('report')
  })

  it('begins with the first item when nothing has the focus', () => {
    expect(stepFrom(lanes, 'gone', 'next')?.id).toBe('plan')
    expect(stepFrom([[], []], 'gone', 'next')).toBeNull()
  })

  it('reaches every item with arrows alone', () => {
    const starts = fc.array(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(starts, rows => {
        const all = rows.map((row, lane) =>
          row.sort((a, b) => a - b).map((at, index) => stop(`${lane}-${index}`, at)),
        )
        const seen = new Set(['0-0'])
        for (const id of seen)
          for (const step of ['next', 'previous', 'up', 'down'] as const) {
            const next = stepFrom(all, id, step)
            if (next) seen.add(next.id)
          }
        expect(seen.size).toBe(all.flat().length)
      }),
    )
  })
})
