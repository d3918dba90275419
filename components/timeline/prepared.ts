import { getTranslations } from 'next-intl/server'
import type { TimeLocale } from '@/lib/time-names'
import { limitsOf } from '@/lib/timeline/axis/rules'
import { drawnSource, extentOf, type TimelineSource } from '@/lib/timeline/rules'
import { tableRows } from '@/lib/timeline/table/rules'
import { ZULU } from '@/lib/timeline/wall/rules'
import { wallZoneOf } from '@/lib/timeline/zones/rules'
import type { BoardData } from './board-data'
import { boardWords } from './board-words'
import { rowTexts } from './table-texts'
import { tableWords } from './table-words'
import { itemTexts, type TextContext } from './texts'

const MOST = 100

type Ask = { source: TimelineSource; locale: TimeLocale; viewer: string }

/**
 * Keeps what is made of a timeline by the timeline's whole content: wording it takes three times as long as drawing
 * it. Whoever may see the same is served the same, and any change makes it anew.
 */
function keeping<T>(make: (ask: Ask, context: TextContext) => T): (ask: Ask) => Promise<T> {
  const kept = new Map<string, T>()
  return async ask => {
    const key = JSON.stringify(ask)
    const known = kept.get(key)
    if (known !== undefined) return known
    const t = await getTranslations({ locale: ask.locale, namespace: 'timeline' })
    const made = make(ask, { t, locale: ask.locale, home: ask.source.home, viewer: ask.viewer })
    if (kept.size >= MOST) kept.clear()
    // While developing, words change under it.
    if (process.env.NODE_ENV === 'production') kept.set(key, made)
    return made
  }
}

/** Everything that the board needs, as one text: React would walk thousands of values one by one, twice. */
export const preparedBoard = keeping(({ source, locale, viewer }, context): string => {
  const { from, to, most } = limitsOf(extentOf(source))
  const zone = (timeZone: string) => wallZoneOf(timeZone, from - most, to + most)
  const data: BoardData = {
    source: drawnSource(source),
    texts: itemTexts(source, context),
    words: boardWords(context.t, locale, source.teams.length),
    zones: { home: zone(source.home), viewer: zone(viewer), zulu: { ...ZULU, city: context.t('zulu') } },
  }
  return JSON.stringify(data)
})

/** The words of the table and of each of its rows, by id. */
export const preparedTable = keeping(({ source }, context) => {
  const words = tableWords(context)
  const rows = tableRows(source, { sort: 'kind', down: false, kind: null, text: '' })
  return { words, rows: rowTexts(source, rows, context, words.kinds) }
})
