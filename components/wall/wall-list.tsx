import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import type { TimelineItem } from '@/lib/timeline/columns/rules'
import styles from './wall.module.css'
import { WallItem, type WallLine } from './wall-item'

type Props = {
  title: string
  items: readonly TimelineItem[]
  running: boolean
  line: WallLine
  /** What there is beside those that have room; null for nothing. */
  rest: (shown: number) => ReactNode
  /** What stands for an empty list. */
  children?: ReactNode
}

/** What goes on, or what comes next: as many whole lines as the board leaves room for. */
export function WallList({ title, items, running, line, rest, children }: Props) {
  const heading = useId()
  const list = useRef<HTMLUListElement>(null)
  const [room, setRoom] = useState(items.length)
  // Lines without room wrap into a column out of sight. Looked at with every second of the clock, and so after any change.
  useLayoutEffect(() => {
    const lines = [...(list.current?.children ?? [])].map(one => one.getBoundingClientRect().left)
    setRoom(lines.filter(left => left === lines[0]).length)
  })
  const more = rest(Math.min(room, items.length))
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
      <ul ref={list}>
        {items.map((item, at) => (
          <WallItem key={item.id} {...{ item, running, ...line }} hidden={at >= room} />
        ))}
      </ul>
      {more ? <p className={styles.more}>{more}</p> : null}
    </section>
  )
}
