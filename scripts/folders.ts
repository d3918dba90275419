import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { mayEnter, postgresUser } from './postgres-user'

export const checkout = path.resolve(import.meta.dirname, '..')

/** Where builds, locks and (by default) data live. */
export const stateFolder = path.join(checkout, '.startex')

/**
 * Where data may live, before the port is added. As root Postgres runs as another user, who must reach its data: out
 * of reach (a checkout in /root, say) they go to /var/lib/startex, in a folder that is this checkout's alone.
 */
export function dataRoot(chosen: string | undefined): string {
  if (chosen) return path.resolve(checkout, chosen)
  const user = postgresUser()
  if (!user || mayEnter(user, checkout)) return stateFolder
  const id = createHash('sha256').update(checkout).digest('hex').slice(0, 8)
  return path.join(systemFolder, `${path.basename(checkout)}-${id}`)
}

export const systemFolder = '/var/lib/startex'

/** Makes a folder that every user may pass through, whatever the umask. */
export function makePassable(folder: string): void {
  const first = mkdirSync(folder, { recursive: true })
  if (!first) return
  for (let made = folder; made.length >= first.length; made = path.dirname(made)) chmodSync(made, 0o755)
}
