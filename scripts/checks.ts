import { blank } from './blank'
import { generate } from './generate'
import { type Outcome, routeTypes, runNode, runStep, staticSteps } from './steps'
import { forget, outcomeOf, vitestOutcome } from './test-counts'

const report = 'test-results/vitest.json'

/** Everything that needs no running Startex: format, lint, import directions, types. */
export async function staticChecks(): Promise<Outcome[]> {
  await generate()
  const types = await runStep(routeTypes)
  return [types, ...(await Promise.all(staticSteps.map(runStep)))]
}

/** Runs Vitest, some projects or all. */
export async function runVitest(args: string[]): Promise<Outcome> {
  forget(report)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await runNode('node_modules/vitest/vitest.mjs', ['run', ...reporters, ...args], {
    output: 'shown',
    variables: blank,
  })
  return outcomeOf(report, code, vitestOutcome)
}
