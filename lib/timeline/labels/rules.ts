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
  for (let kept = letters.length - 1; kept >= 3; kept -= 1) {
    const short = `${letters.slice(0, kept).join('').trimEnd()}…`
    if (textWidth(short) <= room) return short
  }
  return ''
}

/** A drawn body in a row, in pixels from the left edge of what is seen; `inside` when its label may stand in it. */
export type Body = { left: number; right: number; label: string; inside: boolean }

/** Where a label begins and what of it is written. */
export type Label = { left: number; text: string }

/** Between a body and its label, and between a label and what comes next, in pixels. */
export const GAP = 6
const PAD = 9

/**
 * Gives the labels of one row their places, so that none touches another, a body or the edge: in the body as far as
 * that is seen, else after it, else before it, else shortened, else nowhere. Bodies by `left`, none overlapping.
 */
export function placeLabels(bodies: readonly Body[], width: number): (Label | null)[] {
  let taken = 0
  return bodies.map((body, index) => {
    if (body.right < 0 || body.left > width) return null
    const until = Math.min(width, (bodies[index + 1]?.left ?? Number.POSITIVE_INFINITY) - GAP)
    const label = placeOne(body, taken, until, width)
    taken = Math.max(body.right, label ? label.left + textWidth(label.text) : 0) + GAP
    return label
  })
}

function placeOne(
  { left, right, label, inside }: Body,
  taken: number,
  until: number,
  width: number,
): Label | null {
  const wanted = textWidth(label)
  const seen = { left: Math.max(0, left) + PAD, right: Math.min(width, right) - PAD }
  const room = seen.right - seen.left
  if (inside && room >= wanted) return { left: seen.left, text: label }
  const after = right + GAP
  if (after + wanted <= until) return { left: after, text: label }
  if (left - GAP - wanted >= taken) return { left: left - GAP - wanted, text: label }
  const short = [
    ...(inside ? [{ left: seen.left, text: fitText(label, room) }] : []),
    { left: after, text: fitText(label, until - after) },
  ]
  const best = short.reduce((a, b) => (b.text.length > a.text.length ? b : a), { left: 0, text: '' })
  return best.text === '' ? null : best
}
