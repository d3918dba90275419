import { describe, expect, it } from 'vitest'
import { dateNames } from '@/lib/time-names'
import { tableOf } from '@/lib/timeline/columns/rules'
import { lanesOf, openLanes } from '@/lib/timeline/lanes/rules'
import { paletteFrom } from '@/lib/timeline/picture/rules'
import { planOf } from '@/lib/timeline/plan.fixture'
import { wallZoneOf } from '@/lib/timeline/zones/rules'
import { type Poster, posterOf } from './rules'

const { months, longMonths, weekdays } = dateNames.en
const words = { names: { months, longMonths, weekdays, quarter: 'Q{n}' }, now: 'now', clocks: 'Clocks {by}' }
const palette = paletteFrom(ink => `var(--${ink})`)

function poster(size: { injects: number; shifts: number; people: number }, title: string): Poster {
  const { shapes } = planOf(size)
  const table = tableOf(shapes)
  const home = wallZoneOf(shapes.home, shapes.startexAt - 1e11, shapes.endexAt + 1e11)
  return {
    ...{ table, words, palette },
    lanes: openLanes(lanesOf(table, 'storyline'), new Set()),
    nameOf: ({ id }) => `lane ${id}`,
    labels: {
      text: Array.from({ length: table.count }, () => title),
      widths: new Float32Array(table.count).fill(60),
    },
    window: { from: (table.startAt[0] ?? 0) - 1e7, to: shapes.endexAt + 1e7 },
    zones: { shown: home, home, other: null },
    moments: { now: shapes.startexAt, startexAt: shapes.startexAt, endexAt: shapes.endexAt },
  }
}

const names = (svg: string) => svg.match(/>lane [^<]*</g) ?? []

describe('a poster', () => {
  it('holds every lane of a plan, drawn smaller until they fit', () => {
    const small = poster({ injects: 40, shifts: 10, people: 10 }, 'Report')
    const { svg, cut } = posterOf(small, 0.625)
    expect(cut).toBe(0)
    expect(names(svg)).toHaveLength(small.lanes.length)
  })

  it('says how many lanes do not fit, and keeps to its sheet', () => {
    const large = poster({ injects: 3000, shifts: 500, people: 200 }, 'Report')
    const { svg, cut } = posterOf(large, 0.02)
    expect(cut).toBeGreaterThan(0)
    expect(names(svg).length).toBeLessThan(large.lanes.length)
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? []
    expect(Number(height) / Number(width)).toBeCloseTo(0.02, 2)
  })

  it('writes titles as text, whatever stands in them', () => {
    const { svg } = posterOf(poster({ injects: 5, shifts: 0, people: 3 }, '<script>"&\u0000'), 0.625)
    expect(svg).not.toContain('<script')
    expect(svg).not.toContain('\u0000')
  })
})
