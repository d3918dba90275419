import { describe, expect, test } from 'vitest'
import { type Found, judge, parsePostmasterFile } from './postgres-orphan'

const text = `4711
/srv/startex/.startex/3000/pgdata
1795330000
45123

127.0.0.1
  1234567     12345
ready   
`

describe('The file that Postgres leaves of itself', () => {
  test('says its pid, folder, port and whether it takes connections', () => {
    const folder = '/srv/startex/.startex/3000/pgdata'
    expect(parsePostmasterFile(text)).toEqual({ pid: 4711, folder, port: 45123, ready: true })
    expect(parsePostmasterFile(text.replace('ready', 'starting'))?.ready).toBe(false)
  })

  test('counts as none when a crash cut it short', () => {
    expect(parsePostmasterFile('')).toBeNull()
    expect(parsePostmasterFile('47')).toBeNull()
    expect(parsePostmasterFile('nonsense\n/srv')).toBeNull()
  })
})

describe('A Postgres left behind', () => {
  const file = parsePostmasterFile(text)
  if (!file) throw new Error('unreadable')
  const process = { pid: 4711, startedAt: 'boot:100' }
  const found: Found = {
    file,
    sameFolder: true,
    process,
    commandLine: '/usr/bin/postgres -D /srv/startex/.startex/3000/pgdata -c port=45123',
    recorded: process,
  }

  test('is ours when pid and start time are those written down', () => {
    expect(judge(found)).toBe('ours')
  })

  test('is ours when the start was killed before it could write, and the process serves our folder', () => {
    expect(judge({ ...found, recorded: null })).toBe('ours')
    expect(judge({ ...found, recorded: { pid: 12, startedAt: 'boot:1' } })).toBe('ours')
  })

  test('has gone when nothing runs under its pid', () => {
    expect(judge({ ...found, process: null, commandLine: null })).toBe('stale')
  })

  test('has gone when its pid now belongs to a process that started later, whatever that is', () => {
    expect(judge({ ...found, process: { pid: 4711, startedAt: 'boot:200' } })).toBe('stale')
  })

  test('is a stranger when it is another program, or Postgres on another folder', () => {
    expect(judge({ ...found, recorded: null, commandLine: 'vi notes.txt' })).toBe('stale')
    expect(judge({ ...found, recorded: null, commandLine: 'postgres -D /var/lib/postgresql/15' })).toBe(
      'stale',
    )
    expect(judge({ ...found, recorded: null, commandLine: null })).toBe('stale')
  })

  test("is the original's when our folder is a copy that still names it", () => {
    expect(judge({ ...found, sameFolder: false })).toBe('stale')
  })
})
