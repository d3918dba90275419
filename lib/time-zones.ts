/** A point on the world's one time line: milliseconds since 1970-01-01T00:00Z, always a whole number. */
export type Instant = number

/** A change of a zone's distance from UTC: `at` is the first instant with `after`. Offsets in seconds, east positive. */
export type Transition = { at: Instant; before: number; after: number }

type Stretch = { from: Instant; offset: number }

const SECOND = 1000
const DAY = 86_400 * SECOND
// Blocks keep the first look-up in a zone cheap; within one, a probe every four days finds every change:
// no zone has left and re-entered an offset faster since 1970 (Ramadan breaks, the shortest, last a month).
const BLOCK = 400 * DAY
const PROBE = 4 * DAY
// Zone names compare without case, so one zone has thousands of spellings that a caller could send.
const MOST_ZONES = 1000

const formatters = new Map<string, Intl.DateTimeFormat>()
const blocks = new Map<string, Map<number, Stretch[]>>()

/** Throws a RangeError for an unknown zone. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  if (formatters.size >= MOST_ZONES) formatters.clear()
  formatters.set(timeZone, made)
  return made
}

/** `at` is a whole second, as the formatter shows no less. */
function probeOffset(formatter: Intl.DateTimeFormat, at: Instant): number {
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = (
    formatter.format(at).match(/\d+/g) ?? []
  ).map(Number)
  return (Date.UTC(year, month - 1, day, hour, minute, second) - at) / SECOND
}

/** The first instant, to the second, after `low` with another offset than at `low`, given that `high` has one. */
function findChange(formatter: Intl.DateTimeFormat, low: Instant, high: Instant, offset: number): Instant {
  let before = low
  let after = high
  while (after - before > SECOND) {
    const middle = before + Math.floor((after - before) / 2 / SECOND) * SECOND
    if (probeOffset(formatter, middle) === offset) before = middle
    else after = middle
  }
  return after
}

function readBlock(timeZone: string, index: number): Stretch[] {
  const formatter = formatterOf(timeZone)
  const from = index * BLOCK
  const stretches: Stretch[] = [{ from, offset: probeOffset(formatter, from) }]
  let low = from
  let offset = probeOffset(formatter, from)
  for (let high = from + PROBE; high <= from + BLOCK; high += PROBE) {
    const next = probeOffset(formatter, high)
    if (next !== offset) {
      const at = findChange(formatter, low, high, offset)
      if (at < from + BLOCK) stretches.push({ from: at, offset: next })
    }
    low = high
    offset = next
  }
  return stretches
}

function blockOf(timeZone: string, index: number): Stretch[] {
  let zone = blocks.get(timeZone)
  if (!zone) {
    if (blocks.size >= MOST_ZONES) blocks.clear()
    zone = new Map()
    blocks.set(timeZone, zone)
  }
  let block = zone.get(index)
  if (!block) {
    block = readBlock(timeZone, index)
    zone.set(index, block)
  }
  return block
}

function stretchAt(timeZone: string, at: Instant): Stretch {
  const block = blockOf(timeZone, Math.floor(at / BLOCK))
  let found: Stretch = { from: at, offset: 0 }
  for (const stretch of block) {
    if (stretch.from > at) break
    found = stretch
  }
  return found
}

/** Seconds that the zone's wall clocks are ahead of UTC at that instant. Throws a RangeError for an unknown zone. */
export function offsetSecondsAt(timeZone: string, at: Instant): number {
  return stretchAt(timeZone, at).offset
}

/** An instant at or before `at` from which the zone has kept one offset: a key for what depends on the offset alone. */
export function stretchStart(timeZone: string, at: Instant): Instant {
  return stretchAt(timeZone, at).from
}

/** Every change of the zone's offset in `from ≤ at < to`, in order: the DST marks of a timeline. */
export function transitionsBetween(timeZone: string, from: Instant, to: Instant): Transition[] {
  const found: Transition[] = []
  if (!(from < to)) return found
  let before = offsetSecondsAt(timeZone, from - 1)
  for (let index = Math.floor(from / BLOCK); index * BLOCK < to; index++) {
    for (const { from: at, offset: after } of blockOf(timeZone, index)) {
      if (at < from || at >= to) continue
      if (after !== before) found.push({ at, before, after })
      before = after
    }
  }
  return found
}

/**
 * Whether this machine knows the IANA zone, link names (`Europe/Kiev`) and `UTC` included.
 * Checked by constructing it, since lists differ between engines; a bare offset (`+02:00`) is no zone.
 */
export function isTimeZone(name: string): boolean {
  // Newer engines construct offsets as zones, which Postgres and calendars do not know.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    formatterOf(name)
    return true
  } catch {
    return false
  }
}

// Engines list zones under CLDR's keys, which keep names that IANA has since replaced.
const RENAMED: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

let listed: readonly string[] | null = null
let byLowerCase: ReadonlyMap<string, string> | null = null

function presentName(name: string): string {
  const renamed = RENAMED[name]
  return renamed && isTimeZone(renamed) ? renamed : name
}

/** Zones to choose from, under their present names, sorted, `UTC` first. Not the list of what is valid: see `isTimeZone`. */
export function listTimeZones(): readonly string[] {
  listed ??= [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone').map(presentName).sort()])]
  return listed
}

/** The zone a person means by what was typed, in the usual spelling and case (`europe/tallinn`, `america/new york`, `Z`), or null. */
export function timeZoneNamed(text: string): string | null {
  const name = text.trim().replace(/\s+/g, '_')
  if (name.toUpperCase() === 'Z') return 'UTC'
  byLowerCase ??= new Map(listTimeZones().map(zone => [zone.toLowerCase(), zone]))
  return byLowerCase.get(name.toLowerCase()) ?? (isTimeZone(name) ? name : null)
}

/** The zone of the machine this runs on: in a browser, the viewer's. `UTC` where the machine names none. */
export function machineTimeZone(): string {
  const name = new Intl.DateTimeFormat('en-US').resolvedOptions().timeZone
  return name && isTimeZone(name) ? presentName(name) : 'UTC'
}

/** What to call the zone beside a place: `Tallinn`, `New York`, `UTC+2` for `Etc/GMT-2` (whose sign is inverted). */
export function zoneCity(timeZone: string): string {
  const fixed = /^Etc\/GMT([+-])(\d{1,2})$/.exec(timeZone)
  if (fixed) return `UTC${fixed[1] === '-' ? '+' : '-'}${fixed[2]}`
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}
