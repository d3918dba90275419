import { existsSync, readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import type { Outcome } from './steps'

const vitestSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
})
const playwrightSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

/** Counts of a Vitest report. A file that could not even be loaded holds no test and counts as one that failed. */
export function vitestOutcome(report: unknown): Outcome {
  const { numPassedTests, numFailedTests, testResults } = vitestSchema.parse(report)
  const broken = testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length }
}

/** Counts of a Playwright report. A flaky journey would be one that passed on a retry; there are none, so it failed. */
export function playwrightOutcome(report: unknown): Outcome {
  const { stats } = playwrightSchema.parse(report)
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
}

/** The outcome that a tool left in its report. A tool that failed without naming a failure still failed. */
export function outcomeOf(file: string, code: number | null, read: (report: unknown) => Outcome): Outcome {
  const outcome = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 }
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome
}

/** An old report must not speak for a new run. */
export const forget = (file: string) => rmSync(file, { force: true })
