import { getTranslations } from 'next-intl/server'
import { pack } from '@/components/packed'
import type { Instant } from '@/lib/time'
import type { TimeLocale } from '@/lib/time-names'
import { columnsOf, type Frame, type Link, type TimelineItem } from '@/lib/timeline/columns/rules'
import { type Parameters, positionFrom } from '@/lib/timeline/position/rules'
import { tableChoiceFrom } from '@/lib/timeline/table/rules'
import type { BoardProps } from './board-data'
import { boardWords } from './board-words'
import { boardZones } from './board-zones'
import { TimelineBoard } from './timeline-board'
import { TimelineTable } from './timeline-table'

/** Everything with a time, cut to what the viewer may see. */
type Plan = { frame: Omit<Frame, 'cursor'>; items: readonly TimelineItem[]; links: readonly Link[] }

export type TimelineProps = {
  /** Where the columns of the drawing are fetched from; null where the plan comes with the page. */
  address: string | null
  /** Read for the table, and for a drawing that has no address. */
  read: () => Promise<Plan>
  /** The exercise's pages (`/exercises/BL27`); null for a viewer who may open none. */
  base: string | null
  /** As on the board. */
  stream?: BoardProps['stream']
  moves?: BoardProps['moves']
  slices?: BoardProps['slices']
  slice?: BoardProps['slice']
  home: string
  play: { startexAt: Instant; endexAt: Instant }
  locale: TimeLocale
  now: Instant
  /** IANA; null where nobody has said: then the browser says, and the table goes without. */
  viewerTimeZone: string | null
  /** The page's search parameters: they hold the position, the view, and the table's order and filter. */
  parameters: Parameters
}

/** A timeline, or with `?view=table` the same as a table. */
export async function Timeline(props: TimelineProps) {
  const {
    address,
    read,
    base,
    stream = null,
    moves = null,
    slices = [],
    slice = null,
    home,
    play,
    locale,
    now,
    viewerTimeZone,
    parameters,
  } = props
  const position = positionFrom(parameters)
  const viewer = viewerTimeZone ?? home
  const viewerKnown = viewerTimeZone !== null
  if (position.view === 'table') {
    const { items, frame } = await read()
    const choice = tableChoiceFrom(parameters)
    return (
      <TimelineTable
        {...{ items, lists: frame.lists, home, base, locale, viewer, position, choice, slices }}
        away={viewerKnown && viewer !== home}
      />
    )
  }
  const [t, given] = await Promise.all([
    getTranslations({ locale, namespace: 'timeline' }),
    address === null ? read().then(packedPlan) : null,
  ])
  return (
    <>
      {/* The browser asks for the columns while the script is still on its way. An element and not react-dom's `preload`,
          which Next leaves out of the page: the script itself would ask, a quarter of a second later. */}
      {address === null ? null : <link rel="preload" as="fetch" href={address} crossOrigin="anonymous" />}
      <TimelineBoard
        {...{
          address,
          given,
          base,
          stream,
          moves,
          slices,
          slice,
          play,
          now,
          locale,
          viewerKnown,
          initial: position,
        }}
        words={pack(boardWords(t, locale))}
        zones={pack(boardZones(t, { home, viewer, play }))}
      />
    </>
  )
}

/** A plan as columns that nothing changes. */
function packedPlan({ frame, items, links }: Plan) {
  return pack(columnsOf({ ...frame, cursor: '' }, items, links))
}
