/**
 * What a spreadsheet would take for a formula: `=`, `+`, `-`, `@`, a tab, a line break or a full-width twin of these at
 * the start of a cell (OWASP, CSV injection). Apostrophes before it count, so that writing and reading undo each other.
 */
const formulaLike = /^'*[=+\-@\t\r\n＝＋－＠]/
const neutralisedCell = /^'+[=+\-@\t\r\n＝＋－＠]/

/** A cell for a file that somebody will open in a spreadsheet: what looks like a formula stays text. Every export goes
 * through here. */
export function neutral(cell: string): string {
  return formulaLike.test(cell) ? `'${cell}` : cell
}

/** The cell as it was before it was neutralised, by us or by another export that does so. */
export function withoutGuard(cell: string): string {
  return neutralisedCell.test(cell) ? cell.slice(1) : cell
}
