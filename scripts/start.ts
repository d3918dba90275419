import type { ChildProcess } from 'node:child_process'
import { ensureBuild } from './build'
import { endChild, marksOf, startNext, startWorker } from './children'
import { writeRunning } from './cluster-files'
import { type Database, environment, openDatabase } from './database'
import { generate } from './generate'
import { fail, progress } from './progress'

async function main(): Promise<void> {
  const env = environment()
  await generate()
  const database = await openDatabase(env)
  const build = await ensureBuild()
  const variables = { ...database.variables, HOST: env.host, PORT: String(env.port), STARTEX_BUILD: build }
  const children = [startNext('start', env.host, env.port, variables), startWorker(variables)]
  if (database.folder) writeRunning(database.folder, { children: marksOf(children) })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => stop(database, children))
  progress(`Startex: ${env.baseUrl}`)
}

async function stop(database: Database, children: ChildProcess[]): Promise<never> {
  progress('Stopping')
  await Promise.all(children.map(endChild))
  await database.release()
  process.exit(0)
}

main().catch(fail)
