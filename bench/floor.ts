import { spawn } from 'node:child_process'
import path from 'node:path'
import { buildEnvironment } from '@/scripts/build'
import { endChild } from '@/scripts/children'
import { atEnd } from '@/scripts/ending'
import { checkout } from '@/scripts/folders'
import { freePort } from '@/scripts/postgres'
import { progress } from '@/scripts/progress'

const next = path.join(checkout, 'node_modules/next/dist/bin/next')
const folder = path.join(checkout, 'bench/floor')

function run(args: string[], output: 'ignore' | 'inherit') {
  const env = { ...process.env, ...buildEnvironment, NEXT_TELEMETRY_DISABLED: '1' }
  return spawn(process.execPath, [next, ...args], { cwd: folder, stdio: ['ignore', output, 'inherit'], env })
}

/**
 * Builds and serves the empty page, and gives its address. It has no layout of ours, but passes through the same proxy
 * and gets the same headers: what Startex's own server takes for a page before there is anything on it.
 */
export async function startFloor(): Promise<string> {
  progress('Building the empty page')
  const code = await new Promise(resolve => run(['build', folder], 'ignore').once('close', resolve))
  if (code !== 0) throw new Error('The empty page does not build')
  const port = await freePort()
  const server = run(['start', folder, '-H', '127.0.0.1', '-p', String(port)], 'ignore')
  atEnd(() => endChild(server))
  const address = `http://127.0.0.1:${port}`
  for (let attempt = 0; attempt < 200; attempt++) {
    if ((await fetch(address).catch(() => null))?.ok) return address
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error('The empty page does not answer')
}
