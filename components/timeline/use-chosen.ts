import { useMemo, useState } from 'react'
import type { SetPosition } from './use-position'

/** What is selected, by keys. The item whose details are open belongs to it as soon as another joins. */
export function useChosen(opened: string | null, set: SetPosition) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  return useMemo(() => {
    const all = opened === null || chosen.includes(opened) ? chosen : [...chosen, opened]
    return {
      chosen,
      has: (key: string | null) => key !== null && all.includes(key),
      add: (keys: readonly string[]) => setChosen([...new Set([...all, ...keys])]),
      toggle: (key: string) => {
        if (!all.includes(key)) return setChosen([...all, key])
        setChosen(all.filter(one => one !== key))
        if (key === opened) set({ item: null })
      },
      /** Selects the opened item, or no longer; it stays open. */
      turn: (key: string) =>
        setChosen(chosen.includes(key) ? chosen.filter(one => one !== key) : [...chosen, key]),
      clear: () => setChosen([]),
    }
  }, [chosen, opened, set])
}
