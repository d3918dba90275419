import { useEffect, useState } from 'react'
import { itemsOf, withChanges } from '@/lib/timeline/changes/rules'
import type { Lists, Shapes, TimelineChanges, TimelineItem, Words } from '@/lib/timeline/columns/rules'

export type Known = {
  cursor: string
  startexAt: number
  endexAt: number
  lists: Lists
  items: readonly TimelineItem[]
  links: readonly { id: string; after: string }[]
}

const EVERY = 10_000

async function load(address: string): Promise<Known | null> {
  const answer = await fetch(address)
  if (!answer.ok) return null
  const [shapesText = '', wordsText = ''] = (await answer.text()).split('\n')
  const shapes: Shapes = JSON.parse(shapesText)
  const words: Words = JSON.parse(wordsText)
  const { cursor, startexAt, endexAt, lists } = shapes
  return { cursor, startexAt, endexAt, lists, ...itemsOf(shapes, words) }
}

async function follow(address: string, known: Known): Promise<Known | null> {
  const answer = await fetch(`${address}?since=${encodeURIComponent(known.cursor)}`)
  if (!answer.ok) return null
  const changes: TimelineChanges = await answer.json()
  if (changes.all) return load(address)
  const { startexAt, endexAt } = changes.frame
  return { ...withChanges(known, changes), cursor: changes.cursor, startexAt, endexAt }
}

/**
 * Everything with a time, asked once and then every ten seconds for what changed: a screen on a wall is nobody's
 * session of work, and must find its way back after a night without a network. `stale` while it cannot.
 */
export function useItems(exerciseId: string): { known: Known | null; stale: boolean } {
  const [known, setKnown] = useState<Known | null>(null)
  const [stale, setStale] = useState(false)
  useEffect(() => {
    let over = false
    let timer: ReturnType<typeof setTimeout>
    let latest: Known | null = null
    const address = `/api/timeline/${exerciseId}`
    const ask = async () => {
      const found = await (latest ? follow(address, latest) : load(address)).catch(() => null)
      if (over) return
      setStale(found === null)
      if (found) {
        latest = found
        setKnown(found)
      }
      timer = setTimeout(ask, EVERY)
    }
    void ask()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [exerciseId])
  return { known, stale }
}
