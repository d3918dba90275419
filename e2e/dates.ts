// Days of the calendar for the journeys: what they plan must lie ahead of whenever they run.

const DAY = 86_400_000

const today = () => Math.floor(Date.now() / DAY)
const written = (day: number) => new Date(day * DAY).toISOString().slice(0, 10)

/** The day so many days ahead of today, `YYYY-MM-DD`. */
export const daysAhead = (days: number): string => written(today() + days)

export const addDays = (date: string, days: number): string => written(Date.parse(date) / DAY + days)

/** The days on which the clocks of the European Union change in a year: the last Sundays of March and October. */
function changesIn(year: number): { skips: string; repeats: string } {
  const lastSunday = (month: number) => {
    const last = Date.UTC(year, month + 1, 0) / DAY
    return written(last - ((last + 4) % 7))
  }
  return { skips: lastSunday(2), repeats: lastSunday(9) }
}

/** Next year's changes. In Tallinn 03:30 does not exist on the first day and comes twice on the second. */
export const nextYearsChanges = () => changesIn(new Date().getUTCFullYear() + 1)

/** The first change of the clocks at least so many days ahead. */
export function nextChange(days: number): { date: string; kind: 'skips' | 'repeats' } {
  const year = new Date().getUTCFullYear()
  const all = [year, year + 1, year + 2].flatMap(one => {
    const { skips, repeats } = changesIn(one)
    return [
      { date: skips, kind: 'skips' as const },
      { date: repeats, kind: 'repeats' as const },
    ]
  })
  const found = all.find(({ date }) => date >= daysAhead(days))
  if (!found) throw new Error('No change of the clocks in two years')
  return found
}
