/**
 * `npm run bench [name]`: each claim of speed beside its baseline, one JSON object a line on standard output. Progress
 * goes to standard error. What a line says is explained beside its measurement.
 */
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import connect from 'postgres'
import { blank } from '@/scripts/blank'
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
  // The page links to its columns, which are part of its load so; the same as a table is a view of its own, asked for too.
  {
    bench: 'timeline-page',
    path: '/exercises/{code}/timeline',
    also: '/exercises/{code}/timeline?view=table',
  },
  { bench: 'delegations-page', path: '/exercises/{code}/registrations', also: null },
  // A nation's own list, whole: the page that five hundred people stand on.
  { bench: 'delegation-page', path: '/delegation/{delegation}', also: null },
  // The first screen of a MSEL of 10,000 injects; the rest of them is fetched when it stands.
  { bench: 'msel-page', path: '/exercises/{code}/scenario', also: null },
]

/** An expert's calendar, to a reader who knows nothing and to one who knows its text. */
const feeds = ['feed', 'feed-unchanged']

/** Pure work, which needs neither a database nor a server. */
const pure = [
  ...['checks', 'clashes-full', 'clashes-one-edit', 'msel-import', 'move-preview'],
  ...['timeline-frame', 'timeline-load'],
]

async function main(): Promise<void> {
  endOnSignals(130)
  const wanted = process.argv[2]
  const chosen = (name: string) => wanted === undefined || wanted === name
  if (chosen('checks')) print(await checks())
  if (['clashes-full', 'clashes-one-edit'].some(chosen))
    for (const line of await clashes()) if (chosen(line.bench)) print(line)
  if (chosen('msel-import')) print(await imports())
  if (chosen('move-preview')) print(await previews())
  if (['timeline-frame', 'timeline-load'].some(chosen)) {
    const { timelineLines } = await import('./timeline-frame')
    for await (const line of timelineLines(chosen)) print(line)
  }
  if (wanted && pure.includes(wanted)) return end(0)
  await generate()
  const cluster = await benchCluster()
  for await (const line of rushLines(cluster, chosen)) print(line)
  if (chosen('import-roster')) print(await roster(cluster))
  if (chosen('msel-edit')) print(await edit(cluster))
  if (chosen('programme-scale')) print(await scale(cluster))
  if (chosen('scenario-clone')) print(await clone(cluster))
  const chosenPages = pages.filter(page => chosen(page.bench))
  const withFeed = feeds.some(chosen)
  const withFirst = chosen('timeline-first')
  if (chosenPages.length > 0 || withFeed || withFirst) {
    for await (const line of servedLines(cluster, chosenPages, withFeed, withFirst)) print(line)
  }
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

async function* rushLines(cluster: Cluster, chosen: (name: string) => boolean): AsyncGenerator<Line> {
  if (!['registration-rush', 'registration-rush-seats'].some(chosen)) return
  await onEmptyDatabase(cluster)
  const { deeds, registrationRush } = await import('./registration-rush')
  for (const deed of deeds) if (chosen(deed.bench)) yield await registrationRush(deed)
}

/** What a move would do, before it is done. */
async function previews(): Promise<Line> {
  const { movePreview } = await import('./move-preview')
  return movePreview()
}

async function checks(): Promise<object> {
  const { checksBench } = await import('./checks')
  return checksBench()
}

async function clashes() {
  const { clashesBench } = await import('./clashes')
  return clashesBench()
}

async function imports(): Promise<object> {
  const { mselImport } = await import('./msel-import')
  return mselImport()
}

async function roster(cluster: Cluster): Promise<object> {
  await onEmptyDatabase(cluster)
  const { importRoster } = await import('./import-roster')
  return importRoster()
}

/** The web server tells what this process writes: two processes and one database, as with several servers. */
async function edit(cluster: Cluster): Promise<object> {
  await onEmptyDatabase(cluster)
  const url = await (writing ?? emptyDatabase(cluster, 'writes'))
  const secret = 'this secret signs nothing that anyone would forge'
  const build = await ensureBuild()
  const [host, port] = ['127.0.0.1', await freePort()]
  const variables = { ...blank, STARTEX_DATABASE_URL: url, AUTH_SECRET: secret }
  const database = { url, variables, cluster, folder: null, restart: async () => {} }
  serve('start', host, port, database, { STARTEX_BUILD: build, LOG_LEVEL: 'warn' })
  await untilAnswered(host, port)
  const { mselEdit } = await import('./msel-edit')
  return mselEdit({ url, base: `http://${host}:${port}`, secret })
}

async function scale(cluster: Cluster): Promise<object> {
  await onEmptyDatabase(cluster)
  const { programmeScale } = await import('./programme-scale')
  return programmeScale()
}

async function clone(cluster: Cluster): Promise<object> {
  await onEmptyDatabase(cluster)
  const { scenarioClone } = await import('./scenario-clone')
  return scenarioClone()
}

/** What the served application answers, beside an empty one. */
async function* servedLines(
  cluster: Cluster,
  chosen: typeof pages,
  withFeed: boolean,
  withFirst: boolean,
): AsyncGenerator<Line> {
  const { startFloor } = await import('./floor')
  const { benchPage } = await import('./pages')
  const floor = await startFloor()
  const build = await ensureBuild()
  const today = new Date().toISOString().slice(0, 10)
  const database = await demoDatabase(cluster, 'pages', today)
  const [host, port] = ['127.0.0.1', await freePort()]
  serve('start', host, port, database, { STARTEX_BUILD: build, LOG_LEVEL: 'warn' })
  await untilAnswered(host, port)
  if (withFeed) {
    const { feedLines } = await import('./feed')
    yield* feedLines(database.url, `http://${host}:${port}`, floor)
  }
  if (chosen.length === 0 && !withFirst) return
  const { code, delegation, exerciseId } = await largestDelegation(database.url, chosen)
  const fill = (path: string) => path.replace('{code}', code).replace('{delegation}', delegation)
  for (const page of chosen) {
    const own = {
      bench: page.bench,
      path: fill(page.path),
      also: page.also && fill(page.also),
    }
    yield await benchPage(own, `http://${host}:${port}`, floor)
  }
  if (!withFirst) return
  // Last, since the exercise is larger for it.
  const { fillTimeline, timelineFirst } = await import('./timeline-first')
  await fillTimeline(database.url, exerciseId)
  yield await timelineFirst(`http://${host}:${port}`, fill('/exercises/{code}/timeline'), floor)
}

/** People of the largest delegation, as many as `delegation-page` says. */
const inDelegation = 500

/** The exercise with the most people, its MSEL and its largest delegation, filled up to the sizes that are measured. */
async function largestDelegation(
  url: string,
  measured: typeof pages,
): Promise<{ code: string; delegation: string; exerciseId: string }> {
  const sql = connect(url, { max: 1, onnotice: () => {} })
  const [found] = await sql<Largest[]>`
    SELECT e."code"::text, e."id" AS "exerciseId", r."participationId", count(*)::int AS "people",
           array_agg(DISTINCT r."roleId"::text) AS "roleIds",
           ARRAY(SELECT t."teamId"::text FROM "TeamNation" t WHERE t."participationId" = r."participationId") AS "teamIds"
      FROM "Registration" r JOIN "Exercise" e ON e."id" = r."exerciseId"
     GROUP BY e."id", r."participationId"
     ORDER BY sum(count(*)) OVER (PARTITION BY e."id") DESC, count(*) DESC LIMIT 1`
  if (!found) throw new Error('The demo has no registrations')
  const { code, exerciseId, participationId, people, roleIds, teamIds } = found
  const { addCrowd } = await import('./people')
  const count = inDelegation - people
  await addCrowd(sql, { exerciseId, count, participationIds: [participationId], roleIds, teamIds })
  if (measured.some(({ bench }) => bench === 'msel-page')) {
    const { fillMsel } = await import('./injects')
    await fillMsel(sql, exerciseId)
  }
  await sql.end()
  return { code, delegation: participationId, exerciseId }
}

type Largest = {
  code: string
  exerciseId: string
  participationId: string
  people: number
  roleIds: string[]
  teamIds: string[]
}

main().catch(endWith)
