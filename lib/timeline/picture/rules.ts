import type { Grid, Line } from '@/lib/timeline/grid/rules'
import type { Look, Tone } from '@/lib/timeline/looks/rules'
import type { Mark } from '@/lib/timeline/marks/rules'
import { ROW } from '@/lib/timeline/scene/rules'

/** The names of the tokens that a picture is drawn with; what they are is the theme's to say. */
const inks = [
  ...(['paper', 'sheet', 'sunk', 'ink', 'muted', 'line', 'edge', 'accent', 'accent-soft'] as const),
  ...(['good', 'warn', 'bad', 'team-purple', 'swatch-light-ink'] as const),
] as const
export type Ink = (typeof inks)[number]

export type Palette = Readonly<Record<Ink, string>>

/** A colour for every ink. */
export function paletteFrom(colourOf: (ink: Ink) => string): Palette {
  // The compiler does not know that the list has every ink.
  return Object.fromEntries(inks.map(ink => [ink, colourOf(ink)])) as Palette
}

export type Fill = { ink: Ink; alpha?: number }
export type Stroke = { ink: Ink; width: number; dash?: readonly number[]; alpha?: number }
export type Font = 'label' | 'count' | 'axis' | 'context'

/** What a picture is drawn with: a canvas, or the text of an SVG. Pixels from the top left corner. */
export type Pen = {
  box: (x: number, y: number, width: number, height: number, fill: Fill, radius: number) => void
  frame: (x: number, y: number, width: number, height: number, stroke: Stroke, radius: number) => void
  shape: (points: readonly (readonly [x: number, y: number])[], fill: Fill) => void
  line: (x: number, top: number, bottom: number, stroke: Stroke) => void
  across: (y: number, left: number, right: number, stroke: Stroke) => void
  curve: (from: readonly [x: number, y: number], to: readonly [x: number, y: number], stroke: Stroke) => void
  /** `y` is the middle of the letters. With a halo it stays readable over lines. */
  text: (x: number, y: number, text: string, font: Font, ink: Ink, halo: boolean) => void
}

const TONES: Record<Tone, Ink> = {
  accent: 'accent',
  good: 'good',
  warn: 'warn',
  bad: 'bad',
  quiet: 'muted',
  social: 'team-purple',
}

export type Curve = {
  from: readonly [x: number, y: number]
  to: readonly [x: number, y: number]
  strong: boolean
}

/** All of the drawing below the axis. */
export type Picture = {
  width: number
  height: number
  grid: Grid
  /** Bottoms of lanes, in pixels. */
  edges: readonly number[]
  marks: readonly Mark[]
  curves: readonly Curve[]
  isSelected: (item: number) => boolean
  /** What the pointer is on. */
  hovered: Mark | null
  /** Where now is, in pixels from the left edge, in sight or not. */
  now: number
}

export function drawPicture(pen: Pen, picture: Picture): void {
  const { width, height, grid, marks } = picture
  for (const { left, right, kind } of grid.bands) {
    const [from, to] = [Math.max(0, left), Math.min(width, right)]
    pen.box(from, 0, to - from, height, { ink: 'sunk', alpha: kind === 'night' ? 1 : 0.6 }, 0)
  }
  for (const { left } of grid.ticks) pen.line(left, 0, height, { ink: 'line', width: 1 })
  for (const y of picture.edges) pen.across(y, 0, width, { ink: 'line', width: 1 })
  for (const line of grid.lines) pen.line(line.left, 0, height, strokeOf(line))
  for (const { from, to, strong } of picture.curves)
    pen.curve(from, to, {
      ink: strong ? 'accent' : 'muted',
      width: strong ? 2 : 1.25,
      alpha: strong ? 1 : 0.6,
    })
  for (const mark of marks) drawMark(pen, mark, picture)
  for (const mark of marks) drawLabel(pen, mark, grid)
}

const LINES: Record<Line['kind'], Stroke> = {
  now: { ink: 'accent', width: 2 },
  startex: { ink: 'bad', width: 2, dash: [5, 4] },
  endex: { ink: 'bad', width: 1, dash: [5, 4] },
  clocks: { ink: 'warn', width: 1, alpha: 0.6 },
}

const strokeOf = ({ kind }: Line): Stroke => LINES[kind]

/** What reaches far out of sight is cut there: canvases lose precision out there. */
const OUT = 24

function drawMark(pen: Pen, mark: Mark, { width, isSelected, hovered, now }: Picture): void {
  const { look, tone, crowd, top } = mark
  const left = Math.max(-OUT, mark.left)
  const right = Math.min(width + OUT, mark.right)
  const wide = Math.max(1, right - left - (right - left > OUT ? 1 : 0))
  const ink = TONES[tone]
  if (crowd > 0) drawCrowd(pen, mark, left, wide)
  else if (mark.real) drawReal(pen, mark, { ink, left, wide, width, now })
  else DRAW[look](pen, left, top, wide, ink)
  if (mark.seats) drawSeats(pen, mark, left, wide)
  const selected = crowd === 0 && isSelected(mark.item)
  const under = hovered !== null && hovered.lane === mark.lane && hovered.place === mark.place
  if (!selected && !under) return
  const short = Math.max(0, OUT - wide) / 2
  const stroke: Stroke = selected ? { ink: 'ink', width: 2 } : { ink: 'edge', width: 1 }
  pen.frame(left - short, top + 1.5, wide + 2 * short, ROW - 3, stroke, 4)
}

type Draw = (pen: Pen, left: number, top: number, wide: number, ink: Ink) => void

const DRAW: Record<Look, Draw> = {
  phase: (pen, left, top, wide, ink) => {
    pen.box(left, top + 3, wide, ROW - 6, { ink, alpha: 0.16 }, 3)
    pen.box(left, top + 3, 3, ROW - 6, { ink }, 0)
  },
  bar: (pen, left, top, wide, ink) => pen.box(left, top + 4, wide, ROW - 8, { ink }, 4),
  shift: (pen, left, top, wide, ink) => {
    pen.box(left, top + 4, wide, ROW - 8, { ink, alpha: 0.18 }, 4)
    pen.frame(left + 0.5, top + 4.5, wide - 1, ROW - 9, { ink, width: 1 }, 4)
  },
  diamond: (pen, left, top, wide, ink) => {
    const [x, y] = [left + wide / 2, top + ROW / 2]
    pen.shape(
      [
        [x, y - 8],
        [x + 8, y],
        [x, y + 8],
        [x - 8, y],
      ],
      { ink },
    )
  },
  flag: (pen, left, top, _, ink) => {
    pen.box(left, top + 5, 1.5, ROW - 10, { ink }, 0)
    pen.shape(
      [
        [left, top + 5],
        [left + 11, top + 5],
        [left + 8, top + 9.5],
        [left + 11, top + 14],
        [left, top + 14],
      ],
      { ink },
    )
  },
  crowd: () => {},
}

/** A column of the density, as high as its share of the fullest, with its number. */
function drawCrowd(pen: Pen, { crowd, share, top }: Mark, left: number, wide: number): void {
  const high = Math.max(3, Math.round((ROW - 4) * Math.sqrt(share)))
  pen.box(left, top + ROW - 1 - high, wide, high, { ink: 'accent', alpha: 0.14 + 0.26 * share }, 2)
  pen.box(left, top + ROW - 2, wide, 1, { ink: 'accent' }, 0)
  const text = crowd > 9999 ? `${Math.floor(crowd / 1000)}k` : String(crowd)
  pen.text(left + wide / 2 - (text.length * 6.7) / 2, top + ROW / 2 + 1, text, 'count', 'ink', false)
}

type Real = { ink: Ink; left: number; wide: number; width: number; now: number }

/** What has happened: the plan as an outline, and along its foot what really was, up to now while it goes on. */
function drawReal(pen: Pen, { look, top, real }: Mark, { ink, left, wide, width, now }: Real): void {
  if (look === 'diamond' || look === 'flag') DRAW[look](pen, left, top, wide, ink)
  else pen.frame(left + 0.5, top + 3.5, wide - 1, ROW - 7, { ink, width: 1, dash: [3, 2] }, 4)
  const from = Math.max(-OUT, real?.left ?? left)
  const to = Math.min(width + OUT, real?.right ?? now)
  // Below the letters: dark ones on a filled bar nobody could read.
  pen.box(from, top + ROW - 8, Math.max(4, to - from), 5, { ink }, 2)
}

/** Along the foot of a shift: how many of its places are filled, and that some are not. */
function drawSeats(pen: Pen, { seats, top }: Mark, left: number, wide: number): void {
  const [filled, places] = seats ?? [0, 0]
  if (places === 0) return
  const share = Math.min(1, filled / places)
  pen.box(left + 1, top + ROW - 8, wide - 2, 3, { ink: share < 1 ? 'bad' : 'good', alpha: 0.3 }, 1)
  pen.box(left + 1, top + ROW - 8, (wide - 2) * share, 3, { ink: share < 1 ? 'bad' : 'good' }, 1)
}

function drawLabel(pen: Pen, { label, look, top, real }: Mark, { lines }: Grid): void {
  if (!label) return
  const pale = look === 'phase' || look === 'shift' || real !== null
  const ink = label.side === 'inside' && !pale ? 'sheet' : 'ink'
  const halo = lines.some(({ left }) => left > label.left - 3 && left < label.left + label.wide + 3)
  pen.text(label.left, top + ROW / 2, label.text, 'label', ink, halo && label.side !== 'inside')
}

export const HEAD = 52
/** From here on the days of another zone stand, with the words of the lines over them. */
const DAYS = 36

/** The axis over the drawing: what stretch of time this is, its divisions, and the words of the lines. */
export function drawHead(pen: Pen, { contexts, ticks, lines, days }: Grid, width: number): void {
  for (const { left, right, odd, text } of days) {
    if (odd) pen.box(left, DAYS, right - left, HEAD - DAYS, { ink: 'sunk' }, 0)
    if (text !== '') pen.text(left + 5, (DAYS + HEAD) / 2, text, 'axis', 'muted', false)
  }
  for (const { left, text } of contexts) pen.text(left + 6, 12, text, 'context', 'ink', false)
  for (const { left, text } of ticks) {
    pen.line(left, 22, HEAD, { ink: 'line', width: 1 })
    if (text !== '') pen.text(left + 5, 28, text, 'axis', 'muted', false)
  }
  for (const line of lines) {
    pen.line(line.left, 36, HEAD, strokeOf(line))
    if (line.word !== null) pen.text(line.word, 43, line.text, 'axis', strokeOf(line).ink, true)
  }
  pen.across(HEAD - 0.5, 0, width, { ink: 'line', width: 1 })
}
