import { type Instant, type Moment, resolveMoment, type StartexFrame } from '@/lib/time'

/** From `offset` seconds of the exercise on, the story is at `scenarioAt` and runs `speed` times as fast (0: it stands). */
export type StoryMark = { offset: number; scenarioAt: Instant; speed: number }

/** Seconds from STARTEX, both ends included; `to` null where it has no end. One point where they are equal. */
export type OffsetSpan = { from: number; to: number | null }

const inOrder = (marks: readonly StoryMark[]) => [...marks].sort((a, b) => a.offset - b.offset)

const storyAt = (mark: StoryMark, offset: number): Instant =>
  Math.round(mark.scenarioAt + (offset - mark.offset) * 1000 * mark.speed)

/** The story's own time at that second of the exercise; null before the first mark, where it has not begun. */
export function scenarioAt(marks: readonly StoryMark[], offset: number): Instant | null {
  let last: StoryMark | undefined
  for (const mark of inOrder(marks)) if (mark.offset <= offset) last = mark
  return last === undefined ? null : storyAt(last, offset)
}

/**
 * When in the exercise the story is at that instant: never (it jumps over it), once, or several times (it jumps back, or
 * stands there for a while). Seconds with a fraction where a fast story passes it between two.
 */
export function offsetsAt(marks: readonly StoryMark[], at: Instant): OffsetSpan[] {
  const sorted = inOrder(marks)
  return sorted.flatMap((mark, index): OffsetSpan[] => {
    const end = sorted[index + 1]?.offset ?? null
    if (mark.speed === 0) return mark.scenarioAt === at ? [{ from: mark.offset, to: end }] : []
    const offset = mark.offset + (at - mark.scenarioAt) / 1000 / mark.speed
    const within = offset >= mark.offset && (end === null || offset < end)
    return within ? [{ from: offset, to: offset }] : []
  })
}

/** What happens to the story's time at each mark but the first, in their order; seconds, negative where it goes back. */
export function jumpsOf(marks: readonly StoryMark[]): (number | null)[] {
  const sorted = inOrder(marks)
  return sorted.map((mark, index) => {
    const before = sorted[index - 1]
    return before ? (mark.scenarioAt - storyAt(before, mark.offset)) / 1000 : null
  })
}

/** A speed as people type it, with a comma or a point: 0 to 100,000 with at most three digits after it; else null. */
export function speedIn(text: string): number | null {
  const [plain] = /^\d{1,6}(?:[.,]\d{1,3})?$/.exec(text.trim().replace(/[x×]$/i, '').trim()) ?? []
  const speed = plain === undefined ? Number.NaN : Number(plain.replace(',', '.'))
  return speed <= 100_000 ? speed : null
}

/** A second of the exercise, however its moment was typed. */
export function offsetOf(moment: Moment, frame: StartexFrame): number {
  if (moment.anchor === 'ttime') return moment.offset
  return Math.round((resolveMoment(moment, frame).at - frame.startexAt) / 1000)
}
