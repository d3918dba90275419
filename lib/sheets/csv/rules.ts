import { neutral, withoutGuard } from '../cells/rules'

export const delimiters = ['\t', ';', ','] as const
export type Delimiter = (typeof delimiters)[number]

/** Rows of cells, or the row (from 1) whose quotation mark is never closed. */
export type ReadCsv = { ok: true; rows: string[][] } | { ok: false; openQuoteAt: number }

const quote = '"'

/**
 * Reads separated values as RFC 4180 says and as spreadsheets write them: line breaks and delimiters within quotes,
 * CRLF, LF or CR at the ends of rows, Excel's `sep=;` line. A quotation mark inside an unquoted cell is itself.
 */
export function readCsv(text: string, given?: Delimiter): ReadCsv {
  const { body, named } = withoutSeparatorLine(text)
  const delimiter = given ?? named ?? delimiterOf(body)
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < body.length) {
    const cell = body[at] === quote ? quotedCell(body, at, delimiter) : bareCell(body, at, delimiter)
    if (cell === null) return { ok: false, openQuoteAt: rows.length + 1 }
    row.push(withoutGuard(cell.text))
    at = cell.end
    if (body[at] === delimiter) {
      at += 1
      if (at < body.length) continue
      row.push('')
    }
    rows.push(row)
    row = []
    at += body[at] === '\r' && body[at + 1] === '\n' ? 2 : 1
  }
  return { ok: true, rows }
}

type Cell = { text: string; end: number }

function bareCell(text: string, from: number, delimiter: Delimiter): Cell {
  let end = from
  while (end < text.length && !endsCell(text[end], delimiter)) end += 1
  return { text: text.slice(from, end), end }
}

/** Null where the quotation mark is never closed. What follows a closing one belongs to the cell. */
function quotedCell(text: string, from: number, delimiter: Delimiter): Cell | null {
  let inside = ''
  let at = from + 1
  for (;;) {
    const close = text.indexOf(quote, at)
    if (close === -1) return null
    inside += text.slice(at, close)
    at = close + 1
    if (text[at] !== quote) break
    inside += quote
    at += 1
  }
  const rest = bareCell(text, at, delimiter)
  return { text: inside + rest.text, end: rest.end }
}

function endsCell(character: string | undefined, delimiter: Delimiter): boolean {
  return character === delimiter || character === '\n' || character === '\r'
}

function withoutSeparatorLine(text: string): { body: string; named: Delimiter | null } {
  const line = /^sep=(.)(?:\r\n|\n|\r|$)/.exec(text)
  const named = delimiters.find(delimiter => delimiter === line?.[1])
  return line && named ? { body: text.slice(line[0].length), named } : { body: text, named: null }
}

const sampleLength = 20_000

/** What separates the cells: whatever cuts the first rows into most cells, the same number in most of them. */
export function delimiterOf(text: string): Delimiter {
  const sample = text.slice(0, sampleLength)
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of delimiters) {
    const read = readCsv(sample, delimiter)
    const widths = read.ok ? read.rows.slice(0, 20).map(row => row.length) : []
    const [first = 1] = widths
    const alike = widths.filter(width => width === first).length / Math.max(1, widths.length)
    const score = (first - 1) * alike
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/** Rows as a CSV file that Excel opens as it is: comma, CRLF; what looks like a formula is neutralised. Put a BOM in
 * front (`encodeUtf8`), or Excel reads the bytes in the machine's own code page. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows
    .map(row => `${row.length === 1 && row[0] === '' ? '""' : row.map(written).join(',')}\r\n`)
    .join('')
}

function written(cell: string): string {
  const safe = neutral(cell)
  return /[",\r\n\t;]|^\s|\s$|^sep=/.test(safe) ? `"${safe.replaceAll(quote, '""')}"` : safe
}
