import { instantAt, windowRound, zoomAt } from '@/lib/timeline/axis/rules'
import { whereIs } from '@/lib/timeline/scene/rules'
import type { BoardProps } from './board-data'
import type { Content } from './content'
import { isMovable } from './moving'
import { plotHandlers } from './plot-handlers'
import { carried, keyIn } from './same-item'
import { type SavedAs, save } from './save'
import { spokenOf, textsOf } from './spoken'
import type { Stage } from './stage'
import { type Acts, useActs } from './use-acts'
import { type Drawing, useDrawing } from './use-drawing'
import { spotOf } from './use-focus'
import { type Plan, usePlan } from './use-plan'
import { useShare } from './use-share'
import { useSpoken } from './use-spoken'
import { fill } from './words'

/** All that changes on a board, and what a hand, a key or a button does to it. */
export function useBoard(props: BoardProps) {
  const plan = usePlan(props)
  const drawing = useDrawing(plan, props)
  const may = props.moves !== null
  const acts = useActs(plan, drawing, may)
  const { words, columns, failed, again, content, zones, position, set, shown, choice } = plan
  const { stage, refs, slice, mini, told } = drawing
  const { moving, band, close, search } = acts
  const { note, share } = useShare(position, words)
  const rangeText = useSpoken(drawing.range)
  const opened = position.item === null ? undefined : slice.content?.places.get(position.item)
  return {
    ...{ words, columns, failed, again, content, stage, refs, slice, zones, position, shown, mini },
    ...{ close, moving, band, search, chosen: choice.chosen },
    plot: {
      handlers: plotHandlers(drawing, acts),
      onTurn: (id: string) =>
        set(({ turned }) => ({
          turned: turned.includes(id) ? turned.filter(one => one !== id) : [...turned, id],
        })),
    },
    focus: focusOf(plan, drawing),
    card: cardOf(drawing, acts),
    /** Selects what is open: a finger has no Shift. */
    select: {
      on: position.item !== null && choice.chosen.includes(position.item),
      turn: () => position.item !== null && choice.turn(position.item),
    },
    details: opened !== undefined && told ? told(opened) : null,
    tools: { ...toolsOf(plan, drawing, acts), note, onShare: share },
    /** What is selected stays. */
    closeDetails: () => set({ item: null }),
    fitSelection: () => fitSelection(stage),
    /** The item that the details or the selection would move; null where the viewer may not. */
    movable: movableOf(may, content, position.item),
    said: moving.text === '' ? note || rangeText : fill(words.held, { text: moving.text }),
  }
}

/** What the keyboard is at, as an element over the canvas. */
function focusOf({ words, choice }: Plan, { slice, focus, told, cards }: Drawing) {
  const { active, element } = focus
  const spot = spotOf(slice, active)
  return {
    element,
    active: spot ? active : null,
    spoken: spot ? spokenOf(slice, spot, told, words) : '',
    selected: active !== null && choice.has(keyIn(active.of, active.item)),
    onFocus: () => {
      const now = focus.spotNow()
      if (now) cards.show(now)
    },
    onBlur: cards.hideSoon,
  }
}

/** What is said of what the pointer or the focus is on. */
function cardOf({ slice, told, cards }: Drawing, { moving, band }: Acts) {
  const place = carried(cards.card, slice.content)
  const spot = spotOf(slice, place)
  return {
    // While something is held, its times stand where a card would; a band needs the room.
    place: moving.held || band || !spot ? null : place,
    crowd: (spot && slice.scene.lanes[spot.lane]?.laid.crowd[spot.place]) ?? 0,
    texts: spot && told ? textsOf(slice.scene, spot, told) : [],
    onStay: cards.stay,
    onLeave: cards.hideSoon,
  }
}

/** What the toolbar's buttons do. */
function toolsOf(plan: Plan, { stage, refs }: Drawing, { fit }: Acts) {
  const { position, offered, links, turnLinks, set, now, columns, words } = plan
  return {
    ...{ position, offered, range: refs.range, links, onSet: set, onFit: fit, onLinks: turnLinks },
    onZoom: (factor: number) =>
      stage.move((from, limits) => zoomAt(from, instantAt(from, 0.5), factor, limits)),
    onNow: () => stage.centre(now),
    onSave: (as: SavedAs) => {
      if (columns) save(stage, columns.table, words, as, words.chart)
    },
  }
}

/** Goes to where all that is selected is in sight. */
function fitSelection(stage: Stage): void {
  const { content } = stage
  const items = [...(content?.selected ?? [])]
  if (items.length === 0 || !content) return
  const { startAt, endAt } = content.table
  const from = Math.min(...items.map(item => startAt[item] ?? 0))
  const to = Math.max(...items.map(item => endAt[item] ?? 0))
  stage.go(windowRound(from, to, stage.limits))
  const spot = whereIs(stage.lay(), items[0] ?? 0)
  if (spot) stage.reveal(spot)
}

/** The opened item, or the first of what is selected that may be moved. */
function movableOf(may: boolean, content: Content | null, opened: string | null): number | null {
  if (!may || !content) return null
  const first = opened === null ? undefined : content.places.get(opened)
  const items = [...(first === undefined ? [] : [first]), ...content.selected]
  return items.find(item => isMovable(content.table, item)) ?? null
}
