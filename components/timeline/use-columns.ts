import { useCallback, useEffect, useRef, useState } from 'react'
import { unpack } from '@/components/packed'
import { type Shapes, tableOf, type Words } from '@/lib/timeline/columns/rules'
import type { BoardProps, Columns } from './board-data'

type State = { columns: Columns | null; failed: boolean }

/** The same object where nothing is new, so that nothing is drawn for it. */
const answered = (yes: boolean) => (state: State) =>
  state.failed === !yes ? state : { ...state, failed: !yes }

type Given = Pick<BoardProps, 'address' | 'given' | 'stream'> & {
  /** Ask for changes, and again after a failure, every so many ms; else when something is told or the tab is seen. */
  every?: number
}

/**
 * The columns: those that came with the page, or fetched, the shapes drawn before the words are there. `failed` where the
 * last question had no answer.
 */
export function useColumns({ address, given, stream, every }: Given) {
  const [state, setState] = useState((): State => {
    if (!given) return { columns: null, failed: false }
    const { shapes, words } = unpack(given)
    return { columns: { shapes, table: tableOf(shapes), said: words }, failed: false }
  })
  const [asked, setAsked] = useState(given ? 0 : 1)
  useEffect(() => {
    if (asked === 0 || address === null) return
    const stop = new AbortController()
    // What is there is not taken away for shapes that say nothing yet.
    const take = (columns: Columns) =>
      setState(was => (was.columns && !columns.said ? was : { columns, failed: false }))
    fetchColumns(address, stop.signal, take).catch(() => {
      if (!stop.signal.aborted) setState(answered(false))
    })
    return () => stop.abort()
  }, [address, asked])
  const latest = useRef(state.columns)
  useEffect(() => {
    latest.current = state.columns
  })
  const ready = state.columns?.said != null
  const [exerciseId, accountId] = [stream?.exerciseId, stream?.accountId]
  useEffect(() => {
    if (!ready || address === null) return
    const stop = new AbortController()
    const stream = exerciseId === undefined || accountId === undefined ? null : { exerciseId, accountId }
    import('./live').then(({ askAt, follow, listenTo }) => {
      if (stop.signal.aborted) return
      const columns = () => latest.current
      const cursor = () => columns()?.shapes.cursor ?? ''
      follow(
        {
          ...{ columns, ask: askAt(address), listen: listenTo({ stream, cursor, every: every ?? null }) },
          take: next => setState({ columns: next, failed: false }),
          heard: yes => setState(answered(yes)),
          again: () => setAsked(now => now + 1),
        },
        stop.signal,
      )
    })
    return () => stop.abort()
  }, [ready, address, exerciseId, accountId, every])
  useEffect(() => {
    if (every === undefined || !state.failed) return
    const timer = setInterval(() => setAsked(now => now + 1), every)
    return () => clearInterval(timer)
  }, [every, state.failed])
  const again = useCallback(() => setAsked(now => now + 1), [])
  return { ...state, again }
}

/** Two lines: shapes, words. Throws where the answer is not that. */
async function fetchColumns(
  address: string,
  signal: AbortSignal,
  take: (columns: Columns) => void,
): Promise<void> {
  const answer = await fetch(address, { signal })
  if (!answer.ok || !answer.body) throw new Error(`columns: ${answer.status}`)
  let text = ''
  let columns: Columns | null = null
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += part.value
    const end = columns ? -1 : text.indexOf('\n')
    if (end < 0) continue
    const shapes: Shapes = JSON.parse(text.slice(0, end))
    columns = { shapes, table: tableOf(shapes), said: null }
    text = text.slice(end + 1)
    take(columns)
  }
  if (!columns) throw new Error('columns: cut short')
  const said: Words = JSON.parse(text)
  take({ ...columns, said })
}
