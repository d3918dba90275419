import { getTranslations } from 'next-intl/server'
import type { TimeLocale } from '@/lib/time-names'
import type { Instant } from '@/lib/time-zones'
import { limitsOf, windowOfAll } from '@/lib/timeline/axis/rules'
import { columnsOf, type Frame, itemKinds, type TimelineItem, tableOf } from '@/lib/timeline/columns/rules'
import { everything, lanesOf, openLanes } from '@/lib/timeline/lanes/rules'
import { paletteFrom } from '@/lib/timeline/picture/rules'
import type { Position } from '@/lib/timeline/position/rules'
import { posterOf } from '@/lib/timeline/poster/rules'
import { wallZoneOf } from '@/lib/timeline/zones/rules'
import { boardWords } from './board-words'
import { labelsOf, laneName } from './names'
import styles from './poster.module.css'

type Props = {
  frame: Omit<Frame, 'cursor'>
  items: readonly TimelineItem[]
  /** Which stretch, lanes and kinds: what its planner looked at when asking for paper. */
  position: Position
  locale: TimeLocale
  now: Instant
}

/** A3 across, less its margins and the line over it. */
const RATIO = 250 / 400

// Tokens by name: the sheet is light whatever the screen is, and the style sheet says so.
const palette = paletteFrom(ink => `var(--${ink})`)

/** The timeline on one sheet of A3, drawn by the server: it prints without a script. */
export async function TimelinePoster({ frame, items, position, locale, now }: Props) {
  const t = await getTranslations({ locale, namespace: 'timeline' })
  const { shapes, words: said } = columnsOf({ ...frame, cursor: '' }, items, [])
  const table = tableOf(shapes)
  const words = boardWords(t, locale)
  const { startexAt, endexAt, home: timeZone } = frame
  const last = table.endAt.reduce((a, b) => Math.max(a, b), endexAt)
  const window =
    position.window ?? windowOfAll({ from: Math.min(startexAt, table.startAt[0] ?? startexAt), to: last })
  const { from, to, most } = limitsOf(window)
  const home = wallZoneOf(timeZone, from - most, to + most)
  const { kinds } = position
  const shown = everything(table).filter(
    item => kinds === null || kinds.includes(itemKinds[table.kind[item] ?? 0] ?? 'phase'),
  )
  const { svg, cut } = posterOf(
    {
      ...{ table, window, words, palette },
      lanes: openLanes(lanesOf(table, position.lanes, shown), new Set(position.turned)),
      nameOf: lane => laneName(lane, table, words),
      labels: labelsOf(said),
      zones: { shown: home, home, other: null },
      moments: { now, startexAt, endexAt },
    },
    RATIO,
  )
  return (
    <figure className={styles.poster}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own pen escapes every text */}
      <div role="img" aria-label={t('poster.picture')} dangerouslySetInnerHTML={{ __html: svg }} />
      {cut > 0 ? <figcaption>{t('poster.cut', { count: cut })}</figcaption> : null}
    </figure>
  )
}
