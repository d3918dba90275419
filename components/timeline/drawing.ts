import type { Instant } from '@/lib/time'
import { shareOf, type Window } from '@/lib/timeline/axis/rules'

/** Heights of the drawing, in pixels. */
export const ROW = 28
export const BAR = 22
export const TOP = (ROW - BAR) / 2
export const HEAD = 52

/** A share of the width as SVG wants it; short, since hundreds of them travel with the page. */
export function percent(share: number): string {
  return `${Math.round(share * 1e5) / 1e3}%`
}

/** Width of a text in the axis's mono type, in pixels. */
export function monoWidth(text: string): number {
  return text.length * 6.7
}

/** Where an instant is drawn; what is far out of sight stays near, since drawing programs lose precision out there. */
export function place(window: Window, at: Instant): string {
  return percent(Math.min(1.5, Math.max(-0.5, shareOf(window, at))))
}
