import { useEffect } from 'react'

/** Lets go on Escape of what a hand or a key is holding. */
export function useEscape(holding: boolean, leave: () => void): void {
  useEffect(() => {
    if (!holding) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      // What is let go of stays chosen: the same key would close its details.
      event.stopPropagation()
      leave()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  })
}
