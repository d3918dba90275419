import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { lives, markOf, ownMark, parseStat, startTime, waitForEnd } from './processes'

test('A running process is recognised by pid and start time', () => {
  const mark = ownMark()
  expect(lives(mark)).toBe(true)
  expect(lives({ ...mark, startedAt: `${mark.startedAt}0` }), 'the same pid, started at another time').toBe(
    false,
  )
})

test('A process that has ended is not taken for a running one', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const mark = markOf(child.pid ?? 0)
  if (!mark) throw new Error('the child did not start')
  expect(await waitForEnd(mark, 60)).toBe(false)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await waitForEnd(mark, 5000)).toBe(true)
  expect(startTime(mark.pid)).toBeNull()
})

test('A program name with blanks and brackets does not shift the fields of /proc', () => {
  const fields = ['S', '1', ...Array.from({ length: 17 }, () => '0'), '4711', '99']
  expect(parseStat(`42 (a) b (c) ${fields.join(' ')}`)).toEqual({ state: 'S', ticks: '4711' })
})
