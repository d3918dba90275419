import { readFileSync } from 'node:fs'
import { explain, progress } from './progress'

type Step = (code: number) => Promise<void> | void

const steps: Step[] = []
let begun: Promise<never> | undefined

/** Whether the command is on its way out, so that what ends now was meant to. */
export const isEnding = () => begun !== undefined

/** Something to undo when the command ends, whichever way; the last one registered is undone first. */
export function atEnd(step: Step): void {
  steps.push(step)
}

/** Undoes everything in order, then leaves the process. Later calls wait for the first. */
export function end(code: number): Promise<never> {
  begun ??= undoAll(code)
  return begun
}

/** Ends with the error: a complaint reads as it is, anything else is our own fault and keeps its stack. */
export function endWith(error: unknown): Promise<never> {
  if (begun) return begun // what fails now fails because we end it
  console.error(explain(error))
  return end(1)
}

/**
 * Ends on Ctrl-C, on being asked to, and when the npm that started us is killed: nobody could stop us any more.
 * @param code what the process then ends with
 */
export function endOnSignals(code = 0): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!begun) progress('Stopping')
      end(code)
    })
  }
  process.on('uncaughtException', endWith)
  // A terminal that has closed must not keep us from ending what we started.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  if (process.env.npm_lifecycle_event === undefined) return
  const family = ancestors()
  setInterval(() => {
    if (ancestors() !== family) end(1)
  }, 300).unref()
}

/** Parent and grandparent, since some shells stay between npm and us. */
function ancestors(): string {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`
  } catch {
    return String(process.ppid)
  }
}

async function undoAll(code: number): Promise<never> {
  for (const step of steps.reverse()) {
    try {
      await step(code)
    } catch (error) {
      console.error(explain(error))
    }
  }
  process.exit(code)
}
