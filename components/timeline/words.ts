import type { LaneKind } from '@/lib/timeline/lanes/rules'
import type { Names } from '@/lib/timeline/names/rules'

/**
 * The words of the drawing as plain strings, `{…}` left where the browser fills something in: the interpreter of ICU
 * messages would weigh more than the whole drawing.
 */
export type BoardWords = {
  chart: string
  help: string
  lanesBy: string
  phases: string
  teams: string
  zone: string
  zulu: string
  mine: string
  /** `{city}` */
  mineLong: string
  /** `{city}` */
  you: string
  zoom: string
  zoomOut: string
  zoomIn: string
  fit: string
  fitLong: string
  goNow: string
  goNowLong: string
  asTable: string
  share: string
  shared: string
  shareFailed: string
  details: string
  close: string
  open: string
  teamsCount: string
  crowdOpen: string
  /** `{count}` */
  crowdTitle: string
  /** `{count}`, `{titles}` */
  crowd: string
  /** `{by}` */
  clocks: string
  now: string
  empty: string
  kinds: Partial<Record<LaneKind, string>>
  names: Names
}

/** Puts values in the place of `{name}`. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
