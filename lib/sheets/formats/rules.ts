import { DAY, dateOfEpochDay } from '@/lib/time-calendar'

/** What a number format makes of a number. `digits` is how many it is filled up to with zeros: `0900`. */
export type NumberFormat = { shows: 'number' | 'date' | 'time' | 'dateTime' | 'duration'; digits: number }

const plain: NumberFormat = { shows: 'number', digits: 0 }

/** The formats that every workbook knows by number (ECMA-376, 18.8.30), the East Asian ones among them. */
export function builtInFormat(id: number): NumberFormat {
  const within = (from: number, to: number) => id >= from && id <= to
  if (within(14, 17) || within(27, 31) || id === 36 || within(50, 58)) return { shows: 'date', digits: 0 }
  if (within(18, 21) || within(32, 35) || id === 45 || id === 47) return { shows: 'time', digits: 0 }
  if (id === 22) return { shows: 'dateTime', digits: 0 }
  return id === 46 ? { shows: 'duration', digits: 0 } : plain
}

/** The same for a format that a workbook declares, `dd/mm/yyyy hh:mm` or `0000`. */
export function declaredFormat(code: string): NumberFormat {
  const [first = ''] = code.slice(0, 255).split(';')
  const bare = first.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  if (/\[(?:h+|m+|s+)\]/i.test(bare)) return { shows: 'duration', digits: 0 }
  const zeros = /^0{2,}$/.exec(bare.trim())
  if (zeros) return { shows: 'number', digits: zeros[0].length }
  if (/[#0?]/.test(bare) && !/[ymdhs]/i.test(bare)) return plain
  const time = /[hs]/i.test(bare)
  const date = /[yd]/i.test(bare) || (!time && /m/i.test(bare.replace(/general/i, '')))
  return { shows: date && time ? 'dateTime' : date ? 'date' : time ? 'time' : 'number', digits: 0 }
}

const two = (value: number) => String(value).padStart(2, '0')

/** Days from 1970-01-01 to a serial's day. Excel holds 1900 for a leap year, so that days before March stand one later. */
function epochDayOfSerial(serial: number, from1904 = false): number {
  const day = Math.floor(serial)
  return from1904 ? day - 24_107 : day - 25_569 + (day < 60 ? 1 : 0)
}

/** `2027-03-23 09:00`, `09:00:30`, `25:30:00`, `0900`: as the cell shows it, in one notation for all languages. */
export function shownNumber(value: number, format: NumberFormat, from1904: boolean): string {
  if (format.shows === 'number') return numberText(value, format.digits)
  if (format.shows === 'duration') return durationText(value)
  if (value < 0 || value >= 2_958_466) return numberText(value, 0)
  let day = Math.floor(value)
  let second = Math.round((value - day) * (DAY / 1000))
  if (second === DAY / 1000) [day, second] = [day + 1, 0]
  const time = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}${second % 60 === 0 ? '' : `:${two(second % 60)}`}`
  if (day === 0 && format.shows !== 'date') return time
  const date = dateOf(epochDayOfSerial(day, from1904))
  return format.shows === 'date' && second === 0 ? date : `${date} ${time}`
}

const dates = new Map<number, string>()

/** A list names few days often. */
function dateOf(epochDay: number): string {
  const known = dates.get(epochDay)
  if (known !== undefined) return known
  if (dates.size > 2000) dates.clear()
  const date = dateOfEpochDay(epochDay)
  dates.set(epochDay, date)
  return date
}

function numberText(value: number, digits: number): string {
  // Fifteen digits are what a spreadsheet holds: the sixteenth is its arithmetic.
  const text = String(Number(value.toPrecision(15)))
  return digits > 0 && /^\d+$/.test(text) ? text.padStart(digits, '0') : text
}

function durationText(days: number): string {
  const seconds = Math.round(Math.abs(days) * (DAY / 1000))
  return `${days < 0 ? '-' : ''}${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
