import type { Cursor } from '@/lib/stream-cursor'
import type { ChangesMessage, Present } from '@/lib/stream-messages'

export type LineStatus = 'live' | 'lost'

type Listener<Row> = {
  exerciseId: string
  /** whose line it is: another account in this browser has its own */
  accountId: string
  cursor: () => Cursor
  onChanges: (message: ChangesMessage<Row>) => void
  onPresence: (present: Present[]) => void
  onStatus: (status: LineStatus) => void
}

type Told<Row> =
  | { kind: 'changes'; message: ChangesMessage<Row> }
  | { kind: 'presence'; present: Present[] }
  | { kind: 'status'; status: LineStatus }
  | { kind: 'hello' }

/** The server beats every fifteen seconds. */
const silenceMs = 40_000
const lookMs = 5000
const againMs = 10_000

/**
 * One connection for all tabs of a browser: whoever holds the lock listens and tells the others. With the lock's holder
 * goes the connection, and the next tab begins where it is itself. Where a browser has no locks (a page without https),
 * each tab listens for itself. The function that comes back ends it.
 */
export function openLine<Row>(listener: Listener<Row>): () => void {
  const name = `startex-stream:${listener.exerciseId}:${listener.accountId}`
  const channel = new BroadcastChannel(name)
  const ending = new AbortController()
  let heardAt = performance.now()
  let leading: Leading<Row> | null = null
  const hear = (told: Told<Row>) => {
    heardAt = performance.now()
    if (told.kind === 'changes') listener.onChanges(told.message)
    if (told.kind === 'presence') listener.onPresence(told.present)
    if (told.kind === 'status') listener.onStatus(told.status)
  }
  const lead = async () => {
    if (ending.signal.aborted) return
    leading = startLeading(listener, told => {
      hear(told)
      channel.postMessage(told)
    })
    await leading.over
    leading = null
  }
  const stop = () => leading?.stop()
  const request = (how: LockOptions) =>
    navigator.locks.request(name, how, lead).catch(() => {
      // Given up with the page, or taken by a tab that heard nothing from this one.
      stop()
      if (!ending.signal.aborted) request({ signal: ending.signal })
    })
  channel.onmessage = ({ data }: MessageEvent<Told<Row>>) => {
    if (data.kind !== 'hello') hear(data)
    else for (const told of leading?.greeting() ?? []) channel.postMessage(told)
  }
  ending.signal.addEventListener('abort', stop)
  if (navigator.locks) request({ signal: ending.signal })
  else lead()
  channel.postMessage({ kind: 'hello' } satisfies Told<Row>)
  const look = setInterval(() => {
    // A tab in the background may be asleep with the lock in its hand.
    const asleep = leading === null && performance.now() - heardAt > silenceMs
    if (!asleep || document.visibilityState === 'hidden') return
    heardAt = performance.now()
    listener.onStatus('lost')
    if (navigator.locks) request({ steal: true })
  }, lookMs)
  return () => {
    clearInterval(look)
    ending.abort()
    channel.close()
  }
}

type Leading<Row> = { stop: () => void; over: Promise<void>; greeting: () => Told<Row>[] }

/** Holds the connection to the server, and opens it again whatever ends it. */
function startLeading<Row>(
  { exerciseId, cursor }: Listener<Row>,
  tell: (told: Told<Row>) => void,
): Leading<Row> {
  let source: EventSource | null = null
  let heardAt = performance.now()
  let status: LineStatus = 'lost'
  let present: Present[] = []
  let opensAt = 0
  const say = (now: LineStatus) => {
    if (now !== status) tell({ kind: 'status', status: now })
    status = now
  }
  const open = () => {
    heardAt = performance.now()
    source?.close()
    source = new EventSource(`/api/stream/${exerciseId}?since=${encodeURIComponent(cursor())}`)
    source.onopen = () => say('live')
    // The browser opens a line that broke by itself; one that the server refused, it does not.
    source.onerror = () => {
      say('lost')
      if (source?.readyState === EventSource.CLOSED) opensAt = performance.now() + againMs
    }
    source.addEventListener('changes', ({ data }) => {
      heardAt = performance.now()
      tell({ kind: 'changes', message: JSON.parse(data) })
    })
    source.addEventListener('presence', ({ data }) => {
      present = JSON.parse(data)
      tell({ kind: 'presence', present })
    })
  }
  open()
  const look = setInterval(() => {
    const now = performance.now()
    const refused = source?.readyState === EventSource.CLOSED && now >= opensAt
    if (refused || now - heardAt > silenceMs) open()
  }, lookMs)
  let stop = () => {}
  const over = new Promise<void>(resolve => {
    stop = () => {
      clearInterval(look)
      source?.close()
      resolve()
    }
  })
  const greeting = (): Told<Row>[] => [
    { kind: 'status', status },
    { kind: 'presence', present },
  ]
  return { stop, over, greeting }
}
