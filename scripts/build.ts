import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { blank } from './blank'
import { endChild, startNode } from './children'
import { compressFiles } from './compress'
import { atEnd } from './ending'
import { buildFingerprint } from './fingerprint'
import { checkout, stateFolder } from './folders'
import { isHeld, lock } from './lock'
import { ownMark } from './processes'
import { Complaint, progress, stillWorking } from './progress'

const builds = path.join(checkout, '.next-builds')

/**
 * The folder (relative to the checkout) of a production build of exactly this source, made if there is none. Every
 * source has a folder of its own, so a server that runs keeps its files while another version is built.
 */
export async function ensureBuild(): Promise<string> {
  const folder = path.join(builds, buildFingerprint(checkout))
  if (!isComplete(folder)) await buildLocked(folder)
  const mark = path.join(folder, `in-use-${process.pid}`)
  writeFileSync(mark, JSON.stringify(ownMark()))
  atEnd(() => rmSync(mark, { force: true }))
  return path.relative(checkout, folder)
}

async function buildLocked(folder: string): Promise<void> {
  mkdirSync(stateFolder, { recursive: true })
  let waited = 0
  const release = await lock(path.join(stateFolder, 'build.lock'), () => {
    if (waited++ % 10 === 0) progress('Waiting for another start to finish the build')
  })
  try {
    if (isComplete(folder)) return
    progress('Building (half a minute to a few minutes, once per version)')
    rmSync(folder, { recursive: true, force: true })
    await build(path.relative(checkout, folder))
    // Edited while it was read: good enough to serve once, but nobody knows what is in it.
    if (path.basename(folder) === buildFingerprint(checkout)) writeFileSync(completeMark(folder), '')
    else progress('The source changed during the build; the next start builds again')
    removeOld(folder)
  } finally {
    release()
  }
}

async function build(folder: string): Promise<void> {
  const done = stillWorking('building')
  const child = startNode('node_modules/next/dist/bin/next', {
    args: ['build'],
    variables: { ...buildEnvironment, STARTEX_BUILD: folder },
    output: 'pipe',
  })
  atEnd(() => endChild(child))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', chunk => {
      said += chunk
    })
  }
  const code = await new Promise<number | null>(resolve => child.once('close', resolve))
  done()
  if (code !== 0 || !existsSync(path.join(checkout, folder, 'BUILD_ID')))
    throw new Complaint(`The build failed:\n${said}`)
  await compressFiles(path.join(checkout, folder, 'static'))
}

/** A build may import what reads the database's address, and must not reach any database. */
export const buildEnvironment = {
  ...blank,
  NODE_ENV: 'production',
  STARTEX_DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
  AUTH_SECRET: 'a build signs nothing, so this is no secret',
} as const

const completeMark = (folder: string) => path.join(folder, 'complete')
const isComplete = (folder: string) => existsSync(completeMark(folder))

/** Removes the builds of other versions, except those that a server still runs from. */
function removeOld(current: string): void {
  for (const name of readdirSync(builds)) {
    const folder = path.join(builds, name)
    const users = readdirSync(folder).filter(file => file.startsWith('in-use-'))
    const used = users.some(file => isHeld(readFileSync(path.join(folder, file), 'utf8')))
    if (folder !== current && !used) rmSync(folder, { recursive: true, force: true })
  }
}
