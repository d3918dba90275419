import { getTranslations } from 'next-intl/server'
import { listFileAnswers } from '@/lib/registrations/answers/queries'
import { fileRows } from '@/lib/registrations/files/rules'
import { listForFile } from '@/lib/registrations/queries'
import { listFilterSchema } from '@/lib/registrations/schema'
import { currentActor } from '@/lib/session'
import { writeCsv } from '@/lib/sheets/csv/rules'
import { encodeUtf8 } from '@/lib/sheets/encoding/rules'
import { writeWorkbook } from '@/lib/sheets/writing/rules'
import { isId } from '@/lib/text'

type Context = { params: Promise<{ exerciseId: string }> }

const kinds = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** The list of people as a file, under the same filter as the page; `delegation` narrows it to one. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { exerciseId } = await params
  const given = Object.fromEntries(new URL(request.url).searchParams)
  const format = given.format === 'csv' ? 'csv' : 'xlsx'
  const participationId = given.delegation ?? null
  const known = isId(exerciseId) && (participationId === null || isId(participationId))
  const scope = { exerciseId, participationId }
  const actor = await currentActor()
  const people = known ? await listForFile(actor, scope, listFilterSchema.parse(given)) : null
  if (!people) return new Response(null, { status: 404 })
  const [t, answer, answers] = await Promise.all([
    getTranslations('registrations'),
    getTranslations('ownPart.answer'),
    listFileAnswers(actor, scope),
  ])
  const rows = fileRows(people, answers, {
    yesNo: said => answer(said),
    heading: column => t(`file.${column}`),
    state: state => t(`state.${state}`),
    presence: presence => t(`file.${presence}`),
  })
  const body = format === 'csv' ? encodeUtf8(writeCsv(rows)) : writeWorkbook(t('file.name'), rows)
  return new Response(body, {
    headers: {
      'Content-Type': kinds[format],
      'Content-Disposition': `attachment; filename="registrations.${format}"`,
      'Cache-Control': 'no-store',
    },
  })
}
