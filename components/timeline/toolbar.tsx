import type { MouseEvent } from 'react'
import { type Position, searchOf, type ZoneChoice } from '@/lib/timeline/position/rules'
import styles from './timeline.module.css'
import { type BoardWords, fill } from './words'

export type ToolbarProps = {
  position: Position
  words: BoardWords
  homeCity: string
  viewerCity: string
  range: string
  /** Shown in its place for a while. */
  note: string
  onSet: (part: Partial<Position>) => void
  onZoom: (factor: number) => void
  onNow: () => void
  onShare: () => void
}

/** Lanes, zone, zoom. The choices are links, so that they work before any script has come. */
export function Toolbar({
  position,
  words,
  homeCity,
  viewerCity,
  range,
  note,
  onSet,
  onZoom,
  onNow,
  onShare,
}: ToolbarProps) {
  const zones: { zone: ZoneChoice; label: string; title?: string }[] = [
    { zone: 'zulu', label: words.zulu },
    { zone: 'home', label: homeCity },
  ]
  if (viewerCity !== homeCity || position.zone === 'viewer')
    zones.push({ zone: 'viewer', label: words.mine, title: fill(words.mineLong, { city: viewerCity }) })
  return (
    <div className={styles.toolbar}>
      <nav className={styles.segments} aria-label={words.lanesBy}>
        {(['phases', 'teams'] as const).map(lanes => (
          <Choice key={lanes} position={position} part={{ lanes }} onSet={onSet} label={words[lanes]} />
        ))}
      </nav>
      <nav className={styles.segments} aria-label={words.zone}>
        {zones.map(({ zone, label, title }) => (
          <Choice key={zone} position={position} part={{ zone }} onSet={onSet} label={label} title={title} />
        ))}
      </nav>
      <span className={note ? styles.noted : styles.range}>{note || range}</span>
      <fieldset className={styles.segments} aria-label={words.zoom}>
        <Tool label="−" name={words.zoomOut} onPress={() => onZoom(2)} />
        <Tool label={words.fit} name={words.fitLong} onPress={() => onSet({ window: null })} />
        <Tool label="+" name={words.zoomIn} onPress={() => onZoom(0.5)} />
        <Tool label={words.goNow} name={words.goNowLong} onPress={onNow} />
      </fieldset>
      <a className={styles.tool} href={searchOf({ ...position, view: 'table', item: null }, '') || '?'}>
        {words.asTable}
      </a>
      <button type="button" className={styles.tool} onClick={onShare}>
        {words.share}
      </button>
    </div>
  )
}

type ChoiceProps = {
  position: Position
  part: Partial<Position>
  onSet: (part: Partial<Position>) => void
  label: string
  title?: string | undefined
}

function Choice({ position, part, onSet, label, title }: ChoiceProps) {
  const next = { ...position, ...part }
  const current = next.lanes === position.lanes && next.zone === position.zone
  const choose = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onSet(part)
  }
  return (
    <a
      href={searchOf(next, '') || '?'}
      title={title}
      aria-current={current ? 'true' : undefined}
      onClick={choose}
    >
      {label}
    </a>
  )
}

function Tool({ label, name, onPress }: { label: string; name: string; onPress: () => void }) {
  return (
    <button type="button" title={name} aria-label={label.length > 1 ? undefined : name} onClick={onPress}>
      {label}
    </button>
  )
}
