import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseRunning, readRunning, secrets, writeRunning } from './cluster-files'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cluster-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('What runs is written down piece by piece', () => {
  const [postgres, child] = [1, 2].map(pid => ({ pid, startedAt: `boot:${pid}` }))
  expect(readRunning(folder)).toEqual({ postgres: null, children: [] })
  writeRunning(folder, { postgres: postgres ?? null })
  writeRunning(folder, { children: child ? [child] : [] })
  expect(readRunning(folder)).toEqual({ postgres, children: [child] })
})

test('A record that a crash cut short says nothing rather than stopping the start', () => {
  expect(parseRunning('{"postgres":{"pi')).toEqual({ postgres: null, children: [] })
  expect(parseRunning('{"postgres":{"pid":"x"},"children":[]}')).toEqual({ postgres: null, children: [] })
})

test('The secrets are made once and only their owner can read them', () => {
  const first = secrets(folder)
  expect(first.authSecret.length).toBeGreaterThanOrEqual(32)
  expect(secrets(folder)).toEqual(first)
  expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
})
