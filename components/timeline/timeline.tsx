import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import type { Instant } from '@/lib/time'
import type { TimeLocale } from '@/lib/time-names'
import { limitsOf } from '@/lib/timeline/axis/rules'
import { type Parameters, positionFrom } from '@/lib/timeline/position/rules'
import { extentOf, type TimelineSource } from '@/lib/timeline/rules'
import { tableChoiceFrom } from '@/lib/timeline/table/rules'
import { ZULU } from '@/lib/timeline/wall/rules'
import { wallZoneOf } from '@/lib/timeline/zones/rules'
import { boardWords } from './board-words'
import { itemTexts } from './texts'
import { TimelineBoard } from './timeline-board'
import { TimelineTable } from './timeline-table'

export type TimelineProps = {
  /** Cut to what the viewer may see. */
  source: TimelineSource
  locale: TimeLocale
  now: Instant
  /** IANA; null where nobody has said: then the browser says, and the table goes without. */
  viewerTimeZone: string | null
  /** The page's search parameters: they hold the position, the view, and the table's order and filter. */
  parameters: Parameters
}

/** Tracks of a phone and of a desk, in pixels: what the first picture is drawn for until the browser measures. */
const WIDTHS = { phone: 375, desk: 1043 }

/** A timeline, or with `?view=table` the same as a table. */
export async function Timeline({ source, locale, now, viewerTimeZone, parameters }: TimelineProps) {
  const [t, head] = await Promise.all([getTranslations({ locale, namespace: 'timeline' }), headers()])
  const position = positionFrom(parameters)
  const context = { t, locale, home: source.home, viewer: viewerTimeZone ?? source.home }
  if (position.view === 'table')
    return (
      <TimelineTable
        source={source}
        context={context}
        position={position}
        choice={tableChoiceFrom(parameters)}
        viewerKnown={viewerTimeZone !== null}
      />
    )

  const { from, to, most } = limitsOf(extentOf(source))
  const zone = (timeZone: string) => wallZoneOf(timeZone, from - most, to + most)
  const zones = { home: zone(source.home), viewer: zone(context.viewer), zulu: { ...ZULU, city: t('zulu') } }
  const phone = /Mobi/.test(head.get('user-agent') ?? '')
  return (
    <TimelineBoard
      source={source}
      texts={itemTexts(source, context)}
      words={boardWords(t, locale, source.teams.length)}
      zones={zones}
      now={now}
      locale={locale}
      viewerKnown={viewerTimeZone !== null}
      initial={position}
      width={phone ? WIDTHS.phone : WIDTHS.desk}
    />
  )
}
