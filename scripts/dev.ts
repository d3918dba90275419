import { checkPort, environment, openDatabase } from './database'
import { endOnSignals, endWith } from './ending'
import { seedWhenEmpty } from './first-run'
import { generate } from './generate'
import { serve } from './serve'
import { signInLines } from './sign-in-lines'

async function main(): Promise<void> {
  endOnSignals()
  const env = environment()
  await generate()
  const database = await openDatabase(env)
  await checkPort(env)
  await seedWhenEmpty(database)
  await serve('dev', env.host, env.port, database)
  const lines = await signInLines(env)
  console.log(`\n${lines.map(line => `  ${line}`).join('\n')}\n`)
}

main().catch(endWith)
