import { useCallback, useEffect, useRef } from 'react'
import type { Answer, Answers, Kind, Questions } from './protocol'

/** How long a file may take, in milliseconds. Two thousand people take a fifth of a second. */
const patience = 30_000

class WorkerGone extends Error {}

export type Ask = <K extends Kind>(kind: K, asked: Questions[K]) => Promise<Answers[K]>

/** A worker of this page's own. A question that takes too long, and a page that is left, end it with all it holds. */
export function useWorker(): Ask {
  const worker = useRef<Worker | null>(null)
  const waiting = useRef(new Map<number, { done: (answer: never) => void; gone: () => void }>())
  const lastId = useRef(0)

  const end = useCallback(() => {
    worker.current?.terminate()
    worker.current = null
    for (const { gone } of waiting.current.values()) gone()
    waiting.current.clear()
  }, [])
  useEffect(() => end, [end])

  const started = useCallback(() => {
    if (worker.current) return worker.current
    const made = new Worker(new URL('./roster.worker.ts', import.meta.url), { type: 'module' })
    made.onmessage = (event: MessageEvent<Answer>) => {
      const asker = waiting.current.get(event.data.id)
      waiting.current.delete(event.data.id)
      if ('failed' in event.data) asker?.gone()
      else asker?.done(event.data.answer as never)
    }
    made.onerror = end
    worker.current = made
    return made
  }, [end])

  return useCallback(
    (kind, asked) =>
      new Promise((resolve, reject) => {
        lastId.current += 1
        const id = lastId.current
        const limit = setTimeout(end, patience)
        const settle =
          <Value>(then: (value: Value) => void) =>
          (value: Value) => {
            clearTimeout(limit)
            then(value)
          }
        waiting.current.set(id, {
          done: settle(resolve),
          gone: settle(() => reject(new WorkerGone())) as () => void,
        })
        started().postMessage({ id, kind, asked })
      }),
    [end, started],
  )
}
