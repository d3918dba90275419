import type { Instant } from '@/lib/time'
import { shareOf, type Window } from '@/lib/timeline/axis/rules'

/** The height of a row, in pixels; the style sheet knows the same. */
export const ROW = 28

/** A share of the width; short, since hundreds of them travel with the page. */
export function percent(share: number): string {
  return `${Math.round(share * 1e5) / 1e3}%`
}

/** Width of a text in the axis's mono type, in pixels. */
export function monoWidth(text: string): number {
  return text.length * 6.7
}

/** Where an instant is drawn; what is far out of sight stays near, since browsers lose precision out there. */
export function place(window: Window, at: Instant): string {
  return percent(Math.min(1.5, Math.max(-0.5, shareOf(window, at))))
}
