import { formatDuration } from '@/lib/time-format'
import type { Lists, TimelineItem } from '@/lib/timeline/columns/rules'
import { itemKinds } from '@/lib/timeline/columns/rules'
import { type Position, searchOf } from '@/lib/timeline/position/rules'
import { DAY } from '@/lib/timeline/wall/rules'
import type { Translate } from './board-words'
import { hrefOf, keyOf } from './names'
import type { RowText } from './table-data'
import type { TableWords } from './table-words'
import { isWholeDays, type TimesContext, timesOf } from './times'

export type RowContext = TimesContext & {
  t: Translate
  words: TableWords
  lists: Lists
  base: string | null
  position: Position
  /** Whether the viewer is known to be in another zone than home. */
  away: boolean
}

/** More names than these and a row would be a paragraph. */
const NAMED = 4

/** Rows in words. */
export function rowTexts(items: readonly TimelineItem[], context: RowContext): RowText[] {
  const { words, position, lists, base, away } = context
  const named = namesOf(lists)
  return items.map(item => {
    const key = keyOf(itemKinds.indexOf(item.kind), item.id)
    const wholeDays = item.wholeDays || (item.kind === 'phase' && isWholeDays(item, context))
    const span = { startAt: item.startAt, endAt: item.endAt, wholeDays }
    return {
      id: item.id,
      title: [item.code, item.label || words.untitled].filter(Boolean).join(' '),
      href: hrefOf(item.kind, item.id, item.movable, base) ?? '',
      shown: searchOf({ ...position, view: 'chart', item: key, window: null }, ''),
      current: position.item === key,
      kind: words.kinds.get(item.kind) ?? '',
      times: timesOf(span, context).filter((_, zone) => away || zone !== 1),
      moment: item.moment,
      length: lengthOf(span, context),
      place: item.place,
      audience: (item.audience && words.audiences.get(item.audience)) ?? '',
      who: whoOf(item, named, context.t),
    }
  })
}

type Named = ReadonlyMap<string, string>

function namesOf({ teams, roles, people }: Lists): Named {
  return new Map([...teams, ...roles, ...people].map(({ id, name }) => [id, name]))
}

function whoOf({ teamIds, roleIds, personIds }: TimelineItem, named: Named, t: Translate): string {
  const names = [...teamIds, ...roleIds, ...personIds].flatMap(id => named.get(id) ?? [])
  const rest = names.length - NAMED
  return [...names.slice(0, NAMED), ...(rest > 0 ? [t('more', { count: rest })] : [])].join(', ')
}

type Length = { startAt: number; endAt: number | null; wholeDays: boolean }

/** `3 days` for whole days, `2 h 30 min` else; '' for a moment. */
function lengthOf({ startAt, endAt, wholeDays }: Length, { t, locale }: RowContext): string {
  const length = (endAt ?? startAt) - startAt
  if (length <= 0) return ''
  // Days of 23 and 25 hours are days too.
  return wholeDays ? t('days', { count: Math.round(length / DAY) }) : formatDuration(length / 1000, locale)
}
