import { endChild, marksOf, startNext, startWorker } from './children'
import { writeRunning } from './cluster-files'
import { environment, openDatabase } from './database'
import { generate } from './generate'
import { fail, progress } from './progress'

async function main(): Promise<void> {
  const env = environment()
  await generate()
  const database = await openDatabase(env)
  const variables = { ...database.variables, HOST: env.host, PORT: String(env.port) }
  const children = [startNext('dev', env.host, env.port, variables), startWorker(variables)]
  if (database.folder) writeRunning(database.folder, { children: marksOf(children) })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, async () => {
      progress('Stopping')
      await Promise.all(children.map(endChild))
      await database.release()
      process.exit(0)
    })
  }
}

main().catch(fail)
