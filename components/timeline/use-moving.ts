import { useRef, useState } from 'react'
import { spanOf } from '@/lib/timeline/axis/rules'
import { markText } from '@/lib/timeline/names/rules'
import { stepOf } from '@/lib/timeline/snap/rules'
import type { Grab } from './gestures'
import type { Asked } from './mover'
import { type Grip, gripOf, type Held, isLong, operationOf, snapped, takenWith, whenDropped } from './moving'
import { carried } from './same-item'
import type { Stage } from './stage'
import { useEscape } from './use-escape'
import type { Active } from './use-focus'
import { fill } from './words'

/** Moving by hand and by keys: what is held, its ghost, and what a drop asks for. Nothing is written here. */
export function useMoving(stage: Stage, may: boolean, more: string) {
  const [held, setHeld] = useState<Held | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const current = useRef<Held | null>(null)
  const hold = (next: Held | null) => {
    current.current = next
    setHeld(next)
  }
  const leave = () => hold(null)
  const drop = () => {
    const operation = current.current && operationOf(current.current)
    if (operation) setAsked({ operation })
    leave()
  }
  useEscape(held !== null, leave)

  const take = (item: number, grip: Grip): Held | null => {
    const taken = may && stage.content?.said ? takenWith(stage, item) : null
    if (!taken || (grip !== 'whole' && !isLong(taken.of.table, item))) return null
    return { ...taken, items: grip === 'whole' ? taken.items : taken.items.slice(0, 1), grip, by: 0 }
  }
  const grab: Grab = ({ clientX, clientY }) => {
    const hit = stage.hitAt(clientX, clientY)
    const { content } = stage
    if (!hit || !content || hit.crowd > 0 || !content.selected.has(hit.item)) return null
    const begun = take(hit.item, gripOf(hit, clientX - stage.trackLeft, content.table))
    if (!begun) return null
    let moving = false
    return {
      move: event => {
        // Escape lets go while the pointer is still down.
        if (moving && !current.current) return
        moving = true
        const pulled = ((event.clientX - clientX) * spanOf(stage.window)) / stage.view.width
        // Instants are whole milliseconds, also where nothing draws what is held to itself.
        const by = Math.round(pulled)
        hold({ ...begun, by: snapped(stage, begun, by, event.altKey) })
      },
      drop,
      cancel: leave,
    }
  }
  /** Keys while something is held; true where the key was for that. */
  const key = (name: string): boolean => {
    const now = current.current
    if (!now) return false
    const step = stepOf(stage.view)
    if (name === 'Enter') drop()
    else if (name === 'ArrowRight') hold({ ...now, by: snapped(stage, now, now.by + step, true) })
    else if (name === 'ArrowLeft') hold({ ...now, by: snapped(stage, now, now.by - step, true) })
    else return false
    return true
  }
  const takeActive = (active: Active | null, grip: Grip): boolean => {
    const now = carried(active, stage.content)
    const begun = now && take(now.item, grip)
    if (begun) hold(begun)
    return begun !== null
  }
  const type = (item: number) => {
    const taken = may ? takenWith(stage, item) : null
    if (taken) setAsked({ taken })
  }
  const text = held ? textOf(stage, held, more) : ''
  return { held, asked, grab, key, take: takeActive, type, text, done: () => setAsked(null) }
}

/** When the first of what is held would be, and how many come along. */
function textOf({ content }: Stage, held: Held, more: string): string {
  if (!content) return ''
  const { from, to } = whenDropped(held, held.items[0] ?? 0, content.zones.home)
  const say = (at: number) => markText(content.words.names, content.zones.home, at)
  const when = to > from ? `${say(from)} – ${say(to)}` : say(from)
  const others = held.items.length - 1
  return others > 0 ? `${when} · ${fill(more, { count: others })}` : when
}
