/**
 * Places by `from`. Extents come in a few ascending runs (what is narrow, what is wide, crowds), and merging those takes
 * a fraction of sorting thirty thousand.
 */
export function inOrder(from: ArrayLike<number>): Int32Array {
  const runs: number[][] = []
  for (let at = 0; at < from.length; at++) {
    const start = from[at] ?? 0
    const run = runs.find(one => (from[one.at(-1) ?? 0] ?? 0) <= start)
    if (run) run.push(at)
    else runs.push([at])
  }
  const merged = runs.reduce((one, other) => merge(one, other, from), [])
  return Int32Array.from(merged)
}

function merge(a: readonly number[], b: readonly number[], from: ArrayLike<number>): number[] {
  const all: number[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    const first = right === undefined || (left !== undefined && (from[left] ?? 0) <= (from[right] ?? 0))
    all.push((first ? a[i++] : b[j++]) ?? 0)
  }
  return all
}

/** Ends of rows as a tree of least ends, so that the topmost free row is found in a few steps among thousands. */
class Ends {
  #leaves = 1
  #least = new Float64Array(2).fill(Number.NEGATIVE_INFINITY)
  count = 0

  /** The topmost row that is free from `from` on; a new one where none is. */
  take(from: number, to: number): number {
    if ((this.#least[1] ?? 0) > from) this.#grow()
    let at = 1
    while (at < this.#leaves) at = (this.#least[2 * at] ?? 0) <= from ? 2 * at : 2 * at + 1
    const row = at - this.#leaves
    this.#least[at] = to
    for (at >>= 1; at >= 1; at >>= 1)
      this.#least[at] = Math.min(this.#least[2 * at] ?? 0, this.#least[2 * at + 1] ?? 0)
    this.count = Math.max(this.count, row + 1)
    return row
  }

  #grow(): void {
    const least = new Float64Array(4 * this.#leaves).fill(Number.NEGATIVE_INFINITY)
    for (let size = this.#leaves, at = size; size >= 1; size >>= 1, at = size)
      least.set(this.#least.subarray(at, 2 * at), 2 * at)
    this.#leaves *= 2
    least[1] = Number.NEGATIVE_INFINITY
    this.#least = least
  }
}

/**
 * Gives each extent a row so that none overlaps another in its row, with as few rows as there can be: the depth of the
 * deepest overlap. Extents are half-open, in any order; the answer is in theirs. Null where more than `most` would be
 * needed.
 */
export function packRows(
  from: Float64Array,
  to: Float64Array,
  most = Number.POSITIVE_INFINITY,
): { rows: Int32Array; count: number } | null {
  const rows = new Int32Array(from.length)
  const ends = new Ends()
  for (const at of inOrder(from)) {
    rows[at] = ends.take(from[at] ?? 0, to[at] ?? 0)
    if (ends.count > most) return null
  }
  return { rows, count: ends.count }
}
