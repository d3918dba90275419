import { type MouseEvent, type PointerEvent, useCallback, useMemo, useRef, useState } from 'react'
import { unpack } from '@/components/packed'
import { instantAt, shareOf, windowInto, windowRound, zoomAt } from '@/lib/timeline/axis/rules'
import { itemsOf, whereIs } from '@/lib/timeline/scene/rules'
import type { Spot } from '@/lib/timeline/steps/rules'
import type { BoardProps } from './board-data'
import { flyTo } from './fly'
import { useGestures } from './gestures'
import { keysOf } from './keys'
import { isMovable } from './moving'
import { keyOf, laneName } from './names'
import { type SavedAs, save } from './save'
import type { Content } from './stage'
import { useCard } from './use-card'
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

/** More of a crowd than these and the card would hide the lanes around it. */
const LISTED = 6

/** All that changes on a board, and what a hand, a key or a button does to it. */
export function useBoard(props: BoardProps) {
  const words = useMemo(() => unpack(props.words), [props.words])
  const made = useMemo(() => unpack(props.zones), [props.zones])
  const { columns, failed, again } = useColumns(props)
  const { startexAt, endexAt } = props.play
  const zones = useZones(made, props.viewerKnown, startexAt, endexAt)
  const { position, set } = usePosition(props.initial)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [links, setLinks] = useState(false)
  const now = useNow(props.now)
  const shownZones = useMemo(
    () => ({ shown: zones[position.zone], home: zones.home, other: otherZone(zones, position.zone) }),
    [zones, position.zone],
  )
  const phone = useMedia('(max-width: 47.99rem)')
  const { content, places, shown, offered } = useContent({
    ...{ columns, position, chosen, words, now, links, phone },
    zones: shownZones,
  })
  const [range, setRange] = useState('')
  const mini = useRef<HTMLElement>(null)
  const follow = useRef(() => {})
  const onFrame = () => {
    follow.current()
    const { from, to } = stage.window
    const [left, right] = [Math.max(0, shareOf(stage.all, from)), Math.min(1, shareOf(stage.all, to))]
    if (!mini.current) return
    mini.current.style.left = `${left * 100}%`
    mini.current.style.width = `${Math.max(0.004, right - left) * 100}%`
  }
  const { stage, refs, slice } = useStage({
    content,
    window: props.initial.window,
    onFrame,
    onSettle: (window, text) => {
      setRange(text)
      set({ window })
    },
  })
  const focus = useFocus(stage)
  follow.current = focus.follow
  const told = useTold({
    ...{ columns, words, locale: props.locale, base: props.base },
    ...{ home: zones.home.timeZone, viewer: zones.viewer },
  })
  const { card, show, hide, stay, hideSoon } = useCard(stage)
  const { note, share } = useShare(position, words)
  const moving = useMoving(stage, columns, props.moves !== null)
  useGestures(refs.plot, refs.track, stage, hide, moving.grab)

  const keyAt = (item: number) => {
    const id = columns?.said?.id[item]
    return id === undefined ? null : keyOf(columns?.table.kind[item] ?? 0, id)
  }
  const open = (spot: Spot) => {
    const lane = stage.scene.lanes[spot.lane]
    const item = lane?.laid.item[spot.place]
    if (!lane || item === undefined) return
    hide()
    focus.setActive({ lane: lane.lane.id, item })
    if (lane.laid.crowd[spot.place] === 0) return set({ item: keyAt(item) })
    const starts = itemsOf(lane, spot.place).map(one => content?.table.startAt[one] ?? 0)
    stage.move((from, limits) => windowInto(from, starts[0] ?? 0, starts.at(-1) ?? 0, limits))
  }
  const toggle = (item: number) => {
    const key = keyAt(item)
    if (key) setChosen(was => (was.includes(key) ? was.filter(one => one !== key) : [...was, key]))
  }
  const close = useCallback(() => {
    const something = card !== null || position.item !== null || chosen.length > 0
    hide()
    setChosen([])
    set({ item: null })
    return something
  }, [card, position.item, chosen, hide, set])
  const fit = () => {
    stage.go(null)
    set({ window: null })
  }
  const fitSelection = () => {
    const items = [...(content?.selected ?? [])]
    if (items.length === 0 || !content) return
    const { startAt, endAt } = content.table
    const from = Math.min(...items.map(item => startAt[item] ?? 0))
    const to = Math.max(...items.map(item => endAt[item] ?? 0))
    stage.go(windowRound(from, to, stage.limits))
    const spot = whereIs(stage.lay(), items[0] ?? 0)
    if (spot) stage.reveal(spot)
  }
  const search = useSearch(columns, shown, item => {
    const spot = flyTo(stage, item)
    const lane = spot && stage.scene.lanes[spot.lane]
    if (lane) focus.setActive({ lane: lane.lane.id, item })
    set({ item: keyAt(item) })
  })
  const activeSpot = spotOf(slice, focus.active)
  const onKeyDown = keysOf({
    ...{ stage, active: focus.active, enter: focus.enter, step: focus.step, onFit: fit, onEscape: close },
    onOpen: () => {
      const spot = spotOf({ scene: stage.lay() }, focus.active)
      if (spot) open(spot)
    },
    onToggle: () => focus.active && toggle(focus.active.item),
    onHeld: moving.key,
    onTake: () => moving.take(focus.active),
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
  /** What is said of a mark: the item, or the first of a crowd. */
  const textsOf = (spot: Spot) => {
    const lane = slice.scene.lanes[spot.lane]
    if (!lane || !told) return []
    const crowd = lane.laid.crowd[spot.place] ?? 0
    const items = crowd > 0 ? itemsOf(lane, spot.place).slice(0, LISTED) : [lane.laid.item[spot.place] ?? 0]
    return items.map(told)
  }
  const spoken = () => {
    const lane = activeSpot && slice.scene.lanes[activeSpot.lane]
    if (!lane || !content) return ''
    const [text, ...others] = textsOf(activeSpot)
    const crowd = lane.laid.crowd[activeSpot.place] ?? 0
    const name = laneName(lane.lane, content.table, words)
    const at = { lane: name, at: activeSpot.place + 1, count: lane.laid.item.length }
    const where = fill(words.inLane, at)
    if (!text) return where
    if (crowd === 0)
      return [text.title, text.note, text.times[0], seatsIn(text.facts), where].filter(Boolean).join(', ')
    const titles = [text, ...others]
      .slice(0, 3)
      .map(({ title }) => title)
      .join(', ')
    return `${fill(words.crowd, { count: crowd, titles })}. ${words.crowdOpen}. ${where}`
  }
  const seatsIn = (facts: readonly (readonly [string, string])[]) =>
    facts.find(([term]) => term === words.terms.seats)?.[1] ?? ''
  const opened = position.item === null ? undefined : places.get(position.item)
  const saidText = useSpoken(range)
  return {
    ...{ words, columns, failed, again, content, stage, refs, slice, zones, position, shown, mini, chosen },
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
      spoken: spoken(),
      selected: focus.active !== null && (content?.selected.has(focus.active.item) ?? false),
      onFocus: () => {
        const spot = spotOf(stage, focus.active)
        const lane = spot && stage.scene.lanes[spot.lane]
        const item = lane?.laid.item[spot?.place ?? 0]
        if (spot && lane && item !== undefined)
          show({ ...spot, item, crowd: lane.laid.crowd[spot.place] ?? 0 })
      },
      onBlur: hideSoon,
    },
    // While something is held, its times stand where a card would.
    card: {
      place: moving.held ? null : card,
      texts: card ? textsOf(card) : [],
      onStay: stay,
      onLeave: hideSoon,
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
    ...{ close, fitSelection, moving },
    /** The item that the details or the selection would move; null where the viewer may not. */
    movable: movableOf(props.moves !== null, content, opened),
    said: moving.text === '' ? note || saidText : fill(words.held, { text: moving.text }),
  }
}

/** The first of what is selected that may be moved. */
function movableOf(may: boolean, content: Content | null, opened: number | undefined): number | null {
  if (!may || !content) return null
  const items = [...(opened === undefined ? [] : [opened]), ...content.selected]
  return items.find(item => isMovable(content.table, item)) ?? null
}

/** Whether an event is about something over the drawing: a lane's name, the axis. */
function isOver({ target }: Pick<MouseEvent, 'target'>): boolean {
  return target instanceof Element && target.closest('[data-name], [data-head]') !== null
}
