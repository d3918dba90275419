import { readFileSync, realpathSync, rmSync } from 'node:fs'
import path from 'node:path'
import { commandLine, lives, markOf, type ProcessMark, waitForEnd } from './processes'
import { Complaint, progress } from './progress'

/** What Postgres writes into postmaster.pid. `ready` once it takes connections. */
export type PostmasterFile = { pid: number; folder: string; port: number; ready: boolean }

/** Parses postmaster.pid; null when it is cut short, as after a crash in the middle of writing it. */
export function parsePostmasterFile(text: string): PostmasterFile | null {
  const lines = text.split('\n').map(line => line.trim())
  const [pid, folder, port] = [Number(lines[0]), lines[1] ?? '', Number(lines[3])]
  if (!Number.isInteger(pid) || pid <= 0 || folder === '') return null
  return { pid, folder, port: Number.isInteger(port) ? port : 0, ready: lines[7] === 'ready' }
}

export type Found = {
  /** postmaster.pid in our folder */
  file: PostmasterFile
  /** whether the folder it names is the folder it was found in */
  sameFolder: boolean
  /** what now runs under the file's pid, and how it was called */
  process: ProcessMark | null
  commandLine: string | null
  /** the Postgres our last start wrote down, null when it was killed before it could */
  recorded: ProcessMark | null
}

/**
 * Whether the process that postmaster.pid names is our own Postgres. `stale`: it is not, since nothing runs under that
 * pid or the pid has gone to another program, which must not be touched. A folder copied with its files names the
 * original's Postgres, which is another's too.
 */
export function judge(found: Found): 'ours' | 'stale' {
  const { file, process } = found
  if (!process || !found.sameFolder) return 'stale'
  if (found.recorded?.pid === file.pid)
    return found.recorded.startedAt === process.startedAt ? 'ours' : 'stale'
  return found.commandLine?.includes('postgres') && found.commandLine.includes(file.folder) ? 'ours' : 'stale'
}

export function readPostmasterFile(cluster: string): PostmasterFile | null {
  try {
    return parsePostmasterFile(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8'))
  } catch {
    return null
  }
}

/** The Postgres that runs on this data folder and is ours; null when there is none. */
export function ownPostgres(cluster: string, recorded: ProcessMark | null): ProcessMark | null {
  const file = readPostmasterFile(cluster)
  if (!file) return null
  const found: Found = {
    file,
    sameFolder: realPath(file.folder) === realPath(cluster),
    process: markOf(file.pid),
    commandLine: commandLine(file.pid),
    recorded,
  }
  return judge(found) === 'ours' ? found.process : null
}

/** Ends a Postgres that an earlier, killed start has left on this data folder: cleanly, so nothing has to be replayed. */
export async function endOrphan(cluster: string, recorded: ProcessMark | null): Promise<void> {
  const orphan = ownPostgres(cluster, recorded)
  if (orphan) {
    progress(`Stopping the Postgres that an earlier start left behind (pid ${orphan.pid})`)
    await endPostgres(orphan)
  }
  // Postgres takes any living process under the pid in this file for itself and would not start. It also guards the
  // folder with a shared memory segment, so removing the file cannot bring two servers onto one folder.
  rmSync(path.join(cluster, 'postmaster.pid'), { force: true })
}

/** Ends Postgres as gently as it lets us: first the fast shutdown, then the immediate one, which loses nothing either. */
export async function endPostgres(mark: ProcessMark): Promise<void> {
  for (const [signal, milliseconds] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    if (!lives(mark)) return
    process.kill(mark.pid, signal)
    if (await waitForEnd(mark, milliseconds)) return
  }
  throw new Complaint(`Postgres (pid ${mark.pid}) does not end. End it by hand, then start again.`)
}

function realPath(folder: string): string | null {
  try {
    return realpathSync(folder)
  } catch {
    return null
  }
}
