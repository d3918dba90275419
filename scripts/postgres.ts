import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import connect from 'postgres'
import { readRunning, secrets, writeRunning } from './cluster-files'
import { makePassable } from './folders'
import { type Binaries, binaries } from './postgres-binaries'
import { initCluster, superuser } from './postgres-init'
import { endOrphan, endPostgres, readPostmasterFile } from './postgres-orphan'
import { mayEnter, postgresUser } from './postgres-user'
import { markOf } from './processes'
import { Complaint, progress } from './progress'

export type Cluster = {
  port: number
  /** The connection string of one database of this cluster. */
  url: (database: string) => string
  /** Ends Postgres cleanly. */
  stop: () => Promise<void>
  /** Settles when Postgres ends, whoever ended it. */
  ended: Promise<void>
}

export type ClusterOptions = { port?: number; settings?: Record<string, string> }

const database = 'startex'

/** Starts the Postgres of a data folder of our own, making it when it is new. The caller holds the folder's lock. */
export async function startPostgres(folder: string, options: ClusterOptions = {}): Promise<Cluster> {
  const user = postgresUser()
  makePassable(folder)
  if (user && !mayEnter(user, folder)) {
    throw new Complaint(
      `Postgres does not run as root, and the user "postgres" cannot reach ${folder}.\nChoose another folder: STARTEX_DATA=/var/lib/startex/data`,
    )
  }
  const cluster = path.join(folder, 'pgdata')
  const programs = binaries(user)
  const { password } = secrets(folder)
  if (existsSync(cluster)) await endOrphan(cluster, readRunning(folder).postgres)
  else {
    progress('Making a new database')
    await initCluster(cluster, password, programs, user)
  }
  const { mark, port, ended } = await launch(folder, programs, options)
  const url = (name: string) => `postgresql://${superuser}:${password}@127.0.0.1:${port}/${name}`
  return { port, url, ended, stop: async () => (mark ? endPostgres(mark) : undefined) }
}

/** Makes the one database of Startex in a new cluster, and gives its connection string. */
export async function startexDatabase(cluster: Cluster): Promise<string> {
  const sql = connect(cluster.url('postgres'), { max: 1, onnotice: () => {} })
  try {
    const found = await sql`select from pg_database where datname = ${database}`
    if (found.length === 0) await sql`create database ${sql(database)}`
  } finally {
    await sql.end()
  }
  return cluster.url(database)
}

/** A free port may be lost to another program before Postgres takes it, and the memory of a killed one lingers. */
async function launch(folder: string, programs: Binaries, options: ClusterOptions) {
  const log = path.join(folder, 'postgres.log')
  if (existsSync(log) && statSync(log).size > 5_000_000) truncateSync(log)
  for (let attempt = 1; ; attempt++) {
    const from = existsSync(log) ? statSync(log).size : 0
    const port = options.port ?? (await freePort())
    const child = spawnPostgres(folder, programs, port, log, options.settings)
    const mark = child.pid === undefined ? null : markOf(child.pid)
    writeRunning(folder, { postgres: mark })
    const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
    if (await ready(child, path.join(folder, 'pgdata'))) return { mark, port, ended }
    const said = readFileSync(log).subarray(from).toString()
    const passing = /could not bind|Address already in use|pre-existing shared memory|starting up/.test(said)
    if (attempt === 20 || !passing)
      throw new Complaint(`Postgres does not start. It says (${log}):\n${said.trim()}`)
    await sleep(500)
  }
}

function spawnPostgres(
  folder: string,
  programs: Binaries,
  port: number,
  log: string,
  settings = {},
): ChildProcess {
  const cluster = path.join(folder, 'pgdata')
  const flags = Object.entries({ ...standing, port: String(port), ...settings }).flatMap(([k, v]) => [
    '-c',
    `${k}=${v}`,
  ])
  const output = openSync(log, 'a')
  // A group of its own: Ctrl-C in a terminal reaches the whole group, and Postgres has to end last.
  const child = spawn(programs.postgres, ['-D', cluster, ...flags], {
    ...postgresUser(),
    cwd: cluster,
    detached: true,
    stdio: ['ignore', output, output],
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  })
  closeSync(output)
  return child
}

const standing = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

/** Waits until Postgres takes connections; false when it ends before. */
async function ready(child: ChildProcess, cluster: string): Promise<boolean> {
  let over = false
  child.once('exit', () => {
    over = true
  })
  child.once('error', () => {
    over = true
  })
  while (!over) {
    const file = readPostmasterFile(cluster)
    if (file?.ready && file.pid === child.pid) return true
    await sleep(20)
  }
  return false
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
