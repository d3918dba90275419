import { epochDayOrNull } from '@/lib/time-calendar'

export type ReadDate = { date: string } | { problem: 'not_a_date' | 'roster_date_unclear' }

const two = (digits: string | undefined) => (digits ?? '').padStart(2, '0')

/**
 * A date as spreadsheets hold it: `2027-03-23`, `2027/3/23`, `23.3.2027`, `2027年3月23日`. With slashes or hyphens the
 * world writes day or month first: `23/3/2027` can be only one of them, `4/3/2027` is unclear and never guessed.
 */
export function dateIn(text: string): ReadDate {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[T ]\d{2}:\d{2}.*$/, '')
  const iso = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain)
  if (iso) return checked(iso[1], iso[2], iso[3])
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\.?$/.exec(plain)
  if (dotted) return checked(dotted[3], dotted[2], dotted[1])
  const [, first, second, year] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(plain) ?? []
  if (year === undefined) return { problem: 'not_a_date' }
  if (Number(first) > 12) return checked(year, second, first)
  if (Number(second) > 12 || first === second) return checked(year, first, second)
  return { problem: 'roster_date_unclear' }
}

function checked(year: string | undefined, month: string | undefined, day: string | undefined): ReadDate {
  const date = `${year}-${two(month)}-${two(day)}`
  return epochDayOrNull(date) === null ? { problem: 'not_a_date' } : { date }
}
