'use client'

import { useEffect, useRef } from 'react'
import type { Choice } from '@/lib/injects/cells/rules'
import { classes } from '../ui/control'

type Props = {
  id: string
  choices: readonly Choice[]
  /** the option that the arrows are on, else -1 */
  at: number
  onPick: (choice: Choice) => void
}

/** What goes with the letters typed so far. The focus stays in the field. */
export function ChoiceList({ id, choices, at, onPick }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const option = box.current?.children[at]
    if (option instanceof HTMLElement && box.current) {
      const { offsetTop, offsetHeight } = option
      const { scrollTop, clientHeight } = box.current
      if (offsetTop < scrollTop) box.current.scrollTop = offsetTop
      else if (offsetTop + offsetHeight > scrollTop + clientHeight)
        box.current.scrollTop = offsetTop + offsetHeight - clientHeight
    }
  }, [at])
  return (
    <div
      ref={box}
      id={id}
      role="listbox"
      tabIndex={-1}
      className="relative max-h-56 overflow-auto rounded-control border border-edge bg-sheet p-1 text-ink shadow-lift"
    >
      {choices.map((choice, place) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the option it is on
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
        <div
          key={choice.id}
          id={`${id}-${place}`}
          role="option"
          aria-selected={place === at}
          className={classes(
            'flex min-h-target cursor-pointer items-center gap-3 rounded-small px-2 hover:bg-sunk',
            place === at && 'bg-accent-soft',
          )}
          // The field must not lose the focus before the click is heard.
          onPointerDown={event => event.preventDefault()}
          onClick={() => onPick(choice)}
        >
          {choice.label}
        </div>
      ))}
    </div>
  )
}
