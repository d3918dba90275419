/**
 * `npm run bench [name]`: each claim of speed beside its baseline, one JSON object a line on standard output. Progress
 * goes to standard error. What a line says is explained beside its measurement.
 */
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import connect from 'postgres'
import { ensureBuild } from '@/scripts/build'
import { demoDatabase, emptyDatabase } from '@/scripts/demo-database'
import { atEnd, end, endOnSignals, endWith } from '@/scripts/ending'
import { dataRoot } from '@/scripts/folders'
import { generate } from '@/scripts/generate'
import { type Cluster, freePort, startPostgres } from '@/scripts/postgres'
import { serve } from '@/scripts/serve'
import { untilAnswered } from '@/scripts/until-answered'
import type { Line } from './line'

const pages = [
  // The same content as a table is a view of its own, so a load asks for both.
  {
    bench: 'timeline-page',
    path: '/exercises/{code}/timeline',
    also: '/exercises/{code}/timeline?view=table',
  },
  { bench: 'delegations-page', path: '/exercises/{code}/registrations', also: null },
]

async function main(): Promise<void> {
  endOnSignals(130)
  const wanted = process.argv[2]
  const chosen = (name: string) => wanted === undefined || wanted === name
  await generate()
  const cluster = await benchCluster()
  if (chosen('registration-rush')) print(await rush(cluster))
  if (chosen('import-roster')) print(await roster(cluster))
  const chosenPages = pages.filter(page => chosen(page.bench))
  if (chosenPages.length > 0) for await (const line of pageLines(cluster, chosenPages)) print(line)
  await end(0)
}

function print(line: object): void {
  console.log(JSON.stringify(line))
}

/** A Postgres as `npm start` runs it, every commit on disk, in a folder that goes with the run. */
async function benchCluster(): Promise<Cluster> {
  const folder = path.join(dataRoot(process.env.STARTEX_DATA), 'bench', String(process.pid))
  mkdirSync(folder, { recursive: true })
  const cluster = await startPostgres(folder)
  atEnd(async () => {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  return cluster
}

/** The application's connections are made from the environment as it is first loaded: both benches share one database. */
let writing: Promise<string> | null = null

async function onEmptyDatabase(cluster: Cluster): Promise<void> {
  writing ??= emptyDatabase(cluster, 'writes')
  Object.assign(process.env, { STARTEX_DATABASE_URL: await writing, NODE_ENV: 'production' })
}

async function rush(cluster: Cluster): Promise<object> {
  await onEmptyDatabase(cluster)
  const { registrationRush } = await import('./registration-rush')
  return registrationRush()
}

async function roster(cluster: Cluster): Promise<object> {
  await onEmptyDatabase(cluster)
  const { importRoster } = await import('./import-roster')
  return importRoster()
}

async function* pageLines(cluster: Cluster, chosen: typeof pages): AsyncGenerator<Line> {
  const { startFloor } = await import('./floor')
  const { benchPage } = await import('./pages')
  const floor = await startFloor()
  const build = await ensureBuild()
  const today = new Date().toISOString().slice(0, 10)
  const database = await demoDatabase(cluster, 'pages', today)
  const [host, port] = ['127.0.0.1', await freePort()]
  serve('start', host, port, database, { STARTEX_BUILD: build, LOG_LEVEL: 'warn' })
  await untilAnswered(host, port)
  const code = await largestExercise(database.url)
  for (const page of chosen) {
    const own = {
      bench: page.bench,
      path: page.path.replace('{code}', code),
      also: page.also?.replace('{code}', code) ?? null,
    }
    yield await benchPage(own, `http://${host}:${port}`, floor)
  }
}

async function largestExercise(url: string): Promise<string> {
  const sql = connect(url, { max: 1 })
  const [found] = await sql<{ code: string }[]>`
    SELECT e."code"::text FROM "Exercise" e JOIN "Registration" r ON r."exerciseId" = e."id"
     GROUP BY e."id" ORDER BY count(*) DESC LIMIT 1`
  await sql.end()
  if (!found) throw new Error('The demo has no registrations')
  return found.code
}

main().catch(endWith)
