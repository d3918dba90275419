/** `used` is counted before the move of `n`; both are null where the team has no such seat. */
type Seat = { least: number | null; used: number | null; n: number }

/** True where somebody leaves a seat, and fewer remain than it needs. */
export function isUnderLeast({ least, used, n }: Seat): boolean {
  return least !== null && used !== null && n < 0 && used + n < least
}
