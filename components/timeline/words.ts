import type { Audience } from '@/lib/schedule/kinds/rules'
import type { ItemKind } from '@/lib/timeline/columns/rules'
import type { GridWords } from '@/lib/timeline/grid/rules'
import type { Grouping } from '@/lib/timeline/lanes/rules'

export const plainWords = [
  ...([
    'chart',
    'help',
    'lanesBy',
    'zone',
    'zulu',
    'mine',
    'zoom',
    'zoomOut',
    'zoomIn',
    'fit',
    'fitLong',
  ] as const),
  ...([
    'goNow',
    'goNowLong',
    'fitSelection',
    'clearSelection',
    'links',
    'linksLong',
    'show',
    'find',
  ] as const),
  ...([
    'findPrevious',
    'findNext',
    'foundNone',
    'asTable',
    'share',
    'copyLink',
    'shared',
    'shareFailed',
    'details',
  ] as const),
  ...([
    'close',
    'open',
    'crowdOpen',
    'now',
    'empty',
    'none',
    'untitled',
    'loading',
    'failed',
    'again',
  ] as const),
  ...(['slices', 'noScript', 'oneDay', 'asPng', 'asSvg', 'asPoster', 'onWall', 'move', 'select'] as const),
] as const

/** Words with values to fill in, and their names. */
export const templates = [
  ['mineLong', ['city']],
  ['you', ['city']],
  ['selected', ['count']],
  ['found', ['at', 'count']],
  ['inLane', ['lane', 'at', 'count']],
  ['more', ['count']],
  ['manyDays', ['count']],
  ['unfold', ['lane']],
  ['seatsOf', ['filled', 'places']],
  ['since', ['from']],
  ['held', ['text']],
  ['heldMore', ['count']],
  ['crowdTitle', ['count']],
  ['crowd', ['count', 'titles']],
  ['clocks', ['by']],
] as const

export const terms = [
  ...(['length', 'phase', 'storyline', 'controller', 'teams', 'roles', 'people', 'seats'] as const),
  ...(['after', 'real', 'moment'] as const),
] as const

/**
 * The words of the drawing as plain strings, `{…}` left where the browser fills something in: the interpreter of ICU
 * messages would weigh more than the whole drawing.
 */
export type BoardWords = Record<(typeof plainWords)[number] | (typeof templates)[number][0], string> & {
  kinds: Record<ItemKind, string>
  kind: Record<ItemKind, string>
  groupings: Record<Grouping, string>
  terms: Record<(typeof terms)[number], string>
  audience: Record<Audience, string>
} & GridWords

/** Puts values in the place of `{name}`. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
