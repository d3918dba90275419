import { zoneCity } from '@/lib/time-zones'
import { ROW_KINDS, type RowKind } from '@/lib/timeline/table/rules'
import type { TextContext } from './texts'

/** The words of the table, made once for all its readers. */
export type TableWords = {
  kinds: ReadonlyMap<RowKind, string>
  groups: ReadonlyMap<RowKind, string>
  heads: Record<'what' | 'kind' | 'start' | 'yours' | 'zulu' | 'length' | 'place' | 'for' | 'anchor', string>
  filter: Record<'kind' | 'everyKind' | 'find' | 'apply' | 'reset', string>
  caption: string
  asChart: string
}

function groupKey(kind: RowKind): string {
  if (kind === 'team') return 'kinds.teams'
  return kind === 'phase' ? 'kinds.phases' : `kinds.${kind}`
}

export function tableWords({ t, home, viewer }: TextContext): TableWords {
  return {
    kinds: new Map(ROW_KINDS.map(kind => [kind, t(`kind.${kind}`)])),
    groups: new Map(ROW_KINDS.map(kind => [kind, t(groupKey(kind))])),
    heads: {
      what: t('table.what'),
      kind: t('table.kind'),
      start: t('table.start', { city: zoneCity(home) }),
      yours: t('table.yours', { city: zoneCity(viewer) }),
      zulu: t('table.zulu'),
      length: t('table.length'),
      place: t('table.place'),
      for: t('table.for'),
      anchor: t('table.anchor'),
    },
    filter: {
      kind: t('table.filterKind'),
      everyKind: t('table.everyKind'),
      find: t('table.find'),
      apply: t('table.apply'),
      reset: t('table.reset'),
    },
    caption: t('table.caption'),
    asChart: t('asChart'),
  }
}
