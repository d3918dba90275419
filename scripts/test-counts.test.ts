import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { outcomeOf, playwrightOutcome, vitestOutcome } from './test-counts'

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map(one => ({ status: one })),
})

test('A test file that cannot be loaded counts as one failed test', () => {
  const testResults = [file('passed', 'passed'), file('failed', 'failed', 'passed'), file('failed')]
  expect(vitestOutcome({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({
    passed: 2,
    failed: 2,
  })
})

test('A journey that passed only on a retry counts as failed', () => {
  expect(playwrightOutcome({ stats: { expected: 5, unexpected: 1, flaky: 1 } })).toEqual({
    passed: 5,
    failed: 2,
  })
})

test('A tool that fails without a report, or without naming a failure, still fails the run', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'report-'))
  const report = path.join(folder, 'report.json')
  expect(outcomeOf(report, 1, playwrightOutcome)).toEqual({ passed: 0, failed: 1 })
  writeFileSync(report, JSON.stringify({ stats: { expected: 3, unexpected: 0, flaky: 0 } }))
  expect(outcomeOf(report, 0, playwrightOutcome)).toEqual({ passed: 3, failed: 0 })
  expect(outcomeOf(report, null, playwrightOutcome)).toEqual({ passed: 3, failed: 1 })
  rmSync(folder, { recursive: true })
})
