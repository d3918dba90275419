import {
  type Limits,
  limitsOf,
  panBy,
  reveal,
  settle,
  shareOf,
  spanOf,
  type Window,
  windowOfAll,
} from '@/lib/timeline/axis/rules'
import { type Mark, markAt, marksWithin } from '@/lib/timeline/marks/rules'
import { rangeText } from '@/lib/timeline/names/rules'
import { HEAD, type Palette, type Picture } from '@/lib/timeline/picture/rules'
import { steadyScale } from '@/lib/timeline/rows/rules'
import { laneAt, ROW, type Scene, sceneOf, type View } from '@/lib/timeline/scene/rules'
import type { Spot } from '@/lib/timeline/steps/rules'
import type { Content, Elements, Slice } from './content'
import { type Box, boxOf, paint, pictureOf } from './frame'
import { type Faces, facesOf, onPaletteChange, paletteOf } from './palette'

export type Listener = {
  /** The lanes, or which of them are in sight, are others now. */
  onSlice: (slice: Slice) => void
  /** Each frame, after it is drawn: what is drawn over the canvas moves along. */
  onFrame: (view: View, scene: Scene) => void
  /** One has stopped moving. */
  onSettle: (window: Window, text: string) => void
}

const SETTLED = 250
/** Lanes whose names are there before they come in sight. */
const AHEAD = 6

/** Draws the board outside of React, once a frame at most: React knows only what has settled. */
export class Stage {
  #content: Content | null = null
  #elements: Elements | null = null
  #palette: Palette | null = null
  #faces: Faces = { sans: 'sans-serif', mono: 'monospace' }
  #window: Window | null = null
  #scene: Scene = { lanes: [], height: 0 }
  #scale = 0
  #slice: [first: number, last: number] = [-1, -1]
  #marks: readonly Mark[] = []
  #picture: Picture | null = null
  #hovered: Mark | null = null
  #frame = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #size = { width: 0, height: 0 }
  /** How much larger a style sheet shows it, as on a wall. */
  #zoom = 1
  /** Where a pointer zooms, in pixels from the top of the lanes: that lane stays there. */
  #anchor = 0
  readonly #listener: Listener

  constructor(listener: Listener) {
    this.#listener = listener
  }

  attach(elements: Elements): () => void {
    const stop = new AbortController()
    const { signal } = stop
    this.#elements = elements
    this.#palette = paletteOf(elements.plot)
    this.#faces = facesOf(elements.plot)
    const repaint = () => {
      this.#palette = paletteOf(elements.plot)
      this.request()
    }
    onPaletteChange(repaint, signal)
    // Fonts come after the first picture, and letters of another face have another look.
    document.fonts.ready.then(() => this.request())
    elements.plot.addEventListener('scroll', () => this.request(), { signal, passive: true })
    const sizes = new ResizeObserver(() => {
      this.#size = { width: elements.track.clientWidth, height: elements.plot.clientHeight - HEAD }
      this.#zoom = elements.plot.currentCSSZoom ?? 1
      this.request()
    })
    sizes.observe(elements.plot)
    return () => {
      stop.abort()
      sizes.disconnect()
      cancelAnimationFrame(this.#frame)
      clearTimeout(this.#timer)
      this.#frame = 0
      this.#elements = null
    }
  }

  /** Shows other content; where one stands stays. */
  show(content: Content): void {
    if (content.lanes !== this.#content?.lanes || content.layouts !== this.#content.layouts) this.#scale = 0
    this.#content = content
    this.request()
  }

  get all(): Window {
    return windowOfAll(this.#content?.extent ?? { from: 0, to: 1 })
  }

  get limits(): Limits {
    return limitsOf(this.#content?.extent ?? { from: 0, to: 1 })
  }

  get window(): Window {
    return this.#window ?? this.all
  }

  get scene(): Scene {
    return this.#scene
  }

  get content(): Content | null {
    return this.#content
  }

  get view(): View {
    return { window: this.window, ...this.#size, scroll: this.#elements?.plot.scrollTop ?? 0 }
  }

  get picture(): Picture | null {
    return this.#picture
  }

  get palette(): Palette | null {
    return this.#palette
  }

  /** Goes to a window; null for all, which grows with the plan. */
  go(window: Window | null): void {
    this.#window = window && settle(window, this.limits)
    this.#moved()
  }

  move(change: (window: Window, limits: Limits) => Window): void {
    this.#window = change(this.window, this.limits)
    this.#moved()
  }

  /** Says which lane stays where it is while the next zoom changes the rows: that at `y` from the plot's top. */
  anchorAt(y: number): void {
    this.#anchor = Math.max(0, y - HEAD)
  }

  request(): void {
    this.#frame ||= requestAnimationFrame(() => this.#draw())
  }

  /** Where the drawing begins, in pixels of the screen. */
  get trackLeft(): number {
    return this.#elements?.track.getBoundingClientRect().left ?? 0
  }

  hitAt(clientX: number, clientY: number): Mark | null {
    const box = this.#elements?.body.getBoundingClientRect()
    if (!box || clientY < box.top) return null
    return markAt(this.#marks, clientX - this.trackLeft, clientY - box.top)
  }

  hover(mark: Mark | null): void {
    if (mark?.lane === this.#hovered?.lane && mark?.place === this.#hovered?.place) return
    this.#hovered = mark
    this.request()
  }

  /** Where a mark is now, in pixels of the sheet; null out of all lanes. */
  boxOf(spot: Spot): Box | null {
    return boxOf(this.#scene, this.#marks, this.view, spot)
  }

  /** Where a mark is in what is seen, in pixels from the plot's corner, and how large that is. */
  boxInFrame(spot: Spot): Box | null {
    const box = this.boxOf(spot)
    const plot = this.#elements?.plot
    if (!box || !plot) return null
    const names = plot.clientWidth - this.#size.width
    const { clientWidth: width, clientHeight: height } = plot
    return { left: names + box.left, top: box.top - plot.scrollTop, width, height }
  }

  /** A point of the screen in pixels of the sheet. */
  sheetPoint(clientX: number, clientY: number): { x: number; y: number } {
    const box = this.#elements?.track.getBoundingClientRect()
    return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) }
  }

  /** What is drawn within a box, in pixels of the sheet. */
  marksWithin({ left, top, width, height }: Box): Mark[] {
    const y = top - HEAD - this.view.scroll
    return marksWithin(this.#marks, { left, right: left + width, top: y, bottom: y + height })
  }

  /** Moves as little as possible so that a spot is in sight, in time and among the lanes. */
  reveal(spot: Spot): void {
    const box = this.boxOf(spot)
    const plot = this.#elements?.plot
    if (!box || !plot) return
    const from = this.#scene.lanes[spot.lane]?.laid.from[spot.place] ?? 0
    const to = this.#scene.lanes[spot.lane]?.laid.to[spot.place] ?? 0
    if (to < this.window.from || shareOf(this.window, from) > 0.95)
      this.move((window, limits) => reveal(window, from, limits))
    if (box.top < plot.scrollTop + HEAD) plot.scrollTop = box.top - HEAD - ROW
    else if (box.top + 2 * ROW > plot.scrollTop + plot.clientHeight)
      plot.scrollTop = box.top + 3 * ROW - plot.clientHeight
  }

  /** Goes to an instant in the middle. */
  centre(at: number): void {
    this.move((window, limits) => panBy(window, at - (window.from + window.to) / 2, limits))
  }

  /** Lays the lanes out now, where the next step asks at once where things are. */
  lay(): Scene {
    const { width } = this.#size
    const content = this.#content
    if (!content || width <= 0) return this.#scene
    const scale = width / spanOf(this.window)
    const steady = steadyScale(scale)
    if (steady !== this.#scale) {
      this.#scale = steady
      this.#keepPlace(sceneOf(content.lanes, scale, content.layouts, content.nameRoom))
    }
    return this.#scene
  }

  /** Takes a new scene; the lane at the anchor stays where it was on the screen. */
  #keepPlace(scene: Scene): void {
    const plot = this.#elements?.plot
    const y = (plot?.scrollTop ?? 0) + this.#anchor
    const before = this.#scene.lanes[laneAt(this.#scene, y)]
    const after = before && scene.lanes.find(({ lane }) => lane.id === before.lane.id)
    this.#scene = scene
    this.#slice = [-1, -1]
    if (!this.#elements || !plot) return
    this.#elements.sheet.style.height = `${HEAD + scene.height}px`
    if (!before || !after || plot.scrollTop === 0) return
    const into = Math.min(y - before.top, after.height)
    plot.scrollTop = after.top + into - this.#anchor
  }

  #moved(): void {
    this.request()
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      const text = this.#rangeText()
      this.#listener.onSettle(this.window, text)
    }, SETTLED)
  }

  #rangeText(): string {
    const content = this.#content
    return content ? rangeText(content.words.names, content.zones.shown, this.window) : ''
  }

  #draw(): void {
    this.#frame = 0
    const [content, elements, palette] = [this.#content, this.#elements, this.#palette]
    if (!content || !elements || !palette || this.#size.width <= 0) return
    const scene = this.lay()
    const view = this.view
    this.#picture = pictureOf(content, scene, view, this.#hovered)
    this.#marks = this.#picture.marks
    paint(elements, this.#picture, { palette, faces: this.#faces, zoom: this.#zoom })
    if (elements.range) elements.range.textContent = this.#rangeText()
    this.#tell(scene, view)
  }

  #tell(scene: Scene, view: View): void {
    const first = Math.max(0, laneAt(scene, view.scroll) - AHEAD)
    const last = Math.min(scene.lanes.length, laneAt(scene, view.scroll + view.height) + AHEAD)
    const [knownFirst, knownLast] = this.#slice
    // A few lanes more or less are there already: names change by the half dozen, not by the lane.
    if (
      knownFirst < 0 ||
      Math.abs(first - knownFirst) >= AHEAD / 2 ||
      Math.abs(last - knownLast) >= AHEAD / 2
    ) {
      this.#slice = [first, last]
      this.#listener.onSlice({ content: this.#content, scene, first, last })
    }
    this.#listener.onFrame(view, scene)
  }
}
