import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantAt, spanOf } from '@/lib/timeline/axis/rules'
import { tableOf } from '@/lib/timeline/columns/rules'
import { extentOf } from '@/lib/timeline/density/rules'
import { groupings, lanesOf, openLanes } from '@/lib/timeline/lanes/rules'
import { knownOf, type Mark, markAt, marksIn, marksWithin } from '@/lib/timeline/marks/rules'
import { planOf } from '@/lib/timeline/plan.fixture'
import { DAY } from '@/lib/timeline/wall/rules'
import { itemsOf, Layouts, laneAt, ROW, sceneOf, whereIs, wholeRows } from './rules'

const { shapes, words } = planOf({ injects: 1500, shifts: 300, people: 60 })
const table = tableOf(shapes)
const widths = words.label.map(label => label.length * 6)
const known = knownOf(table, item => words.label[item] ?? '', widths)
const extent = extentOf(table)
const width = 1200

const views = fc.record({
  by: fc.constantFrom(...groupings),
  /** Where of the plan, and how many octaves closer than all of it. */
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  closer: fc.double({ min: 0, max: 14, noNaN: true }),
  scroll: fc.integer({ min: 0, max: 2000 }),
})
type Asked = { by: (typeof groupings)[number]; share: number; closer: number; scroll: number }

function seen({ by, share, closer, scroll }: Asked) {
  const span = spanOf(extent) / 2 ** closer
  const from = instantAt(extent, share) - span / 2
  const window = { from, to: from + span }
  const scene = sceneOf(openLanes(lanesOf(table, by), new Set()), width / span, new Layouts(table, widths), 0)
  const view = { window, width, height: 700, scroll }
  return { scene, view, marks: marksIn(scene, table, known, view) }
}
const rowOf = ({ lane, place }: Mark) => `${lane} ${place}`

describe('what is in sight', () => {
  it('is all of it and nothing else', () => {
    fc.assert(
      fc.property(views, asked => {
        const { scene, view, marks } = seen(asked)
        const there = new Set(marks.map(rowOf))
        for (const [lane, { laid, top, air }] of scene.lanes.entries())
          for (const [place, from] of laid.from.entries()) {
            const y = top + air + (laid.row[place] ?? 0) * ROW - view.scroll
            const inSight =
              from <= view.window.to &&
              (laid.to[place] ?? 0) >= view.window.from &&
              y + ROW > 0 &&
              y < view.height
            expect(there.has(`${lane} ${place}`)).toBe(inSight)
          }
      }),
      { numRuns: 60 },
    )
  })

  it('stands in lanes that are as high as what is in them', () => {
    fc.assert(
      fc.property(views, asked => {
        const { scene } = seen(asked)
        let top = 0
        for (const lane of scene.lanes) {
          expect(lane.top).toBe(top)
          expect(lane.height).toBe(lane.laid.rows * ROW + 2 * lane.air)
          top += lane.height
        }
        expect(scene.height).toBe(top)
      }),
      { numRuns: 60 },
    )
  })

  it('keeps its rows while one pans', () => {
    fc.assert(
      fc.property(views, fc.double({ min: -0.4, max: 0.4, noNaN: true }), (asked, by) => {
        const before = seen(asked)
        const after = seen({ ...asked, share: asked.share + by / 2 ** asked.closer })
        const rows = new Map(before.marks.map(mark => [rowOf(mark), mark.top]))
        for (const mark of after.marks) {
          const top = rows.get(rowOf(mark))
          if (top !== undefined) expect(mark.top).toBe(top)
        }
        expect(after.scene.height).toBe(before.scene.height)
      }),
      { numRuns: 40 },
    )
  })

  it('never overlaps in a row', () => {
    fc.assert(
      fc.property(views, asked => {
        const ends = new Map<string, number>()
        for (const { lane, top, left, right } of seen(asked).marks) {
          const row = `${lane} ${top}`
          expect(left).toBeGreaterThanOrEqual((ends.get(row) ?? Number.NEGATIVE_INFINITY) - 1e-6)
          ends.set(row, right)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is chosen by a band that touches it, and by no other', () => {
    const band = fc.tuple(
      fc.double({ min: 0, max: width, noNaN: true }),
      fc.double({ min: 0, max: width, noNaN: true }),
      fc.double({ min: 0, max: 700, noNaN: true }),
      fc.double({ min: 0, max: 700, noNaN: true }),
    )
    fc.assert(
      fc.property(views, band, (asked, [x, otherX, y, otherY]) => {
        const { marks } = seen(asked)
        const box = {
          ...{ left: Math.min(x, otherX), right: Math.max(x, otherX) },
          ...{ top: Math.min(y, otherY), bottom: Math.max(y, otherY) },
        }
        const chosen = new Set(marksWithin(marks, box).map(rowOf))
        // Whatever is hit at a point of the band is among what it chooses.
        const hit = markAt(marks, (x + otherX) / 2, (y + otherY) / 2)
        if (hit) expect(chosen.has(rowOf(hit))).toBe(true)
        for (const mark of marks) {
          const apart = mark.left - 24 > box.right || mark.right + 24 < box.left || mark.top > box.bottom
          if (apart || mark.top + ROW < box.top) expect(chosen.has(rowOf(mark))).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is hit where it is drawn, and each mark can be hit', () => {
    fc.assert(
      fc.property(views, asked => {
        const { marks, view } = seen(asked)
        for (const mark of marks) {
          // Of what has just left, only the label may be in sight.
          if (mark.right <= 0 || mark.left >= view.width) continue
          const x = (Math.max(0, mark.left) + Math.min(view.width, mark.right)) / 2
          const hit = markAt(marks, x, mark.top + ROW / 2)
          expect(hit && rowOf(hit)).toBe(rowOf(mark))
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('the scene', () => {
  it('says where any item is, whatever the lanes', () => {
    fc.assert(
      fc.property(views, fc.integer({ min: 0, max: table.count - 1 }), (asked, item) => {
        const { scene } = seen(asked)
        const spot = whereIs(scene, item)
        const lane = spot && scene.lanes[spot.lane]
        expect(lane && itemsOf(lane, spot.place)).toContain(item)
      }),
      { numRuns: 60 },
    )
  })

  it('finds the lane at a height', () => {
    const { scene } = seen({ by: 'team', share: 0.5, closer: 2, scroll: 0 })
    for (const [at, { top, height }] of scene.lanes.entries()) {
      expect(laneAt(scene, top)).toBe(at)
      expect(laneAt(scene, top + height - 1)).toBe(at)
    }
    expect(laneAt(scene, scene.height)).toBe(scene.lanes.length)
  })

  it('cuts no row where it has too little room for all', () => {
    fc.assert(
      fc.property(views, fc.integer({ min: 2 * ROW, max: 1500 }), (asked, room) => {
        const { scene } = seen(asked)
        const high = wholeRows(scene, room)
        expect(high).toBeLessThanOrEqual(room)
        const rows = scene.lanes.flatMap(({ top, air, laid }) =>
          Array.from({ length: laid.rows }, (_, row) => top + air + row * ROW),
        )
        const shown = rows.filter(top => top < high)
        expect(shown.every(top => top + ROW <= high)).toBe(true)
        // Another row would have no room.
        const next = rows[shown.length]
        if (next !== undefined) expect(next + ROW).toBeGreaterThan(room)
      }),
      { numRuns: 60 },
    )
  })

  it('shows seats of a shift and when a thing really was', () => {
    const began = (table.startAt[0] ?? 0) + DAY
    const real = knownOf(
      { filled: [[0, 5, 3]], happened: [[0, began, null]], tones: [[0, 'bad']] },
      () => '',
      [],
    )
    const scene = sceneOf(openLanes(lanesOf(table, 'kind'), new Set()), 1e-6, new Layouts(table, []), 0)
    const window = { from: began - 2 * DAY, to: began + 10 * DAY }
    const mark = marksIn(scene, table, real, { window, width, height: 5000, scroll: 0 }).find(
      one => one.item === 0,
    )
    expect(mark?.seats).toEqual([3, 5])
    expect(mark?.tone).toBe('bad')
    expect(mark?.real).toEqual({ left: expect.closeTo((2 / 12) * width, 6), right: null })
  })
})
