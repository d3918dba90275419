import type { TimelineSource } from '@/lib/timeline/rules'
import type { RowKind, TableRow } from '@/lib/timeline/table/rules'
import type { RowText } from './table-data'
import { itemTexts, lengthOf, type TextContext } from './texts'
import { isWholeDays, timesOf } from './times'

/** Rows in words, by id. */
export function rowTexts(
  source: TimelineSource,
  rows: readonly TableRow[],
  context: TextContext,
  kinds: ReadonlyMap<RowKind, string>,
): Record<string, RowText> {
  const { t } = context
  const texts = itemTexts(source, context)
  const audiences = { public: t('audience.public'), participants: t('audience.participants') }
  const said = { ...audiences, nations: t('audience.nations'), staff: t('audience.staff') }
  const worded = rows.map((row): [string, RowText] => {
    const text = texts[row.id]
    const wholeDays = row.wholeDays || (row.kind === 'phase' && isWholeDays(row, context))
    const span = { ...row, wholeDays }
    return [
      row.id,
      {
        id: row.id,
        title: text?.title ?? row.title,
        note: row.kind === 'team' ? (text?.facts.map(([, value]) => value).join(' · ') ?? '') : '',
        href: text?.href ?? '',
        kind: kinds.get(row.kind) ?? '',
        times: timesOf(span, context),
        length: lengthOf(span, context),
        place: row.place,
        audience: row.audience ? said[row.audience] : '',
        anchor: row.anchorText,
      },
    ]
  })
  return Object.fromEntries(worded)
}
