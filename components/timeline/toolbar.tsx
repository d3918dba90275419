import type { MouseEvent, ReactNode, RefObject } from 'react'
import { controlLook } from '@/components/ui/control'
import { type ItemKind, itemKinds } from '@/lib/timeline/columns/rules'
import { type Grouping, groupings } from '@/lib/timeline/lanes/rules'
import { type Position, searchOf, type ZoneChoice } from '@/lib/timeline/position/rules'
import type { SliceLink } from './board-data'
import type { SavedAs } from './save'
import { Slices } from './slices'
import { CHOSEN } from './table-data'
import styles from './toolbar.module.css'
import { type BoardWords, fill } from './words'

export type ToolbarProps = {
  position: Position
  words: BoardWords
  /** The exercise's pages; null for a viewer who may open none. */
  base: string | null
  slices: readonly SliceLink[]
  slice: string | null
  homeCity: string
  viewerCity: string
  /** What there is anything of. */
  offered: { groupings: readonly Grouping[]; kinds: readonly ItemKind[]; links: boolean }
  range: RefObject<HTMLSpanElement | null>
  /** Shown in place of the range for a while. */
  note: string
  links: boolean
  onSet: (part: Partial<Position>) => void
  onZoom: (factor: number) => void
  onFit: () => void
  onNow: () => void
  onShare: () => void
  onLinks: () => void
  onSave: (as: SavedAs) => void
  /** The search. */
  children: ReactNode
}

/** Lanes, zone, what is shown, zoom. The zones are links, so that they work before any script has come. */
export function Toolbar(props: ToolbarProps) {
  const { position, words, homeCity, viewerCity, offered, range, note, onSet, onZoom } = props
  const zones: { zone: ZoneChoice; label: string; title?: string }[] = [
    { zone: 'zulu', label: words.zulu },
    { zone: 'home', label: homeCity },
  ]
  if (viewerCity !== homeCity || position.zone === 'viewer')
    zones.push({ zone: 'viewer', label: words.mine, title: fill(words.mineLong, { city: viewerCity }) })
  const chooseLanes = (value: string) => {
    const lanes = groupings.find(by => by === value)
    if (lanes) onSet({ lanes, turned: [] })
  }
  const andShut = (act: () => void) => (event: MouseEvent) => {
    event.currentTarget.closest('details')?.removeAttribute('open')
    act()
  }
  return (
    <div className={styles.toolbar}>
      <Slices name={words.slices} slices={props.slices} search={searchOf({ ...position, item: null }, '')} />
      <label className={styles.choice}>
        {words.lanesBy}
        <select
          className={controlLook}
          title={words.lanesBy}
          value={position.lanes}
          onChange={event => chooseLanes(event.target.value)}
        >
          {(offered.groupings.length > 0 ? offered.groupings : [position.lanes]).map(by => (
            <option key={by} value={by}>
              {words.groupings[by]}
            </option>
          ))}
        </select>
      </label>
      <nav className={styles.segments} aria-label={words.zone}>
        {zones.map(({ zone, label, title }) => (
          <Zone key={zone} {...{ position, zone, label, title, onSet }} />
        ))}
      </nav>
      <Kinds {...{ position, words, onSet }} kinds={offered.kinds} />
      {props.children}
      <span ref={range} className={styles.range} hidden={note !== ''} />
      {note === '' ? null : <span className={styles.noted}>{note}</span>}
      {offered.links ? (
        <button
          type="button"
          className={styles.tool}
          title={words.linksLong}
          aria-pressed={props.links}
          onClick={props.onLinks}
        >
          {words.links}
        </button>
      ) : null}
      <fieldset className={styles.segments} aria-label={words.zoom}>
        <Tool label="−" name={words.zoomOut} onPress={() => onZoom(2)} />
        <Tool label={words.fit} name={words.fitLong} onPress={props.onFit} />
        <Tool label="+" name={words.zoomIn} onPress={() => onZoom(0.5)} />
        <Tool label={words.goNow} name={words.goNowLong} onPress={props.onNow} />
      </fieldset>
      <a className={styles.tool} href={tableOf(position)}>
        {words.asTable}
      </a>
      <details className={styles.kinds} data-end="">
        <summary className={styles.tool}>{words.share}</summary>
        <fieldset aria-label={words.share}>
          <button type="button" onClick={andShut(props.onShare)}>
            {words.copyLink}
          </button>
          <button type="button" onClick={andShut(() => props.onSave('png'))}>
            {words.asPng}
          </button>
          <button type="button" onClick={andShut(() => props.onSave('svg'))}>
            {words.asSvg}
          </button>
          {props.base === null ? null : (
            <>
              <a
                href={`${props.base}/timeline/poster${searchOf({ ...position, item: null }, props.slice === null ? '' : `of=${props.slice}`)}`}
              >
                {words.asPoster}
              </a>
              <a
                href={`${props.base.replace('/exercises/', '/wall/')}${searchOf({ ...position, item: null, window: null }, '')}`}
              >
                {words.onWall}
              </a>
            </>
          )}
        </fieldset>
      </details>
    </div>
  )
}

/** The table, at the row of what is chosen. */
function tableOf(position: Position): string {
  return searchOf({ ...position, view: 'table' }, '') + (position.item === null ? '' : `#${CHOSEN}`)
}

type ZoneProps = Pick<ToolbarProps, 'position' | 'onSet'> & {
  zone: ZoneChoice
  label: string
  title: string | undefined
}

function Zone({ position, zone, label, title, onSet }: ZoneProps) {
  const choose = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onSet({ zone })
  }
  return (
    <a
      href={searchOf({ ...position, zone }, '') || '?'}
      title={title}
      aria-current={zone === position.zone ? 'true' : undefined}
      onClick={choose}
    >
      {label}
    </a>
  )
}

type KindsProps = Pick<ToolbarProps, 'position' | 'words' | 'onSet'> & { kinds: readonly ItemKind[] }

/** Which kinds of things are shown; none chosen is all. */
function Kinds({ position, words, kinds, onSet }: KindsProps) {
  const chosen = position.kinds ?? kinds
  const turn = (kind: ItemKind) => {
    const next = itemKinds.filter(one => (one === kind ? !chosen.includes(one) : chosen.includes(one)))
    onSet({ kinds: next.length === 0 || kinds.every(one => next.includes(one)) ? null : next })
  }
  if (kinds.length < 2) return null
  return (
    <details className={styles.kinds}>
      <summary className={styles.tool} data-on={position.kinds ? '' : undefined}>
        {words.show}
      </summary>
      <fieldset aria-label={words.show}>
        {kinds.map(kind => (
          <label key={kind}>
            <input type="checkbox" checked={chosen.includes(kind)} onChange={() => turn(kind)} />
            {words.kinds[kind]}
          </label>
        ))}
      </fieldset>
    </details>
  )
}

function Tool({ label, name, onPress }: { label: string; name: string; onPress: () => void }) {
  return (
    <button type="button" title={name} aria-label={label.length > 1 ? undefined : name} onClick={onPress}>
      {label}
    </button>
  )
}
