/** Everything random in the demo comes from one seed, so that the same day gives the same world, ids included. */
export type Random = {
  /** 0 ≤ n < 1 */
  next: () => number
  /** a whole number, both ends included */
  whole: (least: number, most: number) => number
  chance: (probability: number) => boolean
  pick: <T>(list: readonly T[]) => T
  /** one of the list, as likely as its weight */
  weighted: <T>(list: readonly (readonly [T, number])[]) => T
  /** a version 7 id; ids sort in the order in which they were made */
  id: () => string
}

/** mulberry32: 32 bits of state, even enough for a demo. `since` is the time that ids carry, in milliseconds. */
export function randomOf(seed: number, since: number): Random {
  let state = seed >>> 0
  let ids = 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    whole,
    chance: probability => next() < probability,
    pick: list => {
      const picked = list[Math.floor(next() * list.length)]
      if (picked === undefined) throw new Error('Nothing to pick from')
      return picked
    },
    weighted: list => pickWeighted(list, next()),
    id: () => idOf(since + ids++, next),
  }
}

function pickWeighted<T>(list: readonly (readonly [T, number])[], at: number): T {
  let left = at * list.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [item, weight] of list) {
    left -= weight
    if (left < 0) return item
  }
  throw new Error('Nothing weighs anything')
}

function idOf(milliseconds: number, next: () => number): string {
  const time = milliseconds.toString(16).padStart(12, '0')
  const hex = (digits: number) =>
    Math.floor(next() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  const variant = '89ab'[Math.floor(next() * 4)] ?? '8'
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(6)}${hex(6)}`
}
