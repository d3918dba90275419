import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildFingerprint } from './fingerprint'

let root = ''
const write = (file: string, content: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), content)
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'source-'))
  write('app/page.tsx', 'page')
  write('package-lock.json', '{}')
})
afterEach(() => rmSync(root, { recursive: true }))

test.each([
  'app/page.tsx',
  'package-lock.json',
  'messages/en/frame.json',
  'prisma/schema.prisma',
  'next.config.js',
  'proxy.ts',
  'public/icon.svg',
  'lib/new/rules.ts',
])('A change of %s makes the build stale', file => {
  const before = buildFingerprint(root)
  write(file, 'something else')
  expect(buildFingerprint(root)).not.toBe(before)
})

test.each([
  'README.md',
  'lib/time.test.ts',
  'e2e/plan.spec.ts',
  'bench/run.ts',
  'test-results/journeys.json',
  'prisma/client/client.ts',
  'prisma/migrations/1_init/migration.sql',
  'node_modules/next/index.js',
  '.startex/3000/running.json',
  '.next-builds/abc/complete',
  'next-env.d.ts',
  'vitest.config.ts',
])('A change of %s leaves it fresh', file => {
  const before = buildFingerprint(root)
  write(file, 'something else')
  expect(buildFingerprint(root)).toBe(before)
})

test('Moving a file or a border between two files makes the build stale', () => {
  write('lib/a', 'xy')
  write('lib/b', 'z')
  const before = buildFingerprint(root)
  write('lib/a', 'x')
  write('lib/b', 'yz')
  expect(buildFingerprint(root)).not.toBe(before)
})
