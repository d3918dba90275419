import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import connect from 'postgres'
import type { TestProject } from 'vitest/node'
import { listMigrations } from '@/lib/migrations'
import { readRunning } from './cluster-files'
import { databaseOf } from './database-url'
import { dataRoot } from './folders'
import { generate } from './generate'
import { isHeldFile, tryLock } from './lock'
import { migrate } from './migrate'
import { type Cluster, startPostgres } from './postgres'
import { endOrphan } from './postgres-orphan'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection string of the test cluster's `postgres` database. */
    clusterUrl: string
    /** The migrated database that every test file gets a copy of. */
    template: string
  }
}

/** Vitest's global setup: one Postgres for the run, and a migrated database in it to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await generate()
  const cluster = await startTestCluster()
  const url = cluster.url('postgres')
  project.provide('clusterUrl', url)
  project.provide('template', await ensureTemplate(url))
  return cluster.stop
}

/** Speed instead of safety, since nothing in it is kept; and a zone that shows who forgot to say UTC. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  timezone: 'Asia/Kathmandu',
}

/** A Postgres in a folder of this process alone, removed when it is stopped. */
export async function startTestCluster(): Promise<Cluster> {
  const root = path.join(dataRoot(process.env.STARTEX_DATA), 'test')
  await sweep(root)
  const folder = path.join(root, String(process.pid))
  mkdirSync(folder, { recursive: true })
  await tryLock(path.join(folder, 'lock'))
  const cluster = await startPostgres(folder, { settings })
  const stop = async () => {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...cluster, stop }
}

/** Removes what killed test runs have left, their Postgres first. */
async function sweep(root: string): Promise<void> {
  mkdirSync(root, { recursive: true })
  for (const name of readdirSync(root)) {
    const folder = path.join(root, name)
    if (isHeldFile(path.join(folder, 'lock'))) continue
    await endOrphan(path.join(folder, 'pgdata'), readRunning(folder).postgres)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The name of a migrated database to copy, made when the migrations have changed since. */
async function ensureTemplate(clusterUrl: string): Promise<string> {
  const migrations = listMigrations().map(migration => migration.checksum)
  const name = `template_${createHash('sha256').update(migrations.join()).digest('hex').slice(0, 12)}`
  const sql = connect(clusterUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(1)`
    const found = await sql`select from pg_database where datname = ${name}`
    if (found.length > 0) return name
    await sql`drop database if exists ${sql(`${name}_new`)}`
    await sql`create database ${sql(`${name}_new`)}`
    await migrate(databaseOf(clusterUrl, `${name}_new`))
    await sql`alter database ${sql(`${name}_new`)} rename to ${sql(name)}`
    return name
  } finally {
    await sql.end()
  }
}
