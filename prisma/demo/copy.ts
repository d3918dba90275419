import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { TransactionSql } from 'postgres'

/** Bulk load of rows that all have the same columns. Names come from our own code, never from input. */
export async function copyRows(
  tx: TransactionSql,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  if (columns.length === 0) return
  const target = await tx
    .unsafe(`COPY "${table}" (${columns.map(name => `"${name}"`).join(', ')}) FROM STDIN`)
    .writable()
  const lines = rows.map(row => `${columns.map(name => cell(row[name], json.has(name))).join('\t')}\n`)
  await pipeline(Readable.from([lines.join('')]), target)
}

const json = new Set(['from', 'to', 'result', 'params', 'content'])

/** A value in COPY's text format. */
function cell(value: unknown, isJson: boolean): string {
  if (value === null || value === undefined) return '\\N'
  return (isJson ? JSON.stringify(value) : textOf(value)).replace(
    /[\\\t\n\r]/g,
    found => escapes[found] ?? found,
  )
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value))
    return `{${value.map(item => `"${String(item).replace(/["\\]/g, '\\$&')}"`).join(',')}}`
  return String(value)
}
