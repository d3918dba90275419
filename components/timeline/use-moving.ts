import { useEffect, useRef, useState } from 'react'
import { spanOf } from '@/lib/timeline/axis/rules'
import { markText } from '@/lib/timeline/names/rules'
import { stepOf } from '@/lib/timeline/snap/rules'
import type { Columns } from './board-data'
import type { Grab } from './gestures'
import type { Asked } from './mover'
import { gripOf, type Held, heldItems, operationOf, snapped, whenHeld } from './moving'
import type { Stage } from './stage'
import type { Active } from './use-focus'

/** Moving by hand and by keys: what is held, its ghost, and what a drop asks for. Nothing is written here. */
export function useMoving(stage: Stage, columns: Columns | null, may: boolean) {
  const [held, setHeld] = useState<Held | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const current = useRef<Held | null>(null)
  const hold = (next: Held | null) => {
    current.current = next
    setHeld(next)
  }
  const leave = () => hold(null)
  const drop = () => {
    const operation =
      current.current && columns?.said && operationOf(columns.table, columns.said, current.current)
    if (operation) setAsked({ operation })
    leave()
  }
  useEffect(() => {
    if (!held) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      // What is let go of stays chosen: the same key would close its details.
      event.stopPropagation()
      hold(null)
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  })

  const grab: Grab = ({ clientX, clientY }) => {
    const hit = may && columns?.said ? stage.hitAt(clientX, clientY) : null
    if (!hit || !columns || hit.crowd > 0 || !stage.content?.selected.has(hit.item)) return null
    const items = heldItems(stage, hit.item)
    if (items.length === 0) return null
    const x = clientX - stage.trackLeft
    const grip = gripOf(hit, x, columns.table, hit.item)
    const begun: Held = { items: grip === 'whole' ? items : items.slice(0, 1), grip, by: 0 }
    return {
      move: event => {
        const by = ((event.clientX - clientX) * spanOf(stage.window)) / stage.view.width
        hold({ ...begun, by: snapped(stage, begun, by, event.altKey) })
      },
      // Escape lets go while the pointer is still down.
      drop: () => (current.current ? drop() : undefined),
      cancel: leave,
    }
  }
  /** Keys while something is held; true where the key was for that. */
  const key = (name: string): boolean => {
    const now = current.current
    if (!now) return false
    const step = stepOf(stage.view)
    if (name === 'Enter') drop()
    else if (name === 'Escape') leave()
    else if (name === 'ArrowRight') hold({ ...now, by: now.by + step })
    else if (name === 'ArrowLeft') hold({ ...now, by: now.by - step })
    else return false
    return true
  }
  const take = (active: Active | null): boolean => {
    const items = may && active ? heldItems(stage, active.item) : []
    if (items.length > 0) hold({ items, grip: 'whole', by: 0 })
    return items.length > 0
  }
  const type = (item: number) => {
    const items = may ? heldItems(stage, item) : []
    if (items.length > 0) setAsked({ items })
  }
  const table = columns?.table ?? null
  const text = held && table ? textOf(stage, whenHeld(table, held)) : ''
  return { held, asked, grab, key, take, type, text, done: () => setAsked(null) }
}

function textOf({ content }: Stage, { from, to }: { from: number; to: number }): string {
  if (!content) return ''
  const { names } = content.words
  const say = (at: number) => markText(names, content.zones.home, at)
  return to > from ? `${say(from)} – ${say(to)}` : say(from)
}
