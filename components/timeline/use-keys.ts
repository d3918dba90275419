import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { instantAt, panBy, reveal, shareOf, spanOf, type Window, zoomAt } from '@/lib/timeline/axis/rules'
import { type Step, type Stop, stepFrom } from '@/lib/timeline/steps/rules'
import type { Move } from './use-position'

const PAN = 0.12
const STEPS: Record<string, Step> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
}
const FACTORS: Record<string, number> = { '+': 0.5, '=': 0.5, '-': 2, _: 2 }

export type KeysOptions = {
  plot: RefObject<HTMLElement | null>
  stops: readonly (readonly Stop[])[]
  all: Window
  tabStop: string | null
  move: Move
  set: (part: { window: null }) => void
  onStep: (id: string) => void
  onOpen: (id: string) => void
  /** True when there was something to close. */
  onEscape: () => boolean
}

/** Keys on the plot move through time; on an item they go from one to the next. */
export function useKeys(options: KeysOptions) {
  const { plot, stops, move, onStep } = options
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    const there = plot.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(wanted.current)}"]`)
    const instead = plot.current?.querySelector<HTMLElement>('[data-item][tabindex="0"]')
    ;(there ?? instead)?.focus()
    wanted.current = null
  })
  const focus = (stop: Stop | null | undefined) => {
    if (!stop) return
    wanted.current = stop.id
    onStep(stop.id)
    if (stop.id.startsWith('crowd:') && stop.id === options.tabStop) return
    move((window, limits) => {
      const seen = stop.endAt >= window.from && stop.startAt <= window.to
      const share = shareOf(window, stop.startAt)
      return seen && (share < 0 || share < 0.95) ? window : reveal(window, stop.startAt, limits)
    })
  }
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const item = event.target instanceof Element ? event.target.closest('[data-item]') : null
    const id = item?.getAttribute('data-item') ?? null
    // A button inside the plot keeps its own keys.
    if (id === null && event.target !== plot.current) return
    const handled = id === null ? plotKey(event.key, options, focus) : itemKey(event.key, id, options, focus)
    if (handled || zoomKey(event.key, id, stops, move)) event.preventDefault()
    else if (event.key === '0') options.set({ window: null })
  }
}

type Focus = (stop: Stop | null | undefined) => void

function zoomKey(key: string, id: string | null, stops: KeysOptions['stops'], move: Move): boolean {
  const factor = FACTORS[key]
  if (factor === undefined) return false
  const stop = stops.flat().find(one => one.id === id)
  move((window, limits) => {
    const inSight = stop && stop.startAt >= window.from && stop.startAt <= window.to
    return zoomAt(window, inSight ? stop.startAt : instantAt(window, 0.5), factor, limits)
  })
  return true
}

function plotKey(key: string, { stops, all, tabStop, move, onEscape }: KeysOptions, focus: Focus): boolean {
  if (key === 'Escape') return onEscape()
  if (key === 'Enter') {
    focus(stops.flat().find(stop => stop.id === tabStop))
    return true
  }
  const by: Record<string, (window: Window) => number> = {
    ArrowLeft: window => -PAN * spanOf(window),
    ArrowRight: window => PAN * spanOf(window),
    Home: window => all.from - window.from,
    End: window => all.to - window.to,
  }
  const change = by[key]
  if (change) move((window, limits) => panBy(window, change(window), limits))
  return change !== undefined
}

function itemKey(
  key: string,
  id: string,
  { plot, stops, onOpen, onEscape }: KeysOptions,
  focus: Focus,
): boolean {
  const step = STEPS[key]
  if (step) focus(stepFrom(stops, id, step))
  else if (key === 'Enter' || key === ' ') {
    onOpen(id)
    // An opened crowd is gone; the first that was in it takes the focus.
    if (id.startsWith('crowd:')) focus(stops.flat().find(stop => stop.id === id))
  } else if (key === 'Escape') {
    if (!onEscape()) plot.current?.focus()
  } else return false
  return true
}
