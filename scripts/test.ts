import { ensureBuild } from './build'
import { runVitest, staticChecks } from './checks'
import { findChromium } from './chromium'
import { environment } from './database'
import { atEnd, end, endOnSignals, endWith } from './ending'
import { runJourneys } from './journeys'
import { explain, progress } from './progress'
import { type Outcome, sum } from './steps'

const outcomes: Outcome[] = []

/** Everything, in the order of its cost; each part runs even when an earlier one failed. Ends with one line of counts. */
async function main(): Promise<void> {
  endOnSignals(130)
  // The first to be registered is the last to run: the counts stay the last line, whatever is said while ending.
  atEnd(code => {
    const { passed, failed } = sum(outcomes)
    console.log(`${passed} passed, ${code !== 0 && failed === 0 ? 1 : failed} failed`)
  })
  const env = environment()
  findChromium(env.chromiumPath) // better said now than in ten minutes
  outcomes.push(...(await staticChecks()))
  outcomes.push(await runVitest([]))
  progress('Unit and integration tests are through')
  const built = await attempt('production build', ensureBuild)
  outcomes.push(built)
  if (built.failed === 0) outcomes.push(await runJourneys([]))
  await end(sum(outcomes).failed === 0 ? 0 : 1)
}

async function attempt(name: string, work: () => Promise<unknown>): Promise<Outcome> {
  try {
    await work()
    progress(`✓ ${name}`)
    return { passed: 1, failed: 0 }
  } catch (error) {
    progress(`✗ ${name}`)
    console.error(explain(error))
    return { passed: 0, failed: 1 }
  }
}

main().catch(endWith)
