import { setTimeout as sleep } from 'node:timers/promises'
import { end, isEnding } from './ending'
import { Complaint } from './progress'

/** Waits until the web server answers that it is healthy. */
export async function untilAnswered(host: string, port: number, seconds = 120): Promise<void> {
  const reached = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host
  const address = `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}/api/health`
  const deadline = performance.now() + seconds * 1000
  while (performance.now() < deadline && !isEnding()) {
    const answer = await fetch(address).catch(() => null)
    if (answer?.ok) return
    await sleep(100)
  }
  if (isEnding()) return end(0)
  throw new Complaint(`The web server does not answer at ${address}. What it said stands above.`)
}
