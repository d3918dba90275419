import { type MouseEvent, useMemo, useRef, useState } from 'react'
import { instantAt, panBy, windowInto, zoomAt } from '@/lib/timeline/axis/rules'
import { rangeText } from '@/lib/timeline/names/rules'
import { extentOf } from '@/lib/timeline/rules'
import type { BoardData, BoardProps } from './board-data'
import { useGestures } from './gestures'
import { useCard } from './use-card'
import { useDevice } from './use-device'
import { useKeys } from './use-keys'
import { useNow } from './use-now'
import { usePosition } from './use-position'
import { useScene } from './use-scene'
import { useShare } from './use-share'
import { useSpoken } from './use-spoken'
import { useWidth } from './use-width'

/** All that changes on a board, and what a hand, a key or a button does to it. */
export function useBoard(props: BoardProps, data: BoardData) {
  const { source, words } = data
  const frame = useRef<HTMLDivElement>(null)
  const plot = useRef<HTMLDivElement>(null)
  const track = useRef<HTMLDivElement>(null)
  const extent = useMemo(() => extentOf(source), [source])
  const { texts, zones } = useDevice(props, data, extent)
  const { position, window, all, set, move } = usePosition(props.initial, extent)
  const view = { window, width: useWidth(track, props.width) }
  const { scene, items, closed, toggle } = useScene(source, position.lanes, view)
  const [active, setActive] = useState<string | null>(null)
  const { card, hide, stay, hideSoon, handlers } = useCard(frame)
  const now = useNow(props.now)
  const range = rangeText(words.names, zones[position.zone], window)
  const { note, share } = useShare(position, words)
  const said = useSpoken(range)
  useGestures(plot, track, move, hide)

  const stops = scene.map(lane => lane.stops)
  const known = stops.flat()
  const inSight = known.find(stop => stop.endAt >= window.from && stop.startAt <= window.to)
  const tabStop = known.find(stop => stop.id === active)?.id ?? inSight?.id ?? known[0]?.id ?? null
  const open = (id: string) => {
    hide()
    setActive(id)
    const crowd = id.startsWith('crowd:') && known.find(stop => stop.id === id)
    if (crowd) move((from, limits) => windowInto(from, crowd.startAt, crowd.endAt, limits))
    else set({ item: id })
  }
  const close = () => {
    const something = card !== null || position.item !== null
    hide()
    set({ item: null })
    return something
  }
  const onKeyDown = useKeys({
    plot,
    stops,
    all,
    tabStop,
    move,
    set,
    onStep: setActive,
    onOpen: open,
    onEscape: close,
  })
  const onClick = ({ target }: MouseEvent) => {
    const id = target instanceof Element ? target.closest('[data-item]')?.getAttribute('data-item') : null
    if (id) open(id)
  }
  return {
    refs: { frame, plot, track },
    drawing: { view, scene, closed, tabStop, texts, selected: position.item, onToggle: toggle },
    handlers: { ...handlers, onKeyDown, onClick },
    mini: { items, all, window, move },
    card: { place: card, onStay: stay, onLeave: hideSoon },
    tools: {
      position,
      range,
      note,
      onSet: set,
      onZoom: (factor: number) => move((from, limits) => zoomAt(from, instantAt(from, 0.5), factor, limits)),
      onNow: () => move((from, limits) => panBy(from, now - (from.from + from.to) / 2, limits)),
      onShare: share,
    },
    ...{ texts, zones, position, now, close, said: note || said },
  }
}
