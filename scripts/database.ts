import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Environment, readEnvironment } from '@/lib/env'
import type { Variables } from './children'
import { endLeftOver } from './children'
import { readRunning, secrets, writeRunning } from './cluster-files'
import { dataRoot } from './folders'
import { tryLock } from './lock'
import { migrate } from './migrate'
import { type Cluster, startexDatabase, startPostgres } from './postgres'
import { Complaint, progress } from './progress'

export type Database = {
  url: string
  /** What the web server and the worker have to know. */
  variables: Variables
  /** The Postgres of our own; null with an operator's server. */
  cluster: Cluster | null
  folder: string | null
  release: () => Promise<void>
}

/** Reads .env and the environment, and says in one list what is wrong with them. */
export function environment(): Environment {
  try {
    process.loadEnvFile('.env')
  } catch {
    // There need not be one.
  }
  return readEnvironment(process.env)
}

/** The database to work on: the operator's, or the embedded one of this port, started and migrated. */
export async function openDatabase(env: Environment): Promise<Database> {
  const opened = env.operatorDatabaseUrl
    ? operatorDatabase(env, env.operatorDatabaseUrl)
    : await embeddedDatabase(env)
  try {
    const applied = await migrate(opened.url)
    if (applied.length > 0) progress(`Applied ${applied.length} migration${applied.length > 1 ? 's' : ''}`)
    return opened
  } catch (error) {
    await opened.release()
    throw error
  }
}

function operatorDatabase(env: Environment, url: string): Database {
  if (!env.authSecretOrNull)
    throw new Complaint('With DATABASE_URL, AUTH_SECRET is needed too: openssl rand -hex 32')
  return {
    url,
    variables: { AUTH_SECRET: env.authSecretOrNull },
    cluster: null,
    folder: null,
    release: async () => {},
  }
}

async function embeddedDatabase(env: Environment): Promise<Database> {
  const folder = path.join(dataRoot(env.dataFolder), String(env.port))
  mkdirSync(folder, { recursive: true })
  const unlock = await tryLock(path.join(folder, 'lock'))
  if (!unlock)
    throw new Complaint(
      `Startex already runs on port ${env.port} (${env.baseUrl}). For a second one:  PORT=${env.port + 1} npm start`,
    )
  endLeftOver(readRunning(folder).children)
  writeRunning(folder, { children: [] })
  const cluster = await startPostgres(folder)
  const url = await startexDatabase(cluster)
  const authSecret = env.authSecretOrNull ?? secrets(folder).authSecret
  const release = async () => {
    await cluster.stop()
    unlock()
  }
  return {
    url,
    cluster,
    folder,
    release,
    variables: {
      DATABASE_URL: '',
      STARTEX_DATABASE_URL: url,
      STARTEX_EMBEDDED: '1',
      AUTH_SECRET: authSecret,
    },
  }
}
