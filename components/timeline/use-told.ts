import { useEffect, useMemo, useState } from 'react'
import type { TimeLocale } from '@/lib/time-names'
import type { WallZone } from '@/lib/timeline/wall/rules'
import type { Columns } from './board-data'
import type { ItemText } from './item-text'
import type { BoardWords } from './words'

type Teller = typeof import('./tell')['tell']

type Given = {
  columns: Columns | null
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
export function useTold({ columns, words, locale, home, viewer, base }: Given) {
  const [teller, setTeller] = useState<Teller | null>(null)
  const ready = columns?.said !== null && columns !== null
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
    const said = columns?.said
    if (!teller || !columns || !said) return null
    const context = { table: columns.table, said, words, locale, home, viewer: viewer.timeZone, base }
    return (item: number): ItemText => teller(item, context)
  }, [teller, columns, words, locale, home, viewer, base])
}
