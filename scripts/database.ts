import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import connect from 'postgres'
import { type Environment, EnvironmentError, readEnvironment } from '@/lib/env'
import { endLeftOver, type Variables } from './children'
import { readRunning, secrets, writeRunning } from './cluster-files'
import { atEnd } from './ending'
import { dataRoot, makePassable } from './folders'
import { tryLock } from './lock'
import { migrate } from './migrate'
import { type Cluster, startexDatabase, startPostgres } from './postgres'
import { endPostgres, ownPostgres } from './postgres-orphan'
import { Complaint, progress } from './progress'

export type Database = {
  url: string
  /** What the web server and the worker have to know. */
  variables: Variables
  /** The Postgres of our own and its data folder; null with an operator's server. */
  cluster: Cluster | null
  folder: string | null
  /** Starts the Postgres of our own again, on the same port. */
  restart: () => Promise<void>
}

/** Reads .env and the environment, and says in one list what is wrong with them. */
export function environment(): Environment {
  try {
    process.loadEnvFile('.env')
  } catch {
    // There need not be one.
  }
  try {
    return readEnvironment(process.env)
  } catch (error) {
    throw error instanceof EnvironmentError ? new Complaint(error.message) : error
  }
}

/** The database to work on, migrated: the operator's, or the embedded one of this port, which ends with the command. */
export async function openDatabase(env: Environment): Promise<Database> {
  const opened = env.operatorDatabaseUrl
    ? await operatorDatabase(env, env.operatorDatabaseUrl)
    : await embeddedDatabase(env)
  const applied = await migrate(opened.url)
  if (applied.length > 0) progress(`Applied ${applied.length} migration${applied.length > 1 ? 's' : ''}`)
  return opened
}

async function operatorDatabase(env: Environment, url: string): Promise<Database> {
  if (!env.authSecretOrNull)
    throw new Complaint('With DATABASE_URL, AUTH_SECRET is needed too: openssl rand -hex 32')
  await checkServer(url)
  const variables = { DATABASE_URL: url, AUTH_SECRET: env.authSecretOrNull }
  return { url, variables, cluster: null, folder: null, restart: async () => {} }
}

/** What DATABASE_URL names must answer, and be no older than what the migrations are written for. */
async function checkServer(url: string): Promise<void> {
  const sql = connect(url, { max: 1, connect_timeout: 10, onnotice: () => {} })
  try {
    const [server] = await sql<
      { version: number }[]
    >`select current_setting('server_version_num')::int as version`
    const major = Math.floor((server?.version ?? 0) / 10_000)
    if (major < 15)
      throw new Complaint(`The server of DATABASE_URL is PostgreSQL ${major}; Startex needs 15 or later.`)
  } catch (error) {
    if (error instanceof Complaint) throw error
    const said =
      error instanceof Error ? error.message || ('code' in error && String(error.code)) : String(error)
    throw new Complaint(`The server of DATABASE_URL (${new URL(url).host}) does not answer: ${said}`)
  } finally {
    await sql.end()
  }
}

async function embeddedDatabase(env: Environment): Promise<Database> {
  const folder = await claimFolder(env)
  const { authSecret } = secrets(folder)
  const database: Database = { url: '', variables: {}, cluster: null, folder, restart: async () => {} }
  atEnd(async () => {
    // What is written down, since Ctrl-C may come before the start of Postgres has answered.
    const postgres = ownPostgres(path.join(folder, 'pgdata'), readRunning(folder).postgres)
    if (postgres) await endPostgres(postgres)
  })
  const cluster = await startPostgres(folder)
  database.cluster = cluster
  database.restart = async () => {
    database.cluster = await startPostgres(folder, { port: cluster.port })
  }
  database.url = await startexDatabase(cluster)
  database.variables = {
    DATABASE_URL: '',
    STARTEX_DATABASE_URL: database.url,
    AUTH_SECRET: env.authSecretOrNull ?? authSecret,
  }
  return database
}

/** Takes the data folder of this port for this process, ending what a killed start has left there. */
export async function claimFolder(env: Environment): Promise<string> {
  const folder = path.join(dataRoot(env.dataFolder), String(env.port))
  makePassable(folder)
  let unlock = await tryLock(path.join(folder, 'lock'))
  for (let waited = 0; !unlock && waited < 20; waited++) {
    if (waited === 1) progress('Another Startex holds this data folder; waiting for it to end')
    await sleep(250)
    unlock = await tryLock(path.join(folder, 'lock'))
  }
  if (!unlock) {
    throw new Complaint(
      `Startex already runs on port ${env.port}: ${env.baseUrl}\nFor a second one beside it, with data of its own:  PORT=${env.port + 1} npm start`,
    )
  }
  atEnd(unlock)
  endLeftOver(readRunning(folder).children)
  writeRunning(folder, { children: [] })
  return folder
}

/** Refuses early, in words, when another program has the port. A server that has just been killed gets a moment. */
export async function checkPort(env: Environment): Promise<void> {
  for (let attempt = 0; attempt < 12; attempt++) {
    const problem = await listenOnce(env.host, env.port)
    if (problem === null) return
    if (problem !== 'EADDRINUSE')
      throw new Complaint(`Cannot serve on ${env.host} port ${env.port}: ${problem}`)
    await sleep(250)
  }
  throw new Complaint(
    `Port ${env.port} is taken by another program. Choose another:  PORT=${env.port + 1} npm start`,
  )
}

function listenOnce(host: string, port: number): Promise<string | null> {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', error => resolve('code' in error ? String(error.code) : error.message))
    probe.listen(port, host, () => probe.close(() => resolve(null)))
  })
}
