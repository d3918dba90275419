// Widths of ' ' to '~' in the face's sans at 12 px, in half pixels, rounded up, one base-36 digit each: the server
// has no canvas to measure with, and the browser must come to the same picture.
const WIDTHS =
  '77cggog899dg7c79gaffgffeff78gggdohgiiffii7ehemjjgjgggihohhg999cb8efefe9ff66e6mffffad8fekeeeb8bg'
const SIZE = 12
/** Above these, letters are as wide as they are high (Hangul, kana, ideographs). */
const WIDE = 0x1100

/** How wide a text will be, in pixels; rather a little more than less. `size` in pixels. */
export function textWidth(text: string, size = SIZE): number {
  let halves = 0
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    const digit = WIDTHS[code - 32]
    halves += digit === undefined ? (code >= WIDE ? 26 : 17) : Number.parseInt(digit, 36)
  }
  return (halves / 2) * (size / SIZE)
}

/** As much of a text as has room, with an ellipsis; '' where not even a few letters have. */
export function fitText(text: string, room: number): string {
  if (textWidth(text) <= room) return text
  const letters = [...text]
  let [kept, taken] = [0, textWidth('…')]
  for (; kept < letters.length; kept++) {
    taken += textWidth(letters[kept] ?? '')
    if (taken > room) break
  }
  return kept < 3 ? '' : `${letters.slice(0, kept).join('').trimEnd()}…`
}

/** A drawn body in a row, in pixels from the left edge of what is seen; `inside` when its label may stand in it. */
export type Body = {
  left: number
  right: number
  label: string
  /** Of the label, in pixels. */
  wide: number
  inside: boolean
}

export type Side = 'inside' | 'after' | 'before'

/** Where a label begins, on which side of its body, and what of it is written. */
export type Label = { left: number; side: Side; text: string; wide: number }

/** Between a body and its label, and between a label and what comes next, in pixels. */
export const GAP = 6
/** The least that a pointer needs (WCAG 2.5.8), in pixels, round the middle of what it points at. */
export const TARGET = 24

/** Where a label stands beside a body: clear of the body, and of the ring round what has the focus. */
export function besideOf(left: number, right: number): { before: number; after: number } {
  const ring = (left + right) / 2
  return {
    before: Math.min(left - GAP, ring - TARGET / 2 - 2),
    after: Math.max(right + GAP, ring + TARGET / 2 + 2),
  }
}
const PAD = 9

/**
 * Gives the labels of one row their places, so that none touches another, a body or the edge: in the body as far as
 * that is seen, else after it, else before it, else shortened, else nowhere. Bodies by `left`, none overlapping.
 */
export function placeLabels(bodies: readonly Body[], width: number): (Label | null)[] {
  let taken = 0
  return bodies.map((body, index) => {
    if (body.label === '' || body.right < 0 || body.left > width) {
      taken = Math.max(taken, body.right + GAP)
      return null
    }
    const until = Math.min(width, (bodies[index + 1]?.left ?? Number.POSITIVE_INFINITY) - GAP)
    const label = placeOne(body, taken, until, width)
    taken = Math.max(body.right, label ? label.left + label.wide : 0) + GAP
    return label
  })
}

function placeOne(
  { left, right, label, wide: wanted, inside }: Body,
  taken: number,
  until: number,
  width: number,
): Label | null {
  const seen = Math.max(0, left) + PAD
  const room = inside ? Math.min(width, right) - PAD - seen : 0
  const { before, after } = besideOf(left, right)
  if (room >= wanted) return { left: seen, side: 'inside', text: label, wide: wanted }
  if (after + wanted <= until) return { left: after, side: 'after', text: label, wide: wanted }
  if (before - wanted >= taken) return { left: before - wanted, side: 'before', text: label, wide: wanted }
  const beside = until - after
  const text = fitText(label, Math.max(room, beside))
  if (text === '') return null
  const wide = textWidth(text)
  return room >= beside
    ? { left: seen, side: 'inside', text, wide }
    : { left: after, side: 'after', text, wide }
}

/** A line across all lanes with a word at its head, in order of importance; `at` in pixels. */
export type Mark = { at: number; width: number }

/** On which side of its line each word stands, so that none touches another or the edge; null where it must go. */
export function placeMarks(marks: readonly Mark[], width: number): (Exclude<Side, 'inside'> | null)[] {
  const taken: { from: number; to: number }[] = []
  return marks.map(mark => {
    if (mark.at < 0 || mark.at > width) return null
    const sides = { after: mark.at + 4, before: mark.at - 4 - mark.width }
    for (const side of ['after', 'before'] as const) {
      const from = sides[side]
      const to = from + mark.width
      if (from < 0 || to > width || taken.some(one => from < one.to + GAP && one.from < to + GAP)) continue
      taken.push({ from, to })
      return side
    }
    return null
  })
}
