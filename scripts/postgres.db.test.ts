import { spawn } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import connect from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRunning } from './cluster-files'
import { dataRoot, makePassable } from './folders'
import { tryLock } from './lock'
import { type Cluster, startexDatabase, startPostgres } from './postgres'
import { lives, type ProcessMark, waitForEnd } from './processes'

// Each test leaves the database as a start that was killed would, then starts again.
const folder = path.join(dataRoot(undefined), 'test', `lifecycle-${process.pid}`)
const postmasterFile = path.join(folder, 'pgdata', 'postmaster.pid')
let cluster: Cluster
let rows = 0

beforeAll(async () => {
  makePassable(folder)
  await tryLock(path.join(folder, 'lock'))
  cluster = await startPostgres(folder)
  await write('create table diary (line int)')
})

afterAll(async () => {
  await cluster.stop()
  rmSync(folder, { recursive: true })
})

describe('A new start', () => {
  test('ends the Postgres that a killed start has left, and loses nothing', async () => {
    const orphan = await addRow()
    cluster = await startPostgres(folder)
    expect(lives(orphan)).toBe(false)
    expect(await count()).toBe(rows)
  })

  test('knows it even when the start was killed before it could write it down', async () => {
    const orphan = await addRow()
    rmSync(path.join(folder, 'running.json'))
    cluster = await startPostgres(folder)
    expect(lives(orphan)).toBe(false)
    expect(await count()).toBe(rows)
  })

  test('recovers what a killed Postgres had promised to keep', async () => {
    const killed = await addRow()
    process.kill(killed.pid, 'SIGKILL')
    await waitForEnd(killed, 5000)
    cluster = await startPostgres(folder)
    expect(await count()).toBe(rows)
  })

  test('leaves another program alone that now has the pid of our dead Postgres', async () => {
    const dead = await addRow()
    const [pid, ...rest] = readFileSync(postmasterFile, 'utf8').split('\n')
    expect(pid).toBe(String(dead.pid))
    await cluster.stop()
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    try {
      writeFileSync(postmasterFile, [stranger.pid, ...rest].join('\n'))
      cluster = await startPostgres(folder)
      expect(stranger.exitCode ?? stranger.signalCode).toBeNull()
      expect(await count()).toBe(rows)
    } finally {
      stranger.kill()
    }
  })
})

async function addRow(): Promise<ProcessMark> {
  await write('insert into diary values (1)')
  rows++
  const { postgres } = readRunning(folder)
  if (!postgres || !lives(postgres)) throw new Error('Postgres does not run')
  return postgres
}

async function write(statement: string): Promise<void> {
  const sql = connect(await startexDatabase(cluster), { max: 1 })
  await sql.unsafe(statement)
  await sql.end()
}

async function count(): Promise<number> {
  const sql = connect(await startexDatabase(cluster), { max: 1 })
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from diary`
  await sql.end()
  return row?.n ?? -1
}
