import { ensureBuild } from './build'
import { checkPort, environment, openDatabase } from './database'
import { endOnSignals, endWith } from './ending'
import { seedWhenEmpty } from './first-run'
import { generate } from './generate'
import { progress } from './progress'
import { serve } from './serve'
import { signInLines } from './sign-in-lines'

async function main(): Promise<void> {
  endOnSignals()
  const env = environment()
  await generate()
  const database = await openDatabase(env)
  await checkPort(env)
  await seedWhenEmpty(database)
  const build = await ensureBuild()
  progress('Starting the web server')
  await serve('start', env.host, env.port, database, { STARTEX_BUILD: build })
  const lines = await signInLines(env)
  progress('Ready. Ctrl-C stops it.')
  console.log(`\n${lines.map(line => `  ${line}`).join('\n')}\n`)
}

main().catch(endWith)
