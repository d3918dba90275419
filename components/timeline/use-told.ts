import { useEffect, useMemo, useState } from 'react'
import type { TimeLocale } from '@/lib/time-names'
import type { WallZone } from '@/lib/timeline/wall/rules'
import type { ItemText } from './item-text'
import type { Items } from './same-item'
import type { BoardWords } from './words'

type Teller = typeof import('./tell')['tell']

type Given = {
  items: Items | null
  words: BoardWords
  locale: TimeLocale
  home: string
  viewer: WallZone
  base: string | null
}

/**
 * Says what there is to say of items. What that takes (the whole of time zones and calendars) is fetched only once the
 * first picture is there.
 */
export function useTold({ items, words, locale, home, viewer, base }: Given) {
  const [teller, setTeller] = useState<Teller | null>(null)
  const ready = items !== null && items.said !== null
  useEffect(() => {
    if (!ready) return
    let current = true
    import('./tell').then(({ tell }) => {
      if (current) setTeller(() => tell)
    })
    return () => {
      current = false
    }
  }, [ready])
  return useMemo(() => {
    const said = items?.said
    if (!teller || !items || !said) return null
    const context = { table: items.table, said, words, locale, home, viewer: viewer.timeZone, base }
    return (item: number): ItemText => teller(item, context)
  }, [teller, items, words, locale, home, viewer, base])
}
