import connect from 'postgres'
import { seed } from '@/prisma/seed'
import { blank } from './blank'
import { ensureBuild } from './build'
import type { Database } from './database'
import { databaseOf } from './database-url'
import { atEnd } from './ending'
import { migrate } from './migrate'
import { freePort } from './postgres'
import { progress } from './progress'
import { serve } from './serve'
import { type Outcome, runNode } from './steps'
import { startTestCluster } from './test-cluster'
import { forget, outcomeOf, playwrightOutcome } from './test-counts'

const report = 'test-results/journeys.json'

/** Runs the browser journeys against a production build on a database of their own, seeded with the demo. */
export async function runJourneys(args: string[]): Promise<Outcome> {
  const build = await ensureBuild()
  const database = await journeysDatabase()
  const [host, port] = ['127.0.0.1', await freePort()]
  progress('Starting the server under test')
  await serve('start', host, port, database, { STARTEX_BUILD: build, LOG_LEVEL: 'warn' })
  forget(report)
  const { code } = await runNode('node_modules/@playwright/test/cli.js', ['test', ...args], {
    output: 'shown',
    variables: { ...database.variables, BASE_URL: `http://${host}:${port}`, HOST: host, PORT: String(port) },
  })
  return outcomeOf(report, code, playwrightOutcome)
}

async function journeysDatabase(): Promise<Database> {
  const cluster = await startTestCluster()
  atEnd(cluster.stop)
  const sql = connect(cluster.url('postgres'), { max: 1 })
  await sql`create database journeys`
  await sql.end()
  const url = databaseOf(cluster.url('postgres'), 'journeys')
  await migrate(url)
  progress('Filling the database of the journeys with the demo')
  await seed(url, { today: new Date().toISOString().slice(0, 10) })
  const variables = {
    ...blank,
    STARTEX_DATABASE_URL: url,
    STARTEX_EMBEDDED: '1',
    AUTH_SECRET: 'the journeys sign nothing that anyone would forge',
  }
  return { url, variables, cluster, folder: null, restart: async () => {} }
}
