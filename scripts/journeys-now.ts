import { environment } from './database'
import { end, endOnSignals, endWith } from './ending'
import { generate } from './generate'
import { runJourneys } from './journeys'

/** npm run journeys -- e2e/NAME.spec.ts: some journeys alone. */
async function main(): Promise<void> {
  endOnSignals()
  environment()
  await generate()
  const { failed } = await runJourneys(process.argv.slice(2))
  await end(failed === 0 ? 0 : 1)
}

main().catch(endWith)
