import { spawn } from 'node:child_process'
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { atEnd } from './ending'
import type { Binaries } from './postgres-binaries'
import type { PostgresUser } from './postgres-user'
import { Complaint } from './progress'

export const superuser = 'startex'

/** Makes a new cluster in `cluster`. It appears there only when complete, so a kill in between leaves nothing half. */
export async function initCluster(
  cluster: string,
  password: string,
  programs: Binaries,
  user: PostgresUser | null,
) {
  const unfinished = `${cluster}.new`
  const passwordFile = `${cluster}.password`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (user) for (const file of [unfinished, passwordFile]) chownSync(file, user.uid, user.gid)
  try {
    await run(programs.initdb, initdbArguments(unfinished, passwordFile), user)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(unfinished, cluster)
}

/** The locale is built into Postgres: the same on every machine, whatever locales that machine has. */
const initdbArguments = (folder: string, passwordFile: string) => [
  `--pgdata=${folder}`,
  `--username=${superuser}`,
  `--pwfile=${passwordFile}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
]

function run(program: string, args: string[], user: PostgresUser | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...user,
      cwd: path.parse(program).root,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    atEnd(() => void child.kill('SIGKILL'))
    let errors = ''
    child.stderr.on('data', chunk => {
      errors += chunk
    })
    child.on('error', error => reject(new Complaint(`Postgres cannot be run here: ${error.message}`)))
    child.on('close', code =>
      code === 0
        ? resolve()
        : reject(new Complaint(`The database could not be made in ${args[0]}:\n${errors.trim()}`)),
    )
  })
}
