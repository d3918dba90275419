import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { atEnd } from './ending'
import { checkout } from './folders'
import { progress, stillWorking } from './progress'

export type Outcome = { passed: number; failed: number }

type Step = { name: string; program: string; args: string[] }

const program = (file: string) => path.join('node_modules', file)

/** What is checked without running Startex, all at once: none writes what another reads. */
export const staticSteps: Step[] = [
  {
    name: 'format and lint',
    program: program('@biomejs/biome/bin/biome'),
    args: ['check', '--error-on-warnings', '.'],
  },
  {
    name: 'import directions',
    program: program('dependency-cruiser/bin/dependency-cruise.mjs'),
    args: ['--config', '.dependency-cruiser.cjs', 'app', 'components', 'lib', 'proxy.ts'],
  },
  { name: 'nothing unused', program: program('knip/bin/knip.js'), args: ['--no-progress'] },
  { name: 'types', program: program('typescript/bin/tsc'), args: ['--noEmit', '-p', '.'] },
]

/** Next's own declarations, which the types of pages and images come from. */
export const routeTypes: Step = {
  name: 'route types',
  program: program('next/dist/bin/next'),
  args: ['typegen'],
}

/** Runs a step and shows what it said only when it fails. */
export async function runStep(step: Step): Promise<Outcome> {
  const { code, said } = await runNode(step.program, step.args, { output: 'captured' })
  progress(`${code === 0 ? '✓' : '✗'} ${step.name}`)
  if (code !== 0) console.error(said.trimEnd())
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** A tool that runs longer hangs, milliseconds: twice what the journeys take on two cores that do other work too. */
const longest = 35 * 60_000

type RunOptions = { output: 'captured' | 'shown'; variables?: Record<string, string> }

/** Runs one of the tools in node_modules to its end. */
export async function runNode(file: string, args: string[], { output, variables }: RunOptions) {
  const done = output === 'captured' ? stillWorking(path.basename(file)) : () => {}
  const child = spawn(process.execPath, [path.join(checkout, file), ...args], {
    cwd: checkout,
    detached: process.platform !== 'win32', // a group, so that its own children can be ended with it
    stdio: output === 'captured' ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...variables },
  })
  const kill = () => killGroup(child)
  atEnd(kill)
  const limit = setTimeout(() => {
    progress(`${path.basename(file)} does not end; stopping it`)
    kill()
  }, longest)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', chunk => {
      said += chunk
    })
  }
  const code = await new Promise<number | null>(resolve => child.once('close', resolve))
  done()
  clearTimeout(limit)
  return { code, said }
}

export const sum = (outcomes: Outcome[]): Outcome => ({
  passed: outcomes.reduce((total, one) => total + one.passed, 0),
  failed: outcomes.reduce((total, one) => total + one.failed, 0),
})

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  if (process.platform === 'win32') child.kill()
  else process.kill(-child.pid, 'SIGKILL')
}
