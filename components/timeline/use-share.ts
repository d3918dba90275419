import { useEffect, useState } from 'react'
import { type Position, searchOf } from '@/lib/timeline/position/rules'
import type { BoardWords } from './words'

const SHOWN = 4000

/** Copies the address of what is in sight; `note` says for a while whether that worked. */
export function useShare(position: Position, words: BoardWords) {
  const [note, setNote] = useState('')
  useEffect(() => {
    if (note === '') return
    const timer = setTimeout(() => setNote(''), SHOWN)
    return () => clearTimeout(timer)
  }, [note])
  const share = async () => {
    const { origin, pathname, search } = window.location
    try {
      await navigator.clipboard.writeText(origin + pathname + searchOf(position, search))
      setNote(words.shared)
    } catch {
      // Without https, or where the browser asks and the person says no.
      setNote(words.shareFailed)
    }
  }
  return { note, share }
}
