import type { Told } from '../telling/rules'

/**
 * Everything that a preview was made of, in one text: whoever applies it from another plan, or after somebody else moved
 * a part of it, applies something that nobody has looked at.
 */
export function printOf({ outcome, touched }: Told): string {
  const { exercise, frame, moved, made, stays } = outcome
  return JSON.stringify([
    [exercise, frame],
    moved.map(({ item, start, end, durationSeconds, days }) => [
      ...[item.table, item.id, item.start, item.end, item.durationSeconds, item.days, item.state],
      ...[start, end, durationSeconds, days],
    ]),
    made.map(({ item, start, end }) => [item.table, item.id, item.version, start, end]),
    stays.map(({ item, why }) => [item.id, why]),
    touched.map(({ item, from, to }) => [item.id, from?.startAt, to?.startAt]),
  ])
}
