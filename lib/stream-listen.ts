import { connectListener, sql } from './db'
import { describeError, log } from './log'

/** Between looks at whether the connection still hears. */
const lookMs = 10_000
const ping = 'stream_ping'

export type Listening = { end: () => Promise<void> }

/**
 * Hears notifications on one connection of its own until it is ended. `onReady` comes whenever the connection hears
 * again: what was told meanwhile is lost, so whoever listens reads what it missed.
 *
 * The client re-listens by itself after a loss, once: where the database takes longer to come back it falls silent for
 * good. So we call ourselves every few seconds, and begin anew where no answer comes.
 */
export function listenTo(
  channels: Record<string, (payload: string) => void>,
  onReady: () => void,
): Listening {
  let client: ReturnType<typeof connectListener> | null = null
  let answered = true
  let ended = false

  const begin = async () => {
    const mine = connectListener()
    client = mine
    answered = true
    try {
      await mine.listen(ping, () => {
        answered = true
      })
      for (const [channel, hear] of Object.entries(channels)) await mine.listen(channel, hear)
      // Told at the first listening and at each that follows a loss, when every channel is heard again.
      await mine.listen(`${ping}_last`, () => {}, onReady)
    } catch (error) {
      answered = false
      log.warn(describeError(error), 'stream cannot listen')
    }
  }
  const look = async () => {
    if (ended) return
    if (!answered) {
      client?.end({ timeout: 0 }).catch(() => {})
      await begin()
      return
    }
    answered = false
    await sql`SELECT pg_notify(${ping}, '')`.catch(() => {})
  }
  const timer = setInterval(look, lookMs)
  timer.unref()
  begin()
  return {
    async end() {
      ended = true
      clearInterval(timer)
      await client?.end({ timeout: 0 }).catch(() => {})
    },
  }
}
