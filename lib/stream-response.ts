import { countStreams, type Subscriber, subscribe } from './stream'

/** Streams of one account: a few browsers and devices, each with one for all its tabs. */
const mostOfAccount = 12
const mostOfProcess = 5000
/** Bytes that wait for a slow reader before it is let go; it comes back and reads on from where it was. */
const mostWaiting = 2_000_000
const highWaterMark = 64_000

/** Milliseconds after which a browser opens a lost stream again. */
const retryMs = 2000

export const tooManyStreams = (accountId: string): boolean =>
  countStreams(accountId) >= mostOfAccount || countStreams() >= mostOfProcess

/** Not compressed and kept by nobody on the way: a proxy would gather what should arrive at once. */
const headers = {
  'Content-Type': 'text/event-stream;charset=utf-8',
  'Cache-Control': 'no-store, no-cache, no-transform',
  'X-Accel-Buffering': 'no',
}

type Given = Omit<Subscriber, 'send' | 'check' | 'told' | 'presenceTold'> & {
  /** whether the reader may still listen to the same */
  stillAllowed: () => Promise<boolean>
  /** the reader has gone */
  signal: AbortSignal
}

/** The stream as an answer. It ends with the reader, with the server and with the right to listen. */
export function streamResponse({ stillAllowed, signal, ...given }: Given): Response {
  let end = () => {}
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        end = begin(controller, given, stillAllowed)
        signal.addEventListener('abort', end, { once: true })
        if (signal.aborted) end()
      },
      cancel: () => end(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark }),
  )
  return new Response(body, { headers })
}

function begin(
  controller: ReadableStreamDefaultController<Uint8Array>,
  given: Omit<Given, 'signal' | 'stillAllowed'>,
  stillAllowed: () => Promise<boolean>,
): () => void {
  const encoder = new TextEncoder()
  let open = true
  let leave = () => {}
  const end = () => {
    if (!open) return
    open = false
    leave()
    try {
      controller.close()
    } catch {
      // The reader has closed it already.
    }
  }
  const write = (text: string) => {
    if (!open) return
    controller.enqueue(encoder.encode(text))
    if ((controller.desiredSize ?? 0) < -mostWaiting) end()
  }
  const subscriber: Subscriber = {
    ...given,
    told: given.cursor,
    send: (event, id, data) => write(`${id === null ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`),
    // Where the database does not answer, the next look decides.
    check: async () => void ((await stillAllowed().catch(() => true)) || end()),
  }
  write(`retry: ${retryMs}\n\n`)
  leave = subscribe(subscriber)
  return end
}
