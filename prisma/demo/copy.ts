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
  const lines = rows.map(row => `${columns.map(column => cell(row[column])).join('\t')}\n`)
  await pipeline(Readable.from([lines.join('')]), target)
}

/** A value in COPY's text format. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  return textOf(value).replace(/[\\\t\n\r]/g, found => escapes[found] ?? found)
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value))
    return `{${value.map(item => `"${String(item).replace(/["\\]/g, '\\$&')}"`).join(',')}}`
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
