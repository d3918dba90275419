import { ensureBuild } from './build'
import { demoDatabase } from './demo-database'
import { atEnd } from './ending'
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
  const cluster = await startTestCluster()
  atEnd(cluster.stop)
  const database = await demoDatabase(cluster, 'journeys', new Date().toISOString().slice(0, 10))
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
