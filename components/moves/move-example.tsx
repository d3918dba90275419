import { useLocale, useTranslations } from 'next-intl'
import type { WholeKind } from '@/lib/moves/schema'
import type { StartexFrame } from '@/lib/time'
import { addDays, calendarDateAt, epochDayAt, SECOND } from '@/lib/time-calendar'
import { formatDate, formatInstant } from '@/lib/time-format'
import { startOfDay } from '@/lib/time-wall'
import type { Instant } from '@/lib/time-zones'

type Props = { kind: WholeKind; frame: StartexFrame; endexAt: Instant }

const hour = 3600 * SECOND
/** By how much the day of the example is stretched, and at what time of day something begins there. */
const [longer, nine, ten] = [2 * hour, 9 * hour, 10 * hour]

/** What an operation would do, told of the exercise's own days. */
export function MoveExample({ kind, frame: { startexAt, timeZone }, endexAt }: Props) {
  const t = useTranslations('moves.example')
  const locale = useLocale()
  const say = (at: Instant) => formatInstant(at, { timeZone, locale, style: 'dateTime' })
  const on = calendarDateAt(startexAt, timeZone)
  if (kind === 'stretch_day') {
    const next = startOfDay(addDays(on, 1), timeZone) + nine
    const words = { on: formatDate(on, locale), startex: say(startexAt), endex: say(endexAt) }
    const then = { next: say(next), nextTo: say(next + longer), endexTo: say(endexAt + longer) }
    return <p className="mt-1 text-muted">{t('stretch_day', { ...words, ...then })}</p>
  }
  if (kind !== 'skip_weekend') return null
  // The first of January 1970 was a Thursday; STARTEX's own weekend cannot be skipped.
  const weekday = (((epochDayAt(startexAt, timeZone) + 3) % 7) + 7) % 7
  const saturday = addDays(on, weekday < 5 ? 5 - weekday : 12 - weekday)
  const at = (days: number) => startOfDay(addDays(saturday, days), timeZone) + ten
  const words = { saturday: formatDate(saturday, locale), begins: say(at(0)), beginsTo: say(at(2)) }
  return <p className="mt-1 text-muted">{t('skip_weekend', words)}</p>
}
