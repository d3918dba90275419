import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { lives, ownMark } from './processes'

let made = 0

/**
 * Takes a lock file and gives the function that releases it; null while a living process holds it. A lock whose holder
 * has died, or whose pid has gone to another process, is taken over.
 */
export async function tryLock(file: string): Promise<(() => void) | null> {
  const mine = JSON.stringify(ownMark())
  for (let attempt = 0; attempt < 10; attempt++) {
    if (create(file, mine)) return () => release(file, mine)
    const theirs = read(file)
    if (theirs !== null && isHeld(theirs)) return null
    if (theirs !== null) moveAway(file, theirs)
    await sleep(10 + Math.random() * 40)
  }
  return null
}

/** Waits for the lock, calling `waiting` once a second meanwhile. */
export async function lock(file: string, waiting: () => void): Promise<() => void> {
  for (;;) {
    const release = await tryLock(file)
    if (release) return release
    waiting()
    await sleep(1000)
  }
}

/** Whether a living process holds this lock file. */
export function isHeldFile(file: string): boolean {
  const content = read(file)
  return content !== null && isHeld(content)
}

/** Exported for its test: whether the process that wrote this lock still lives. Anything unreadable is nobody's. */
export function isHeld(content: string): boolean {
  try {
    const { pid, startedAt } = JSON.parse(content)
    return Number.isInteger(pid) && typeof startedAt === 'string' && lives({ pid, startedAt })
  } catch {
    return false
  }
}

/** Linking a whole file is the one step that both makes the lock and fills it. */
function create(file: string, content: string): boolean {
  const draft = `${file}.${process.pid}.${++made}`
  writeFileSync(draft, content)
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft)
  }
}

/** Two may find the same dead lock: the slower one could move away the quicker one's new lock, so it looks and returns it. */
function moveAway(file: string, dead: string): void {
  const aside = `${file}.${process.pid}.${++made}`
  try {
    renameSync(file, aside)
    if (readFileSync(aside, 'utf8') !== dead) linkSync(aside, file)
    rmSync(aside)
  } catch {
    // Another one moved it first.
  }
}

function release(file: string, mine: string): void {
  if (read(file) === mine) rmSync(file)
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
