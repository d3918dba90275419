const began = performance.now()

/** One line of progress with the seconds since the command began. */
export function progress(text: string): void {
  console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}`)
}

/** Says every few seconds that a long step is still at work; call the result when it is over. */
export function stillWorking(text: string): () => void {
  const timer = setInterval(() => progress(`… ${text}`), 10_000)
  timer.unref()
  return () => clearInterval(timer)
}

/** An error whose message is written for the person at the terminal: it is shown without a stack. */
export class Complaint extends Error {}
