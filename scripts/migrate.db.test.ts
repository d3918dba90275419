import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { env } from '@/lib/env'
import { databaseOf } from './database-url'
import { migrate } from './migrate'

const server = postgres(databaseOf(env.databaseUrl, 'postgres'), { max: 1, onnotice: () => {} })
const name = `migrate_${process.pid}`
const url = databaseOf(env.databaseUrl, name)
let sql = postgres(url, { max: 2, onnotice: () => {} })
let folder = ''

const write = (migration: string, text: string) => {
  mkdirSync(path.join(folder, migration), { recursive: true })
  writeFileSync(path.join(folder, migration, 'migration.sql'), text)
}

beforeEach(async () => {
  await sql.end()
  await server`drop database if exists ${server(name)} with (force)`
  await server`create database ${server(name)}`
  sql = postgres(url, { max: 2, onnotice: () => {} })
  folder = mkdtempSync(path.join(tmpdir(), 'migrations-'))
  write('1_first', 'create table first (id int);\ninsert into first values (1);')
})

afterAll(async () => {
  await sql.end()
  await server`drop database if exists ${server(name)} with (force)`
  await server.end()
})

describe('Migrating', () => {
  test('applies what is new, once, in order, and says what it applied', async () => {
    expect(await migrate(url, folder)).toEqual(['1_first'])
    expect(await migrate(url, folder)).toEqual([])
    write('2_second', 'alter table first add column name text;')
    expect(await migrate(url, folder)).toEqual(['2_second'])
    expect(await sql`select id, name from first`).toEqual([{ id: 1, name: null }])
  })

  test('from several processes at once applies each migration once', async () => {
    const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(url, folder)))
    expect(applied.flat()).toEqual(['1_first'])
    expect(await sql`select id from first`).toHaveLength(1)
  })

  test('undoes a failing migration as a whole, keeps those before it, and can be tried again', async () => {
    write('2_second', 'create table second (id int); select no_such_function();')
    await expect(migrate(url, folder)).rejects.toThrow(/2_second failed and was undone.*no_such_function/)
    expect(await sql`select to_regclass('second') as found`).toEqual([{ found: null }])
    expect(await sql`select migration_name from _prisma_migrations`).toEqual([{ migration_name: '1_first' }])
    write('2_second', 'create table second (id int);')
    expect(await migrate(url, folder)).toEqual(['2_second'])
  })

  test('refuses when an applied migration was edited, and changes nothing', async () => {
    await migrate(url, folder)
    write('1_first', 'create table first (id bigint);')
    write('2_second', 'create table second (id int);')
    await expect(migrate(url, folder)).rejects.toThrow(/1_first has been edited/)
    expect(await sql`select to_regclass('second') as found`).toEqual([{ found: null }])
  })

  test("refuses a database where Prisma's own engine left a migration unfinished", async () => {
    await migrate(url, folder)
    await sql`update _prisma_migrations set finished_at = null`
    await expect(migrate(url, folder)).rejects.toThrow(/1_first failed earlier/)
    await sql`update _prisma_migrations set rolled_back_at = now()`
    await sql`drop table first`
    expect(await migrate(url, folder)).toEqual(['1_first'])
  })

  test('brings the job queue along', async () => {
    await migrate(url, folder)
    expect(await sql`select (graphile_worker.add_job('trial')).id is not null as added`).toEqual([
      { added: true },
    ])
  })

  test("keeps Startex's own migrations in the layout that Prisma reads", async () => {
    rmSync(folder, { recursive: true })
    cpSync(path.join(process.cwd(), 'prisma', 'migrations'), folder, { recursive: true })
    const applied = await migrate(url, folder)
    const rows = await sql`
      select migration_name, length(checksum)::int as digits, finished_at >= started_at as finished,
        applied_steps_count as steps, logs, rolled_back_at, length(id)::int as id
      from _prisma_migrations order by started_at`
    expect(rows.map(row => row.migration_name)).toEqual(applied)
    for (const row of rows) {
      expect(row).toMatchObject({
        digits: 64,
        finished: true,
        steps: 1,
        logs: null,
        rolled_back_at: null,
        id: 36,
      })
    }
  })
})
