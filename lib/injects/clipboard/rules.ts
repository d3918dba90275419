import { neutral, withoutGuard } from '@/lib/sheets/cells/rules'

/**
 * A block of cells as spreadsheets put it on the clipboard: tabs between cells, lines between rows, and quotes round what
 * holds either or a quote at its start.
 */
export function writeBlock(rows: readonly (readonly string[])[]): string {
  return rows.map(row => row.map(written).join('\t')).join('\r\n')
}

const needsQuotes = /[\t\r\n]|^"/

function written(text: string): string {
  const cell = neutral(text)
  return needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** What a spreadsheet, or anything else, has put on the clipboard. The line break that ends the last row begins no row. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  for (;;) {
    const cell = cellAt(text, at)
    row.push(withoutGuard(cell.text))
    at = cell.end
    if (text[at] === '\t') {
      at += 1
      continue
    }
    rows.push(row)
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
    if (at >= text.length) return rows
  }
}

type Cell = { text: string; end: number }

function cellAt(text: string, from: number): Cell {
  return quotedAt(text, from) ?? plainAt(text, from)
}

/** Null where the quotes do not go round the whole cell: then they are part of what somebody wrote. */
function quotedAt(text: string, from: number): Cell | null {
  if (text[from] !== '"') return null
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') continue
    if (text[at + 1] === '"') {
      at += 1
      continue
    }
    const next = text[at + 1]
    const ends = next === undefined || next === '\t' || next === '\n' || next === '\r'
    const inner = text
      .slice(from + 1, at)
      .replaceAll('""', '"')
      .replaceAll('\r\n', '\n')
    return ends ? { text: inner, end: at + 1 } : null
  }
  return null
}

function plainAt(text: string, from: number): Cell {
  let end = from
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { text: text.slice(from, end), end }
}
