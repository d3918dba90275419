'use client'

import { useCallback, useState } from 'react'

/** Which injects are chosen. Naming some that all are chosen lets go of them, else all of them are. */
export function useChosen() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose = useCallback(
    (ids: readonly string[]) =>
      setChosen(before => {
        const after = new Set(before)
        const all = ids.every(id => before.has(id))
        for (const id of ids) all ? after.delete(id) : after.add(id)
        return after
      }),
    [],
  )
  const chooseNone = useCallback(() => setChosen(new Set()), [])
  return { chosen, choose, chooseNone }
}
