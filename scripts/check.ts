import { runVitest, staticChecks } from './checks'
import { end, endOnSignals, endWith } from './ending'
import { sum } from './steps'

async function main(): Promise<void> {
  endOnSignals(130)
  const { failed } = sum([...(await staticChecks()), await runVitest(['--project', 'unit'])])
  await end(failed === 0 ? 0 : 1)
}

main().catch(endWith)
