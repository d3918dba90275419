import { Timeline } from 'vis-timeline/standalone'
import { Stage } from '@/components/timeline/stage'
import type { Window } from '@/lib/timeline/axis/rules'
import { windowOfAll } from '@/lib/timeline/axis/rules'
import { type Shapes, type Table, tableOf, type Words } from '@/lib/timeline/columns/rules'
import { extentOf } from '@/lib/timeline/density/rules'
import { textWidth } from '@/lib/timeline/labels/rules'
import { lanesOf, openLanes } from '@/lib/timeline/lanes/rules'
import { knownOf } from '@/lib/timeline/marks/rules'
import { Layouts } from '@/lib/timeline/scene/rules'
import { ZULU } from '@/lib/timeline/wall/rules'

/** Something that shows a plan, and goes to a window; each step is drawn in the frame after it. */
type Board = { go: (window: Window) => void; renew: () => void }

const WIDTH = 1240
const HEIGHT = 720
const names = { months: [], longMonths: [], weekdays: [], quarter: 'Q{n}' }

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, style: string, within: Element) {
  const made = document.createElement(name)
  made.style.cssText = style
  within.append(made)
  return made
}

/** Our own board, with everything in one lane for each kind, as it opens. */
function ours(shapes: Shapes, said: Words | null): Board {
  document.body.replaceChildren()
  const plot = element(
    'div',
    `position:relative;overflow:auto;width:${WIDTH}px;height:${HEIGHT}px`,
    document.body,
  )
  const [head, body] = [element('canvas', '', plot), element('canvas', '', plot)]
  const sheet = element('div', 'position:absolute;inset:0', plot)
  const track = element('div', 'position:absolute;inset:0', sheet)
  const table = tableOf(shapes)
  const labels = said?.label ?? []
  const widths = Float32Array.from(labels, one => textWidth(one))
  const stage = new Stage({ onSlice: () => {}, onFrame: () => {}, onSettle: () => {} })
  const renew = () =>
    stage.show({
      ...{
        table,
        said,
        places: new Map(),
        selected: new Set(),
        links: false,
        nameRoom: 0,
        extent: extentOf(table),
      },
      known: knownOf(table, item => labels[item] ?? '', widths),
      layouts: new Layouts(table, widths),
      lanes: openLanes(lanesOf(table, 'kind'), new Set()),
      zones: { shown: ZULU, home: ZULU, other: null },
      words: { names, now: 'now', clocks: '{by}' },
      moments: { now: table.startexAt, startexAt: table.startexAt, endexAt: table.endexAt },
    })
  renew()
  stage.attach({ plot, track, sheet, head, body, range: null })
  return { go: window => stage.go(window), renew }
}

/** The same rectangles on a canvas, and nothing else: no rows, no labels, no axis, nothing to hit. */
function bare({ startAt, endAt, kind, count }: Pick<Table, 'startAt' | 'endAt' | 'kind' | 'count'>): Board {
  document.body.replaceChildren()
  const canvas = element('canvas', '', document.body)
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const context = canvas.getContext('2d')
  const go = ({ from, to }: Window) =>
    requestAnimationFrame(() => {
      const scale = WIDTH / (to - from)
      context?.clearRect(0, 0, WIDTH, HEIGHT)
      for (let item = 0; item < count; item++) {
        const left = ((startAt[item] ?? 0) - from) * scale
        const wide = Math.max(10, ((endAt[item] ?? 0) - (startAt[item] ?? 0)) * scale)
        if (left > WIDTH || left + wide < 0) continue
        context?.fillRect(left, ((kind[item] ?? 0) * 7 + (item % 6)) * 28, wide, 20)
      }
    })
  return { go, renew: () => {} }
}

/** vis-timeline with the same items in the same groups, stacked and clustered as it offers for many. */
function vis({ kind, start, length }: Shapes, { label }: Words): Board {
  document.body.replaceChildren()
  const holder = element('div', `width:${WIDTH}px;height:${HEIGHT}px`, document.body)
  let at = 0
  const items = label.map((content, item) => {
    at += start[item] ?? 0
    const long = length[item] ?? 0
    return { id: item, content, group: kind[item] ?? 0, start: at, ...(long > 0 ? { end: at + long } : {}) }
  })
  const groups = [...new Set(kind)].map(id => ({ id, content: String(id) }))
  const timeline = new Timeline(holder, items, groups, {
    ...{
      height: HEIGHT,
      maxHeight: HEIGHT,
      cluster: { maxItems: 3, showStipes: false },
      verticalScroll: true,
    },
  })
  return { go: ({ from, to }) => timeline.setWindow(from, to, { animation: false }), renew: () => {} }
}

/** From the whole plan to four days of play, along them, and back; a frame each. */
function walkOf(shapes: Shapes): Window[] {
  const all = windowOfAll(extentOf(tableOf(shapes)))
  const [full, steps] = [all.to - all.from, 16]
  const windows: Window[] = []
  const zoomed = (step: number) => {
    const span = full * 0.75 ** step
    return { from: shapes.startexAt - span * 0.3, to: shapes.startexAt + span * 0.7 }
  }
  for (let step = 0; step <= steps; step++) windows.push(zoomed(step))
  const near = zoomed(steps)
  for (let step = 1; step <= steps; step++) {
    const by = step * 0.03 * (near.to - near.from)
    windows.push({ from: near.from + by, to: near.to + by })
  }
  for (let step = steps; step >= 0; step--) windows.push(zoomed(step))
  return windows
}

/** Goes through windows, a frame each. */
async function walk(board: Board, windows: readonly Window[]): Promise<void> {
  for (const window of windows) {
    board.go(window)
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
  }
}

/** Milliseconds from asking for columns to the first picture of them. */
async function loadOurs(address: string): Promise<number> {
  const began = performance.now()
  const answer = await fetch(address)
  const text = await answer.text()
  const [first = ''] = text.split('\n', 1)
  ours(JSON.parse(first), null)
  return drawn(began)
}

type Row = { kind: string; startAt: number; endAt: number | null }

/** The same from rows as objects, drawn as bare rectangles. */
async function loadBare(address: string): Promise<number> {
  const began = performance.now()
  const answer = await fetch(address)
  const rows: Row[] = await answer.json()
  const startAt = Float64Array.from(rows, row => row.startAt)
  const endAt = Float64Array.from(rows, row => row.endAt ?? row.startAt)
  const kinds = [...new Set(rows.map(row => row.kind))]
  const kind = Uint8Array.from(rows, row => kinds.indexOf(row.kind))
  const [from, to] = [Math.min(...startAt.subarray(0, 1)), endAt.reduce((a, b) => Math.max(a, b), 0)]
  bare({ startAt, endAt, kind, count: rows.length }).go({ from, to })
  return drawn(began)
}

async function drawn(began: number): Promise<number> {
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  return performance.now() - began
}

const screenOf = { ours, bare, vis, tableOf, walkOf, walk, loadOurs, loadBare }
export type Screen = typeof screenOf
Object.assign(window, { screenOf })
