import type { KeyboardEvent } from 'react'
import { instantAt, panBy, spanOf, type Window, zoomAt } from '@/lib/timeline/axis/rules'
import type { Step } from '@/lib/timeline/steps/rules'
import { timeOf } from '@/lib/timeline/steps/rules'
import type { Grip } from './moving'
import type { Stage } from './stage'
import { type Active, spotOf } from './use-focus'

const PAN = 0.12
const ROWS = 96
const STEPS: Record<string, Step> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
}
/** What is taken of an item: all of it, or one of its ends. */
const GRIPS: Record<string, Grip> = { m: 'whole', s: 'start', e: 'end' }
const FACTORS: Record<string, number> = { '+': 0.5, '=': 0.5, '-': 2, _: 2 }

export type KeysOptions = {
  stage: Stage
  active: Active | null
  enter: () => number | null
  /** Gives the item that it has come to; null for none. */
  step: (by: Step) => number | null
  onFit: () => void
  onOpen: () => void
  onToggle: () => void
  /** Selects where one was and where one has come to. */
  onExtend: (item: number) => void
  /** A key while something is held; true where it was for that. */
  onHeld: (key: string) => boolean
  /** Takes the item to move it; true where it may be. */
  onTake: (grip: Grip) => boolean
  /** True when there was something to close. */
  onEscape: () => boolean
}

/** Keys on the plot move through time; on an item they go from one to the next. */
export function keysOf(options: KeysOptions) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { target, currentTarget: plot, key } = event
    const onItem = target instanceof Element && target.closest('[data-item]') !== null
    // A button inside the plot keeps its own keys.
    if (!onItem && target !== plot) return
    const handled = onItem ? itemKey(event, plot, options) : plotKey(key, plot, options)
    if (handled || zoomKey(key, onItem, options)) event.preventDefault()
    else if (key === '0') options.onFit()
  }
}

function zoomKey(key: string, onItem: boolean, { stage, active }: KeysOptions): boolean {
  const factor = FACTORS[key]
  if (factor === undefined) return false
  const spot = onItem ? spotOf(stage, active) : null
  const at = spot ? timeOf(stage.scene, spot).from : null
  stage.move((window, limits) => {
    const inSight = at !== null && at >= window.from && at <= window.to
    return zoomAt(window, inSight ? at : instantAt(window, 0.5), factor, limits)
  })
  return true
}

function plotKey(key: string, plot: HTMLElement, { stage, enter, onEscape }: KeysOptions): boolean {
  if (key === 'Escape') return onEscape()
  if (key === 'Enter') enter()
  else if (key === 'ArrowUp') plot.scrollTop -= ROWS
  else if (key === 'ArrowDown') plot.scrollTop += ROWS
  else {
    const by: Record<string, (window: Window) => number> = {
      ArrowLeft: window => -PAN * spanOf(window),
      ArrowRight: window => PAN * spanOf(window),
      Home: window => stage.all.from - window.from,
      End: window => stage.all.to - window.to,
    }
    const change = by[key]
    if (!change) return false
    stage.move((window, limits) => panBy(window, change(window), limits))
  }
  return true
}

function itemKey(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  plot: HTMLElement,
  options: KeysOptions,
): boolean {
  if (options.onHeld(key)) return true
  const by = STEPS[key]
  const grip = GRIPS[key.toLowerCase()]
  if (by) {
    const item = options.step(by)
    if (shiftKey && item !== null) options.onExtend(item)
  } else if (grip) return options.onTake(grip)
  else if (key === 'Enter') options.onOpen()
  else if (key === ' ') options.onToggle()
  else if (key === 'Escape') {
    if (!options.onEscape()) plot.focus()
  } else return false
  return true
}
