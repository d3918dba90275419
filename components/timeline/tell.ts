import { formatDuration } from '@/lib/time-format'
import { zoneCity } from '@/lib/time-zones'
import { itemKinds, MOVABLE, type Table, WHOLE_DAYS, type Words } from '@/lib/timeline/columns/rules'
import { DAY } from '@/lib/timeline/wall/rules'
import type { ItemText } from './item-text'
import { hrefOf, laneName } from './names'
import { isWholeDays, type TimesContext, timeIn, timesOf } from './times'
import { type BoardWords, fill } from './words'

type TellContext = TimesContext & { table: Table; said: Words; words: BoardWords; base: string | null }

/** More names than these and a card would hide the lanes around it. */
const NAMED = 5

/** What a card, the details and a screen reader say of an item. */
export function tell(item: number, context: TellContext): ItemText {
  const { table, said, words } = context
  const kind = itemKinds[table.kind[item] ?? 0] ?? 'phase'
  const span = spanOf(item, context)
  const place = ofItem(said.place, item)
  const audience = ofItem(said.audience, item)
  const editor = ((table.flags[item] ?? 0) & MOVABLE) !== 0
  const href = hrefOf(kind, said.id[item] ?? '', editor, context.base)
  return {
    title: [said.code[item], said.label[item] || words.untitled].filter(Boolean).join(' '),
    note: [words.kind[kind], place, audience && words.audience[audience]].filter(Boolean).join(' · '),
    times: timesOf(span, context),
    facts: factsOf(item, context, span).filter(([, value]) => value !== ''),
    ...(href === null ? {} : { href }),
  }
}

/** What few items have, of one. */
function ofItem<Value>(column: readonly (readonly [number, Value])[], item: number): Value | undefined {
  return column.find(([at]) => at === item)?.[1]
}

type Told = { startAt: number; endAt: number; wholeDays: boolean; timeZone: string | null }

function spanOf(item: number, { table, said, home }: TellContext): Told {
  const timeZone = ofItem(said.timeZone, item) ?? null
  const span = { startAt: table.startAt[item] ?? 0, endAt: table.endAt[item] ?? 0, timeZone }
  const whole = ((table.flags[item] ?? 0) & WHOLE_DAYS) !== 0
  const phase = itemKinds[table.kind[item] ?? 0] === 'phase'
  return { ...span, wholeDays: whole || (phase && isWholeDays(span, { home })) }
}

/** `3 days` for whole days, `2 h 30 min` else; '' for a moment. */
function lengthOf({ startAt, endAt, wholeDays }: Told, { words, locale }: TellContext): string {
  if (endAt <= startAt) return ''
  if (!wholeDays) return formatDuration((endAt - startAt) / 1000, locale)
  // Days of 23 and 25 hours are days too.
  const count = Math.round((endAt - startAt) / DAY)
  return count === 1 ? words.oneDay : fill(words.manyDays, { count })
}

function factsOf(item: number, context: TellContext, span: Told): ItemText['facts'] {
  const { table, said, words } = context
  const { terms } = words
  const name = (of: 'phase' | 'storyline' | 'controller', at: number | undefined) =>
    at === undefined || at < 0 ? '' : laneName({ of, at }, table, words)
  const names = (of: 'team' | 'role' | 'person', set: number | undefined) => {
    const places = table.sets[set ?? -1] ?? []
    const some = places.slice(0, NAMED).map(at => laneName({ of, at }, table, words))
    const rest = places.length - some.length
    return [...some, ...(rest > 0 ? [fill(words.more, { count: rest })] : [])].join(', ')
  }
  const waits = table.links
    .filter(([to]) => to === item)
    .map(([, from]) => said.code[from] || said.label[from])
  const phase = itemKinds[table.kind[item] ?? 0] === 'phase' ? '' : name('phase', table.phase[item])
  // Where a thing takes place, people go by the clocks there; what stands above already is not said twice.
  const { timeZone } = span
  const own = timeZone === null ? '' : timeIn(timeZone, span, context.locale)
  const there = timesOf(span, context).includes(own) ? '' : own
  return [
    [timeZone === null ? '' : zoneCity(timeZone), there],
    [terms.moment, ofItem(said.moment, item) ?? ''],
    [terms.length, lengthOf(span, context)],
    [terms.seats, seatsOf(item, context)],
    [terms.teams, names('team', table.teams[item])],
    [terms.roles, names('role', table.roles[item])],
    [terms.people, names('person', table.people[item])],
    [terms.storyline, name('storyline', table.storyline[item])],
    [terms.controller, name('controller', table.controller[item])],
    [terms.phase, phase],
    [terms.after, waits.slice(0, NAMED).join(', ')],
    [terms.real, realOf(item, context)],
  ]
}

function seatsOf(item: number, { table, words }: TellContext): string {
  const found = table.filled.find(([at]) => at === item)
  return found ? fill(words.seatsOf, { filled: found[2], places: found[1] }) : ''
}

function realOf(item: number, context: TellContext): string {
  const [, began = null, ended = null] = context.table.happened.find(([at]) => at === item) ?? []
  if (began === null) return ''
  const [home] = timesOf({ startAt: began, endAt: ended }, context)
  return ended === null ? fill(context.words.since, { from: home }) : home
}
