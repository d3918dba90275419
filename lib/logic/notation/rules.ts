import { type WaitCondition, waitConditions } from '@/lib/logic/graph/rules'
import { formatDuration } from '@/lib/time-format'
import { parseDuration } from '@/lib/time-parse'
import { cleaned } from '@/lib/time-tokens'

/** What is named in a notation: an inject by its serial as typed, or a gate by its number. */
type Named = { serial: string } | { gate: number }

type TypedWait = { after: Named; condition: WaitCondition; delay: number }

/** All of them are needed, or any one is enough. */
export type TypedWaits = { mode: 'all' | 'any'; waits: TypedWait[] }

type WaitProblem =
  | 'wait_not_understood'
  | 'wait_nothing_named'
  | 'wait_unfinished_quote'
  | 'wait_condition_unknown'
  | 'wait_all_or_any'
  | 'wait_delay_whose'
  | 'wait_delay_negative'
  | 'wait_delay_not_understood'
  | 'wait_delay_unit_missing'
  | 'wait_delay_too_long'
  | 'wait_too_long'
  | 'wait_too_many'

export type ParsedWaits = ({ ok: true } & TypedWaits) | { ok: false; problem: WaitProblem }

/** `delay`: 366 days in seconds, as the database has it. */
const most = { characters: 2000, waits: 50, delay: 366 * 86_400 } as const

const conditionWords: Record<WaitCondition, RegExp> = {
  released: /^(?:is )?(?:releases?|released|fired|sent)$/,
  acknowledged: /^(?:is )?(?:acks?|acked|acknowledges?|acknowledged)$/,
  succeeded: /^(?:succeeds?|succeeded|success)$/,
  failed: /^(?:fails?|failed|failure)$/,
  completed: /^(?:is )?(?:completes?|completed|done|ends?|ended|finished)$/,
  expired: /^(?:is )?(?:expires?|expired)$/,
}

function conditionNamed(words: string): WaitCondition | null {
  const plain = words.toLowerCase()
  return waitConditions.find(condition => conditionWords[condition].test(plain)) ?? null
}

const START = /^(?:after\b(?: (all|any) of\b)?|(all|any) of\b) ?/i

/** Whether a text means to be such a notation, right or wrong: everything else is a moment. */
export function isWaitNotation(text: string): boolean {
  return START.test(cleaned(text))
}

type Item = { after: Named; condition: WaitCondition | null; delay: number | null }

/**
 * `after 3.12 + 20m`, `after 3.12 completed + 1h`, `after all of 3.12, 3.14 + 10m`, `any of 3.12 or gate 2`,
 * `after "INJ 7" failed`. A condition and a delay behind a list that begins with `all of` or `any of` count for each in
 * it, unless one before has its own. Refuses what could mean two things.
 */
export function parseWaits(text: string): ParsedWaits {
  const line = cleaned(text)
  if (line.length > most.characters) return { ok: false, problem: 'wait_too_long' }
  const start = START.exec(line)
  if (!start) return { ok: false, problem: 'wait_not_understood' }
  const said = (start[1] ?? start[2])?.toLowerCase()
  const list = readList(line.slice(start[0].length))
  if (typeof list === 'string') return { ok: false, problem: list }
  const { items, joined } = list
  if (items.length > most.waits) return { ok: false, problem: 'wait_too_many' }
  if (joined.or && (joined.and || said === 'all')) return { ok: false, problem: 'wait_all_or_any' }
  if (joined.and && said === 'any') return { ok: false, problem: 'wait_all_or_any' }
  const shared = sharedEnd(items)
  if (shared && said === undefined) return { ok: false, problem: 'wait_delay_whose' }
  const waits = items.map(({ after, condition, delay }) => ({
    after,
    condition: condition ?? (shared ? shared.condition : null) ?? 'released',
    delay: delay ?? (shared ? shared.delay : null) ?? 0,
  }))
  return { ok: true, mode: said === 'any' || joined.or ? 'any' : 'all', waits }
}

/** The last one, where it alone has a condition or a delay: then they could be everybody's. */
function sharedEnd(items: readonly Item[]): Item | null {
  const last = items.at(-1)
  const has = (item: Item) => item.condition !== null || item.delay !== null
  return last && items.length > 1 && has(last) && !items.slice(0, -1).some(has) ? last : null
}

type List = { items: Item[]; joined: { and: boolean; or: boolean } }

const NAME = /^(?:gate (\d{1,6})(?=$|[ ,;+])|"([^"]+)"|([^\s,;+"]+))/i
const JOIN = /^ ?(?:([,;]) ?(?:(and|or)\b ?)?|(and|&|or)(?=$|[ "]) ?)/i
// A word that joins ends the condition; a delay begins with a sign and ends before the next join.
const REST = /^((?: (?!(?:and|or)\b|&)[a-z]+)*) ?(?:([+-]) ?((?:(?!(?:and|or)\b|&)[^,;])*))?/i

function readList(text: string): List | WaitProblem {
  const items: Item[] = []
  const joined = { and: false, or: false }
  let rest = text
  for (;;) {
    const name = NAME.exec(rest)
    if (!name) return rest.startsWith('"') ? 'wait_unfinished_quote' : 'wait_nothing_named'
    const tail = REST.exec(rest.slice(name[0].length))
    const item = readItem(name, tail)
    if (typeof item === 'string') return item
    items.push(item)
    rest = rest.slice(name[0].length + (tail?.[0].length ?? 0))
    if (rest.trim() === '') return { items, joined }
    const join = JOIN.exec(rest)
    if (!join) return 'wait_not_understood'
    const word = (join[2] ?? join[3])?.toLowerCase()
    if (word === 'or') joined.or = true
    else if (word !== undefined) joined.and = true
    rest = rest.slice(join[0].length)
  }
}

function readItem(name: RegExpExecArray, tail: RegExpExecArray | null): Item | WaitProblem {
  const [, gate, quoted, plain] = name
  const after: Named =
    gate === undefined ? { serial: (quoted ?? plain ?? '').trim() } : { gate: Number(gate) }
  if ('serial' in after && after.serial === '') return 'wait_nothing_named'
  const words = tail?.[1]?.trim() ?? ''
  const condition = words === '' ? null : conditionNamed(words)
  if (words !== '' && condition === null) return 'wait_condition_unknown'
  const [sign, length] = [tail?.[2], tail?.[3]?.trim() ?? '']
  if (sign === undefined) return { after, condition, delay: null }
  if (sign === '-') return 'wait_delay_negative'
  const parsed = parseDuration(length)
  if (parsed.ok && parsed.seconds > most.delay) return 'wait_delay_too_long'
  if (parsed.ok) return { after, condition, delay: parsed.seconds }
  return parsed.problem === 'unit_missing' ? 'wait_delay_unit_missing' : 'wait_delay_not_understood'
}

const simple = /^[^\s,;+"]+$/
const keyword = /^(?:gate|and|or|&|all|any|of|after)$/i

function nameOf(after: Named): string {
  if ('gate' in after) return gateName(after.gate)
  return simple.test(after.serial) && !keyword.test(after.serial) ? after.serial : `"${after.serial}"`
}

/** As a gate is named in notations and paths, in every language. */
export function gateName(number: number): string {
  return `gate ${number}`
}

/** What `parseWaits` gives back as the same: `after 3.12 + 20 min`. Empty for no waits. */
export function printWaits({ mode, waits }: TypedWaits): string {
  const [first] = waits
  if (!first) return ''
  const end = ({ condition, delay }: TypedWait, always: boolean) =>
    (condition === 'released' && !always ? '' : ` ${condition}`) +
    (delay === 0 && !always ? '' : ` + ${formatDuration(delay, 'en').replaceAll('\u00a0', ' ')}`)
  if (waits.length === 1 && mode === 'all') return `after ${nameOf(first.after)}${end(first, false)}`
  const alike = waits.every(({ condition, delay }) => condition === first.condition && delay === first.delay)
  const named = waits.map(wait => nameOf(wait.after) + (alike ? '' : end(wait, true))).join(', ')
  return `after ${mode} of ${named}${alike ? end(first, false) : ''}`
}

/** `3.12 → 3.14 → gate 2 → 3.12`. */
export function printPath(path: readonly string[], label: (id: string) => string): string {
  return path.map(label).join(' → ')
}
