import { execFileSync, spawnSync } from 'node:child_process'
import { Complaint } from './progress'

export type PostgresUser = { uid: number; gid: number }

let known: PostgresUser | undefined

/** Whom Postgres runs as when we are root, since it refuses root itself; made when missing. Null for anyone else. */
export function postgresUser(): PostgresUser | null {
  if (process.getuid?.() !== 0) return null
  known ??= find() ?? make()
  return known
}

/** Whether the user may pass through every folder on the way and into this one. */
export function mayEnter(user: PostgresUser, folder: string): boolean {
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
  )
}

function find(): PostgresUser | null {
  const [uid, gid] = ['-u', '-g'].map(flag => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  if (uid?.status !== 0 || gid?.status !== 0) return null
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

function make(): PostgresUser {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--shell', '/usr/sbin/nologin', 'postgres'], {
      stdio: 'pipe',
    })
  } catch (cause) {
    const other = find() // another start on this machine may have made it a moment ago
    if (other) return other
    throw new Complaint(
      `Postgres does not run as root, and no user "postgres" could be made (${cause instanceof Error ? cause.message.trim() : cause}).\nMake that user, or start Startex as an ordinary user.`,
    )
  }
  const user = find()
  if (!user) throw new Complaint('The user "postgres" was made but cannot be found.')
  return user
}
