import { audiences } from '@/lib/schedule/kinds/rules'
import { zoneCity } from '@/lib/time-zones'
import { itemKinds } from '@/lib/timeline/columns/rules'
import type { Translate } from './board-words'

/** The words of the table. `t` speaks the namespace `timeline`. */
export function tableWords(t: Translate, home: string, viewer: string) {
  return {
    kinds: new Map(itemKinds.map(kind => [kind, t(`kind.${kind}`)])),
    groups: new Map(itemKinds.map(kind => [kind, t(`kinds.${kind}`)])),
    heads: {
      what: t('table.what'),
      kind: t('table.kind'),
      start: t('table.start', { city: zoneCity(home) }),
      yours: t('table.yours', { city: zoneCity(viewer) }),
      zulu: t('table.zulu'),
      moment: t('terms.moment'),
      length: t('table.length'),
      place: t('table.place'),
      audience: t('table.audience'),
      for: t('table.for'),
    },
    filter: {
      kind: t('table.filterKind'),
      everyKind: t('table.everyKind'),
      find: t('table.find'),
      apply: t('table.apply'),
      reset: t('table.reset'),
    },
    audiences: new Map(audiences.map(audience => [audience, t(`audience.${audience}`)])),
    caption: t('table.caption'),
    asChart: t('asChart'),
    drawn: t('table.drawn'),
    pages: t('table.pages'),
    untitled: t('untitled'),
  }
}

export type TableWords = ReturnType<typeof tableWords>
