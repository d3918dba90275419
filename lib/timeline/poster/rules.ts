import { spanOf, type Window } from '@/lib/timeline/axis/rules'
import type { Table } from '@/lib/timeline/columns/rules'
import type { Widths } from '@/lib/timeline/extents/rules'
import { type GridWords, gridOf, type Moments, type Zones } from '@/lib/timeline/grid/rules'
import { fitText } from '@/lib/timeline/labels/rules'
import type { OpenLane } from '@/lib/timeline/lanes/rules'
import { knownOf, marksIn } from '@/lib/timeline/marks/rules'
import { drawHead, drawPicture, HEAD, type Palette } from '@/lib/timeline/picture/rules'
import { Layouts, pixelOf, type Scene, sceneOf } from '@/lib/timeline/scene/rules'
import { svgOf, svgPen } from '@/lib/timeline/svg/rules'

/** Pixels for the names of lanes, on the left. */
const NAMES = 220
/** Widths in pixels that are tried until everything stands on the sheet: the wider, the smaller it is printed. */
const SIZES = [1600, 2100, 2800, 3700, 5000]

export type Poster = {
  table: Table
  lanes: readonly OpenLane[]
  nameOf: (lane: OpenLane['lane']) => string
  labels: { text: readonly string[]; widths: Widths }
  window: Window
  zones: Zones
  words: GridWords
  moments: Moments
  palette: Palette
}

/**
 * Lanes on one sheet whose height is at most `ratio` of its width, as an SVG. What does not fit the widest drawing is cut off
 * below, and `cut` says how many lanes that are.
 */
export function posterOf(poster: Poster, ratio: number): { svg: string; cut: number } {
  const layouts = new Layouts(poster.table, poster.labels.widths)
  const fits = SIZES.map(width => ({ width, scene: sceneAt(poster, layouts, width) }))
  const chosen = fits.find(({ width, scene }) => HEAD + scene.height <= width * ratio) ?? fits.at(-1)
  if (!chosen) throw new Error('no size')
  const { width, scene } = chosen
  const most = Math.round(width * ratio)
  const height = Math.min(most, HEAD + scene.height)
  const cut = scene.lanes.filter(lane => HEAD + lane.top + lane.height > most).length
  return { svg: drawn(poster, scene, width, height), cut }
}

function sceneAt({ lanes, window }: Poster, layouts: Layouts, width: number): Scene {
  return sceneOf(lanes, (width - NAMES) / spanOf(window), layouts, 0)
}

function drawn(poster: Poster, scene: Scene, width: number, height: number): string {
  const { table, palette, window, labels } = poster
  const view = { window, width: width - NAMES, height: height - HEAD, scroll: 0 }
  const grid = gridOf(view, poster.zones, poster.words, poster.moments)
  const known = knownOf(table, item => labels.text[item] ?? '', labels.widths)
  const parts = [
    `<clipPath id="poster"><rect x="${NAMES}" y="0" width="${view.width}" height="${height}"/></clipPath>`,
    '<g clip-path="url(#poster)">',
  ]
  drawHead(svgPen(palette, parts, { x: NAMES, y: 0 }), grid, view.width)
  drawPicture(svgPen(palette, parts, { x: NAMES, y: HEAD }), {
    ...{ width: view.width, height: Math.min(view.height, scene.height), grid, curves: [], hovered: null },
    edges: scene.lanes.map(lane => lane.top + lane.height),
    marks: marksIn(scene, table, known, view),
    isSelected: () => false,
    now: pixelOf(view, poster.moments.now),
  })
  parts.push('</g>')
  const pen = svgPen(palette, parts)
  for (const { lane, top } of scene.lanes)
    if (HEAD + top + 18 < height) {
      const name = fitText(poster.nameOf(lane), NAMES - lane.depth * 14 - 6)
      pen.text(lane.depth * 14, HEAD + top + 18, name, 'label', 'ink', false)
    }
  return svgOf(width, height, palette.sheet, parts)
}
