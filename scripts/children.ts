import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkout } from './folders'
import { lives, markOf, type ProcessMark } from './processes'

export type Variables = Record<string, string>

const followParent = pathToFileURL(path.join(import.meta.dirname, 'follow-parent.mjs')).href

type NodeOptions = { args?: string[]; variables: Variables; flags?: string[]; output?: 'inherit' | 'pipe' }

/** Starts one of Startex's own Node processes. It ends when we do, however we end. */
export function startNode(
  script: string,
  { args = [], variables, flags = [], output = 'inherit' }: NodeOptions,
) {
  return spawn(process.execPath, ['--import', followParent, ...flags, path.join(checkout, script), ...args], {
    cwd: checkout,
    // A group of its own: Ctrl-C reaches the whole group of the terminal, and we end our processes in order.
    detached: process.platform !== 'win32',
    stdio: ['ignore', output, output, 'ipc'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', STARTEX_PARENT: String(process.pid), ...variables },
  })
}

export function startWeb(command: 'start' | 'dev', host: string, port: number, variables: Variables) {
  return command === 'dev'
    ? startNode('node_modules/next/dist/bin/next', {
        args: ['dev', '-H', host, '-p', String(port)],
        variables: { NODE_ENV: 'development', ...variables },
      })
    : startNode('scripts/web.mjs', {
        args: [host, String(port)],
        variables: { NODE_ENV: 'production', ...variables },
      })
}

export const startWorker = (variables: Variables) =>
  startNode('scripts/worker.ts', { variables, flags: ['--import', 'tsx'] })

export const marksOf = (children: ChildProcess[]): ProcessMark[] =>
  children.flatMap(child => (child.pid === undefined ? [] : (markOf(child.pid) ?? [])))

/** Asks a child to end, and insists after five seconds: a page that listens to a live stream would keep it. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const over = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGTERM')
  const insist = setTimeout(() => child.kill('SIGKILL'), 5000)
  await over
  clearTimeout(insist)
}

/** Ends what an earlier start of ours has left; a mark whose process has gone is ignored. */
export function endLeftOver(marks: ProcessMark[]): void {
  for (const mark of marks.filter(lives)) process.kill(mark.pid, 'SIGKILL')
}
