import { rmSync } from 'node:fs'
import path from 'node:path'
import { readRunning } from './cluster-files'
import { claimFolder, environment } from './database'
import { end, endOnSignals, endWith } from './ending'
import { endOrphan } from './postgres-orphan'
import { Complaint, progress } from './progress'

/** Throws the embedded database of this port away. The next start makes and fills a new one. */
async function main(): Promise<void> {
  endOnSignals()
  const env = environment()
  if (env.operatorDatabase)
    throw new Complaint('DATABASE_URL is set: Startex never empties a database of an operator.')
  const folder = await claimFolder(env)
  await endOrphan(path.join(folder, 'pgdata'), readRunning(folder).postgres)
  for (const name of ['pgdata', 'pgdata.new', 'running.json', 'secrets.json', 'postgres.log']) {
    rmSync(path.join(folder, name), { recursive: true, force: true })
  }
  progress(`The database in ${folder} is gone. The next npm start makes a new one.`)
  await end(0)
}

main().catch(endWith)
