import connect from 'postgres'
import { seed } from '@/prisma/seed'
import { blank } from './blank'
import type { Database } from './database'
import { databaseOf } from './database-url'
import { migrate } from './migrate'
import type { Cluster } from './postgres'
import { progress } from './progress'

/** A database of that name in the cluster, migrated and filled with the demo as of that day (`YYYY-MM-DD`). */
export async function demoDatabase(cluster: Cluster, name: string, today: string): Promise<Database> {
  const url = await emptyDatabase(cluster, name)
  progress('Filling a database with the demo')
  await seed(url, { today })
  const variables = {
    ...blank,
    STARTEX_DATABASE_URL: url,
    AUTH_SECRET: 'this secret signs nothing that anyone would forge',
  }
  return { url, variables, cluster, folder: null, restart: async () => {} }
}

/** A migrated database with nothing in it. */
export async function emptyDatabase(cluster: Cluster, name: string): Promise<string> {
  const sql = connect(cluster.url('postgres'), { max: 1 })
  await sql`create database ${sql(name)}`
  await sql.end()
  const url = databaseOf(cluster.url('postgres'), name)
  await migrate(url)
  return url
}
