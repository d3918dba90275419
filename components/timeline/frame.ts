import { shareOf } from '@/lib/timeline/axis/rules'
import { gridOf } from '@/lib/timeline/grid/rules'
import { TARGET } from '@/lib/timeline/labels/rules'
import { curvesOf } from '@/lib/timeline/links/rules'
import { type Mark, marksIn, reachOf } from '@/lib/timeline/marks/rules'
import { drawHead, drawPicture, HEAD, type Palette, type Picture } from '@/lib/timeline/picture/rules'
import { laneAt, pixelOf, ROW, type Scene, type View } from '@/lib/timeline/scene/rules'
import type { Spot } from '@/lib/timeline/steps/rules'
import { canvasPen, cleared } from './canvas-pen'
import type { Content, Elements } from './content'
import type { Faces } from './palette'

/** All that is drawn in a frame. */
export function pictureOf(content: Content, scene: Scene, view: View, hovered: Mark | null): Picture {
  const marks = marksIn(scene, content.table, content.known, view)
  const edges: number[] = []
  for (let at = laneAt(scene, view.scroll); at < scene.lanes.length; at++) {
    const lane = scene.lanes[at]
    if (!lane || lane.top - view.scroll > view.height) break
    edges.push(lane.top + lane.height - view.scroll)
  }
  return {
    ...{ width: view.width, height: view.height, edges, marks, hovered },
    grid: gridOf(view, content.zones, content.words, content.moments),
    curves: curvesOf(marks, content.table, content.links, content.selected),
    isSelected: item => content.selected.has(item),
    now: pixelOf(view, content.moments.now),
  }
}

type Look = { palette: Palette; faces: Faces; zoom: number }

export function paint(elements: Elements, picture: Picture, { palette, faces, zoom }: Look): void {
  const body = cleared(elements.body, picture.width, picture.height, zoom)
  if (body) drawPicture(canvasPen(body, palette, faces), picture)
  const head = cleared(elements.head, picture.width, HEAD, zoom)
  if (head) drawHead(canvasPen(head, palette, faces), picture.grid, picture.width)
}

export type Box = { left: number; top: number; width: number; height: number }

/** Where a mark is, in pixels of the sheet, at least as large as a pointer's target; null out of all lanes. */
export function boxOf(scene: Scene, marks: readonly Mark[], view: View, { lane, place }: Spot): Box | null {
  const there = scene.lanes[lane]
  const [from, to] = [there?.laid.from[place], there?.laid.to[place]]
  if (!there || from === undefined || to === undefined) return null
  const drawn = marks.find(mark => mark.lane === lane && mark.place === place)
  const { width, window } = view
  const x = (at: number) => Math.min(width, Math.max(-TARGET, shareOf(window, at) * width))
  const [left, right] = drawn ? reachOf(drawn) : [x(from), x(to)]
  const cut = Math.max(-2, left)
  const top = HEAD + there.top + there.air + (there.laid.row[place] ?? 0) * ROW
  return { left: cut, top, width: Math.max(TARGET, Math.min(width + 2, right) - cut), height: ROW }
}
