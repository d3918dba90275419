import { type MouseEvent, type PointerEvent, useCallback, useMemo, useRef, useState } from 'react'
import { unpack } from '@/components/packed'
import { instantAt, shareOf, windowInto, windowRound, zoomAt } from '@/lib/timeline/axis/rules'
import { itemsOf, whereIs } from '@/lib/timeline/scene/rules'
import type { Spot } from '@/lib/timeline/steps/rules'
import type { BoardProps } from './board-data'
import type { Content } from './content'
import { flyTo } from './fly'
import { useGestures } from './gestures'
import { keysOf } from './keys'
import { isMovable } from './moving'
import { carried, keyIn } from './same-item'
import { type SavedAs, save } from './save'
import { spokenOf, textsOf } from './spoken'
import type { Stage } from './stage'
import { useBand } from './use-band'
import { useCard } from './use-card'
import { useChosen } from './use-chosen'
import { useColumns } from './use-columns'
import { useContent } from './use-content'
import { spotOf, useFocus } from './use-focus'
import { useMedia } from './use-media'
import { useMoving } from './use-moving'
import { useNow } from './use-now'
import { usePosition } from './use-position'
import { useSearch } from './use-search'
import { useShare } from './use-share'
import { useSpoken } from './use-spoken'
import { useStage } from './use-stage'
import { useTold } from './use-told'
import { otherZone, useZones } from './use-zones'
import { fill } from './words'

/** All that changes on a board, and what a hand, a key or a button does to it. */
export function useBoard(props: BoardProps) {
  const words = useMemo(() => unpack(props.words), [props.words])
  const made = useMemo(() => unpack(props.zones), [props.zones])
  const { columns, failed, again } = useColumns(props)
  const { startexAt, endexAt } = props.play
  const zones = useZones(made, props.viewerKnown, startexAt, endexAt)
  const { position, set } = usePosition(props.initial)
  const choice = useChosen(position.item, set)
  const [links, setLinks] = useState(false)
  const now = useNow(props.now)
  const shownZones = useMemo(
    () => ({ shown: zones[position.zone], home: zones.home, other: otherZone(zones, position.zone) }),
    [zones, position.zone],
  )
  const phone = useMedia('(max-width: 47.99rem)')
  const { content, shown, offered } = useContent({
    ...{ columns, position, chosen: choice.chosen, words, now, links, phone },
    zones: shownZones,
  })
  const [range, setRange] = useState('')
  const mini = useRef<HTMLElement>(null)
  const follow = useRef(() => {})
  const { stage, refs, slice } = useStage({
    content,
    window: props.initial.window,
    onFrame: () => {
      follow.current()
      frameMini(mini.current, stage)
    },
    onSettle: (window, text) => {
      setRange(text)
      set({ window })
    },
  })
  // What is said goes by what is drawn: newer columns have other places for the same items.
  const seen = slice.content
  const focus = useFocus(stage, seen, refs.plot)
  follow.current = focus.follow
  const told = useTold({
    ...{ items: seen, words, locale: props.locale, base: props.base },
    ...{ home: zones.home.timeZone, viewer: zones.viewer },
  })
  const { card, show, hide, stay, hideSoon } = useCard(stage)
  const { note, share } = useShare(position, words)
  const moving = useMoving(stage, props.moves !== null, words.heldMore)
  const keyOfItem = (item: number) => stage.content && keyIn(stage.content, item)
  const band = useBand(stage, items => choice.add(items.flatMap(item => keyOfItem(item) ?? [])))
  useGestures(refs.plot, refs.track, stage, hide, event =>
    event.shiftKey ? band.grab(event) : moving.grab(event),
  )

  const open = (spot: Spot) => {
    const lane = stage.scene.lanes[spot.lane]
    const item = lane?.laid.item[spot.place]
    if (!lane || item === undefined) return
    hide()
    focus.activate(lane.lane.id, item)
    if (lane.laid.crowd[spot.place] === 0) return set({ item: keyOfItem(item) })
    const starts = itemsOf(lane, spot.place).map(one => stage.content?.table.startAt[one] ?? 0)
    stage.move((from, limits) => windowInto(from, starts[0] ?? 0, starts.at(-1) ?? 0, limits))
  }
  const toggle = (item: number) => {
    const key = keyOfItem(item)
    if (key) choice.toggle(key)
  }
  const close = useCallback(() => {
    const something = card !== null || position.item !== null || choice.chosen.length > 0
    hide()
    choice.clear()
    set({ item: null })
    return something
  }, [card, position.item, choice, hide, set])
  const fit = () => {
    stage.go(null)
    set({ window: null })
  }
  const search = useSearch(columns, shown, item => {
    const spot = flyTo(stage, item)
    const lane = spot && stage.scene.lanes[spot.lane]
    if (lane) focus.activate(lane.lane.id, item)
    set({ item: keyOfItem(item) })
  })
  const activeSpot = spotOf(slice, focus.active)
  const cardNow = carried(card, seen)
  const cardSpot = spotOf(slice, cardNow)
  const onKeyDown = keysOf({
    ...{ stage, active: focus.active, enter: focus.enter, step: focus.step, onFit: fit, onEscape: close },
    onOpen: () => {
      const spot = focus.spotNow()
      if (spot) open(spot)
    },
    onToggle: () => focus.active && toggle(focus.active.item),
    onExtend: item =>
      choice.add(
        [focus.active?.item, item].flatMap(one => (one === undefined ? [] : (keyOfItem(one) ?? []))),
      ),
    onHeld: moving.key,
    onTake: grip => moving.take(focus.active, grip),
  })
  const onPointerMove = (event: PointerEvent) => {
    const hit = event.buttons === 0 && !isOver(event) ? stage.hitAt(event.clientX, event.clientY) : null
    stage.hover(hit)
    if (hit && event.pointerType === 'mouse') show(hit)
    else if (event.buttons === 0) hideSoon()
  }
  const onClick = (event: MouseEvent) => {
    if (isOver(event)) return
    // A key on the focused element is told as a click without a place.
    const hit = event.detail === 0 ? null : stage.hitAt(event.clientX, event.clientY)
    if (!hit) return
    if ((event.shiftKey || event.ctrlKey || event.metaKey) && hit.crowd === 0) toggle(hit.item)
    else open(hit)
  }
  const opened = position.item === null ? undefined : seen?.places.get(position.item)
  const saidText = useSpoken(range)
  return {
    ...{ words, columns, failed, again, content, stage, refs, slice, zones, position, shown, mini },
    chosen: choice.chosen,
    plot: {
      handlers: { onPointerMove, onPointerLeave: hideSoon, onKeyDown, onClick },
      onTurn: (id: string) =>
        set(({ turned }) => ({
          turned: turned.includes(id) ? turned.filter(one => one !== id) : [...turned, id],
        })),
    },
    focus: {
      element: focus.element,
      active: activeSpot ? focus.active : null,
      spoken: activeSpot ? spokenOf(slice, activeSpot, told, words) : '',
      selected: focus.active !== null && choice.has(keyIn(focus.active.of, focus.active.item)),
      onFocus: () => {
        const spot = focus.spotNow()
        if (spot) show(spot)
      },
      onBlur: hideSoon,
    },
    // While something is held, its times stand where a card would; a band needs the room.
    card: {
      place: moving.held || band.band || !cardSpot ? null : cardNow,
      crowd: (cardSpot && slice.scene.lanes[cardSpot.lane]?.laid.crowd[cardSpot.place]) ?? 0,
      texts: cardSpot && told ? textsOf(slice.scene, cardSpot, told) : [],
      onStay: stay,
      onLeave: hideSoon,
    },
    /** Selects what is open: a finger has no Shift. */
    select: {
      on: position.item !== null && choice.chosen.includes(position.item),
      turn: () => position.item !== null && choice.turn(position.item),
    },
    details: opened !== undefined && told ? told(opened) : null,
    tools: {
      ...{ position, offered, range: refs.range, note, links, onSet: set, onFit: fit, onShare: share },
      onZoom: (factor: number) =>
        stage.move((from, limits) => zoomAt(from, instantAt(from, 0.5), factor, limits)),
      onNow: () => stage.centre(now),
      onLinks: () => setLinks(was => !was),
      onSave: (as: SavedAs) => {
        if (columns) save(stage, columns.table, words, as, words.chart)
      },
    },
    search,
    ...{ close, moving, band: band.band },
    /** What is selected stays. */
    closeDetails: () => set({ item: null }),
    fitSelection: () => fitSelection(stage),
    /** The item that the details or the selection would move; null where the viewer may not. */
    movable: movableOf(props.moves !== null, content, position.item),
    said: moving.text === '' ? note || saidText : fill(words.held, { text: moving.text }),
  }
}

/** The frame round what is in sight, in the whole in small. */
function frameMini(frame: HTMLElement | null, stage: Stage): void {
  if (!frame) return
  const { from, to } = stage.window
  const [left, right] = [Math.max(0, shareOf(stage.all, from)), Math.min(1, shareOf(stage.all, to))]
  frame.style.left = `${left * 100}%`
  frame.style.width = `${Math.max(0.004, right - left) * 100}%`
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

/** Whether an event is about something over the drawing: a lane's name, the axis. */
function isOver({ target }: Pick<MouseEvent, 'target'>): boolean {
  return target instanceof Element && target.closest('[data-name], [data-head]') !== null
}
