import { withControllers } from '@/lib/exchange/book/rules'
import { writeDocument } from '@/lib/exchange/document/rules'
import { getExerciseDocument } from '@/lib/exchange/queries'
import { cellText, columnSets, tableOf } from '@/lib/exchange/sets/rules'
import { getWholeDocument } from '@/lib/exchange/whole/queries'
import type { Actor } from '@/lib/policy'
import { currentActor } from '@/lib/session'
import { writeCsv } from '@/lib/sheets/csv/rules'
import { encodeUtf8 } from '@/lib/sheets/encoding/rules'
import { writeWorkbook } from '@/lib/sheets/writing/rules'
import { isId } from '@/lib/text'

type Context = { params: Promise<{ exerciseId: string }> }

const kinds = {
  json: 'application/json;charset=utf-8',
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/**
 * The MSEL as a file: `format` is xlsx, csv or json (the whole exercise but its people, for planners; `files=none` without
 * what is attached to injects), `columns` the set of a table's columns. Of the injects, those that the reader may see.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { exerciseId } = await params
  if (!isId(exerciseId)) return new Response(null, { status: 404 })
  const query = new URL(request.url).searchParams
  const actor = await currentActor()
  if (query.get('format') === 'json') return wholeExercise(actor, exerciseId, query.get('files') !== 'none')
  const format = query.get('format') === 'csv' ? 'csv' : 'xlsx'
  const set = columnSets.find(known => known === query.get('columns')) ?? 'own'
  const found = await getExerciseDocument(actor, exerciseId)
  if (!found) return new Response(null, { status: 404 })
  const name = `${found.document.exercise?.code ?? 'exercise'}-msel-${set}.${format}`
  return download(tableBody(tableOf(withControllers(found), set), format), format, name)
}

async function wholeExercise(actor: Actor, exerciseId: string, files: boolean): Promise<Response> {
  const document = await getWholeDocument(actor, exerciseId, files)
  if (document === 'too_many_files') return new Response(null, { status: 413 })
  if (!document) return new Response(null, { status: 404 })
  return download(writeDocument(document), 'json', `${document.exercise?.code}-exercise.json`)
}

function download(
  body: string | Uint8Array<ArrayBuffer>,
  format: keyof typeof kinds,
  name: string,
): Response {
  return new Response(body, {
    headers: {
      'Content-Type': kinds[format],
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
}

function tableBody(table: ReturnType<typeof tableOf>, format: 'csv' | 'xlsx'): Uint8Array<ArrayBuffer> {
  return format === 'csv'
    ? encodeUtf8(writeCsv(table.map(row => row.map(cellText))))
    : writeWorkbook('MSEL', table)
}
