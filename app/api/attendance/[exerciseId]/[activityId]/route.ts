import { getTranslations } from 'next-intl/server'
import { attendanceRows } from '@/lib/attendance/files/rules'
import { listForFile } from '@/lib/attendance/queries'
import { attendanceFilterSchema } from '@/lib/attendance/schema'
import { currentActor } from '@/lib/session'
import { writeCsv } from '@/lib/sheets/csv/rules'
import { encodeUtf8 } from '@/lib/sheets/encoding/rules'
import { writeWorkbook } from '@/lib/sheets/writing/rules'
import { isId } from '@/lib/text'

type Context = { params: Promise<{ exerciseId: string; activityId: string }> }

const kinds = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** Who comes, as a file, under the same filter as the page; `delegation` narrows it to one. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { exerciseId, activityId } = await params
  const given = Object.fromEntries(new URL(request.url).searchParams)
  const format = given.format === 'csv' ? 'csv' : 'xlsx'
  const participationId = given.delegation ?? null
  const known = isId(exerciseId) && isId(activityId) && (participationId === null || isId(participationId))
  const scope = { exerciseId, activityId, participationId }
  const people = known
    ? await listForFile(await currentActor(), scope, attendanceFilterSchema.parse(given))
    : null
  if (!people) return new Response(null, { status: 404 })
  const t = await getTranslations('attendance')
  const rows = attendanceRows(people, {
    heading: column => t(`file.${column}`),
    state: state => t(`state.${state}`),
    presence: presence => t(`presence.${presence}`),
  })
  const body = format === 'csv' ? encodeUtf8(writeCsv(rows)) : writeWorkbook(t('file.name'), rows)
  return new Response(body, {
    headers: {
      'Content-Type': kinds[format],
      'Content-Disposition': `attachment; filename="attendance.${format}"`,
      'Cache-Control': 'no-store',
    },
  })
}
