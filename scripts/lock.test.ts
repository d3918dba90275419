import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isHeld, tryLock } from './lock'
import { ownMark } from './processes'

let folder = ''
const file = () => path.join(folder, 'lock')

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('A lock is held by one until it is given back', async () => {
  const release = await tryLock(file())
  expect(release).not.toBeNull()
  expect(await tryLock(file())).toBeNull()
  release?.()
  expect(await tryLock(file())).not.toBeNull()
})

test('A lock whose holder was killed, or whose pid was reused, is taken over', async () => {
  writeFileSync(file(), JSON.stringify({ ...ownMark(), startedAt: 'another life' }))
  const release = await tryLock(file())
  expect(release).not.toBeNull()
  release?.()
  expect(readdirSync(folder), 'nothing is left lying about').toEqual([])
})

test('A lock file cut short is nobody’s', () => {
  expect(isHeld('')).toBe(false)
  expect(isHeld('{"pid":')).toBe(false)
  expect(isHeld('{"pid":"1","startedAt":1}')).toBe(false)
})

test('Of many processes that find a dead lock at once, one gets it', async () => {
  writeFileSync(file(), JSON.stringify({ ...ownMark(), startedAt: 'another life' }))
  const results = await Promise.all(Array.from({ length: 6 }, contend))
  expect(results.filter(result => result === 'got')).toHaveLength(1)
}, 30_000)

/** Another process that tries the lock, and holds what it gets until all have tried. */
function contend(): Promise<string> {
  const script = `
    const { tryLock } = await import(${JSON.stringify(path.join(import.meta.dirname, 'lock.ts'))})
    const release = await tryLock(${JSON.stringify(file())})
    console.log(release ? 'got' : 'none')
    await new Promise(resolve => setTimeout(resolve, 6000))`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
  return new Promise((resolve, reject) => {
    child.stdout.once('data', chunk => resolve(String(chunk).trim()))
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`the contender ended with ${code}`)))
  })
}
