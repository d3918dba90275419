import { isTimeZone } from '@/lib/time-zones'

/** What a person said of the times of a list that its cells leave open; null where they are to tell. */
export type ListTimes = { timeZone: string | null; launchOn: string | null; dayFirst: boolean | null }

/** By which it is remembered beside the headings: no heading folds to a word with a colon. */
const words = { timeZone: ':zone', launchOn: ':launch', dayFirst: ':order' } as const

const aDay = /^\d{4}-\d{2}-\d{2}$/

/** As it is remembered; empty for what is not said. */
export function rememberedTimes({ timeZone, launchOn, dayFirst }: ListTimes) {
  return [
    { word: words.timeZone, meaning: timeZone ?? '' },
    { word: words.launchOn, meaning: launchOn !== null && aDay.test(launchOn) ? launchOn : '' },
    { word: words.dayFirst, meaning: dayFirst === null ? '' : dayFirst ? 'day_first' : 'month_first' },
  ]
}

/** What was remembered, as far as it can still be meant. */
export function timesRemembered(known: ReadonlyMap<string, string>): ListTimes {
  const [zone, launch, order] = [words.timeZone, words.launchOn, words.dayFirst].map(
    word => known.get(word) ?? '',
  )
  return {
    timeZone: zone !== undefined && isTimeZone(zone) ? zone : null,
    launchOn: launch !== undefined && aDay.test(launch) ? launch : null,
    dayFirst: order === 'day_first' ? true : order === 'month_first' ? false : null,
  }
}
