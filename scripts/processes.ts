import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** A process beyond doubt: pids are reused, a pid together with its start time is not. */
export type ProcessMark = { pid: number; startedAt: string }

/** When a process started, as an opaque text that changes with every reuse of the pid; null when none runs. */
export function startTime(pid: number): string | null {
  if (process.platform === 'linux') return linuxStartTime(pid)
  try {
    return process.platform === 'win32' ? windowsStartTime(pid) : posixStartTime(pid)
  } catch {
    return null
  }
}

export function markOf(pid: number): ProcessMark | null {
  const startedAt = startTime(pid)
  return startedAt === null ? null : { pid, startedAt }
}

export function lives(mark: ProcessMark): boolean {
  return startTime(mark.pid) === mark.startedAt
}

export function ownMark(): ProcessMark {
  const mark = markOf(process.pid)
  if (!mark) throw new Error('cannot read the start time of this process')
  return mark
}

/** Waits until the process has gone; false when it still lives after the given time. */
export async function waitForEnd(mark: ProcessMark, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += 50) {
    if (!lives(mark)) return true
    await sleep(50)
  }
  return !lives(mark)
}

/** The arguments a process was started with, joined by blanks; null when they cannot be read. */
export function commandLine(pid: number): string | null {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return process.platform === 'win32' ? null : output('ps', ['-ww', '-o', 'command=', '-p', String(pid)])
  } catch {
    return null
  }
}

/** Exported for its test: state and start tick of /proc/PID/stat, whose name field may itself hold ") ". */
export function parseStat(stat: string): { state: string; ticks: string } {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { state: fields[0] ?? '', ticks: fields[19] ?? '' }
}

function linuxStartTime(pid: number): string | null {
  try {
    const { state, ticks } = parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))
    // Ticks count from the boot, so the boot belongs to them. A zombie has ended; only its parent has not noticed.
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return state === 'Z' || state === 'X' ? null : `${boot}:${ticks}`
  } catch {
    return null
  }
}

const posixStartTime = (pid: number) => output('ps', ['-o', 'lstart=', '-p', String(pid)]) || null

const windowsStartTime = (pid: number) =>
  output('powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`]) || null

const output = (command: string, args: string[]) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
