import { withControllers } from '@/lib/exchange/book/rules'
import { writeDocument } from '@/lib/exchange/document/rules'
import { getExerciseDocument } from '@/lib/exchange/queries'
import { cellText, columnSets, tableOf } from '@/lib/exchange/sets/rules'
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
 * The MSEL as a file: `format` is xlsx, csv or json (the whole exercise but its people, for planners), `columns` the set
 * of a table's columns. Of the injects, those that the reader may see.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { exerciseId } = await params
  const query = new URL(request.url).searchParams
  const asked = query.get('format')
  const format = asked === 'json' || asked === 'csv' ? asked : 'xlsx'
  const set = columnSets.find(known => known === query.get('columns')) ?? 'own'
  const found = isId(exerciseId) ? await getExerciseDocument(await currentActor(), exerciseId) : null
  if (!found || (format === 'json' && !found.whole)) return new Response(null, { status: 404 })
  const body =
    format === 'json'
      ? writeDocument(found.document)
      : tableBody(tableOf(withControllers(found), set), format)
  const name = `${found.document.exercise?.code ?? 'exercise'}-${format === 'json' ? 'exercise' : `msel-${set}`}.${format}`
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
