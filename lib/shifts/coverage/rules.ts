import type { Instant } from '@/lib/time-zones'

/** No shift at all, nobody on it, fewer than it takes, enough. */
export type CoverState = 'gap' | 'empty' | 'short' | 'full'
export type Cover = { from: Instant; to: Instant; state: CoverState }

type Stood = { startAt: Instant; endAt: Instant; places: number; filled: number }

const order: readonly CoverState[] = ['gap', 'empty', 'short', 'full']

/** From `from` to `to` without a hole, in order: how far a watch is manned. Where two shifts hand over, the worse counts:
 * each needs its people. */
export function coverageOf(shifts: readonly Stood[], from: Instant, to: Instant): Cover[] {
  const within = shifts.filter(shift => shift.endAt > from && shift.startAt < to)
  const cuts = new Set([from, to])
  for (const { startAt, endAt } of within) {
    if (startAt > from) cuts.add(startAt)
    if (endAt < to) cuts.add(endAt)
  }
  const edges = [...cuts].sort((a, b) => a - b)
  const starts = [...within].sort((a, b) => a.startAt - b.startAt)
  const cover: Cover[] = []
  let next = 0
  let open: Stood[] = []
  for (const [i, edge] of edges.entries()) {
    const until = edges[i + 1]
    if (until === undefined) break
    open = open.filter(shift => shift.endAt > edge)
    for (let shift = starts[next]; shift && shift.startAt <= edge; shift = starts[++next])
      if (shift.endAt > edge) open.push(shift)
    const state = worstOf(open.map(stateOf))
    const last = cover.at(-1)
    if (last?.state === state) last.to = until
    else cover.push({ from: edge, to: until, state })
  }
  return cover
}

/** The same in so many equal slices at most, each as bad as the worst in it: what a picture can show. */
export function slicedCover(cover: readonly Cover[], slices: number): Cover[] {
  const first = cover[0]
  const last = cover.at(-1)
  if (!first || !last || cover.length <= slices) return [...cover]
  const step = (last.to - first.from) / slices
  const sliced: Cover[] = []
  for (let i = 0; i < slices; i++) {
    const from = first.from + i * step
    const to = from + step
    const state = worstOf(cover.filter(one => one.to > from && one.from < to).map(one => one.state))
    const before = sliced.at(-1)
    if (before?.state === state) before.to = to
    else sliced.push({ from, to, state })
  }
  return sliced
}

/** Milliseconds of each state. */
export function coverTimes(cover: readonly Cover[]): Record<CoverState, number> {
  const times = { gap: 0, empty: 0, short: 0, full: 0 }
  for (const { from, to, state } of cover) times[state] += to - from
  return times
}

export function stateOf({ places, filled }: Pick<Stood, 'places' | 'filled'>): CoverState {
  if (filled === 0) return 'empty'
  return filled < places ? 'short' : 'full'
}

function worstOf(states: readonly CoverState[]): CoverState {
  return order.find(state => states.includes(state)) ?? 'gap'
}
