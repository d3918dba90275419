'use client'

import { useEffect, useState } from 'react'
import type { Technique } from '@/lib/techniques/rules'

export type TechniqueList = ReadonlyMap<string, Technique>

/** One request a list and page: hundreds of techniques, which only come where somebody looks at one. */
const lists = new Map<string, Promise<TechniqueList | null>>()

/** `release`: by which the exercise goes; empty where by none, and then there is no list. */
export type TechniqueSource = { exerciseId: string; release: string }

function fetched({ exerciseId, release }: TechniqueSource): Promise<TechniqueList | null> {
  const key = `${exerciseId} ${release}`
  const known = lists.get(key)
  if (known) return known
  const asked = fetch(`/api/scenario/${exerciseId}/techniques`)
    .then(async (answer): Promise<TechniqueList | null> => {
      if (!answer.ok) return null
      const techniques: Technique[] = await answer.json()
      return new Map(techniques.map(technique => [technique.code, technique]))
    })
    .catch(() => null)
  lists.set(key, asked)
  // What did not come may come the next time.
  void asked.then(list => {
    if (list === null) lists.delete(key)
  })
  return asked
}

/** The techniques to choose from, or null while nobody wants them, until they have come, and where there are none. */
export function useTechniques(
  { exerciseId, release }: TechniqueSource,
  wanted: boolean,
): TechniqueList | null {
  const [list, setList] = useState<TechniqueList | null>(null)
  const asks = wanted && release !== ''
  useEffect(() => {
    setList(null)
    if (!asks) return
    let over = false
    void fetched({ exerciseId, release }).then(found => {
      if (!over && found && found.size > 0) setList(found)
    })
    return () => {
      over = true
    }
  }, [exerciseId, release, asks])
  return list
}
