import { describe, expect, it } from 'vitest'
import type { Mark } from '@/lib/timeline/marks/rules'
import { svgPen } from '@/lib/timeline/svg/rules'
import { drawPicture, paletteFrom } from './rules'

const palette = paletteFrom(ink => ink)
const grid = { contexts: [], ticks: [], bands: [], lines: [], days: [] }
const planned: Mark = {
  ...{
    lane: 0,
    place: 0,
    item: 0,
    crowd: 0,
    share: 0,
    look: 'phase',
    tone: 'accent',
    seats: null,
    real: null,
  },
  ...{ left: 100, right: 300, top: 0 },
  label: { side: 'inside', text: 'Execution', left: 108, wide: 60 },
}

/** What one mark is drawn with, each part as it stands in an SVG. */
function drawn(given: Partial<Mark>, now = 250) {
  const parts: string[] = []
  drawPicture(svgPen(palette, parts), {
    ...{ width: 1000, height: 28, grid, edges: [], marks: [{ ...planned, ...given }], curves: [] },
    ...{ hovered: null, now, isSelected: () => false },
  })
  return parts
}
const numbers = (part = '') =>
  Object.fromEntries([...part.matchAll(/(\w+)="([\d.-]+)"/g)].map(([, name, value]) => [name, Number(value)]))

describe('what has happened', () => {
  const bar = (real: Mark['real'], now?: number) => {
    const [plan, was] = drawn({ real }, now).filter(part => part.startsWith('<rect'))
    expect(plan).toContain('stroke-dasharray')
    return numbers(was)
  }

  it('is drawn from when it began to when it ended, beside the outline of the plan', () => {
    expect(bar({ left: 130, right: 340 })).toMatchObject({ x: 130, width: 210 })
  })

  it('is drawn up to now while it goes on, before and after its planned end', () => {
    expect(bar({ left: 130, right: null }, 250)).toMatchObject({ x: 130, width: 120 })
    expect(bar({ left: 130, right: null }, 420)).toMatchObject({ x: 130, width: 290 })
  })

  it('leaves the letters clear', () => {
    const parts = drawn({ real: { left: 100, right: null } })
    const { y = 0 } = numbers(parts.find(part => part.startsWith('<text')))
    // Letters of 12 pixels, from their middle.
    expect(bar({ left: 100, right: null }).y).toBeGreaterThanOrEqual(y + 6)
  })

  it('is still the same kind of thing: a conference from afar stays a diamond', () => {
    const look = (real: Mark['real']) =>
      drawn({ look: 'diamond', left: 100, right: 116, label: null, real }).filter(part =>
        part.startsWith('<path'),
      )
    expect(look({ left: 100, right: 116 })).toEqual(look(null))
    expect(look(null)).toHaveLength(1)
  })
})
