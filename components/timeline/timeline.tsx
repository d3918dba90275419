import { headers } from 'next/headers'
import type { Instant } from '@/lib/time'
import type { TimeLocale } from '@/lib/time-names'
import { type Parameters, positionFrom } from '@/lib/timeline/position/rules'
import type { TimelineSource } from '@/lib/timeline/rules'
import { tableChoiceFrom } from '@/lib/timeline/table/rules'
import { preparedBoard } from './prepared'
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
  const position = positionFrom(parameters)
  const viewer = viewerTimeZone ?? source.home
  const viewerKnown = viewerTimeZone !== null
  if (position.view === 'table') {
    const choice = tableChoiceFrom(parameters)
    return (
      <TimelineTable
        {...{ source, locale, viewer, position, choice }}
        away={viewerKnown && viewer !== source.home}
      />
    )
  }
  const [data, head] = await Promise.all([preparedBoard({ source, locale, viewer }), headers()])
  const phone = /Mobi/.test(head.get('user-agent') ?? '')
  return (
    <TimelineBoard
      data={data}
      now={now}
      locale={locale}
      viewerKnown={viewerKnown}
      initial={position}
      width={phone ? WIDTHS.phone : WIDTHS.desk}
    />
  )
}
