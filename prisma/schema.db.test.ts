import { afterAll, describe, expect, test } from 'vitest'
import { sql } from '@/lib/db'
import { type Column, type ForeignKey, type Key, parseSchema, readSchemaFile } from './schema-file'

const schema = readSchemaFile()
const sorted = <Row>(rows: readonly Row[]) => rows.map(row => JSON.stringify(row)).sort()

afterAll(() => sql.end())

describe('The migrated database and schema.prisma agree', () => {
  test('on the enums and the order of their values', async () => {
    const rows = await sql<{ name: string; values: string[] }[]>`
      select t.typname as name, array_agg(e.enumlabel::text order by e.enumsortorder) as values
      from pg_enum e join pg_type t on t.oid = e.enumtypid
      where t.typnamespace = 'public'::regnamespace group by 1`
    expect(Object.fromEntries(rows.map(row => [row.name, row.values]))).toEqual(schema.enums)
  })

  test('on the tables', async () => {
    const rows = await sql<{ name: string }[]>`
      select relname as name from pg_class
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname <> '_prisma_migrations'`
    expect(sorted(rows.map(row => row.name))).toEqual(sorted(schema.tables))
  })

  test('on the columns, their types and what may be null', async () => {
    const rows = await sql<Column[]>`
      select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
        not a.attnotnull as nullable, a.attndims > 0 as list
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
        and c.relname <> '_prisma_migrations' and a.attnum > 0 and not a.attisdropped`
    // To Prisma a list is never null; whether the column says so too is left to its migration.
    const known = (column: Column) => ({ ...column, nullable: column.list ? null : column.nullable })
    expect(sorted(rows.map(known))).toEqual(sorted(schema.columns.map(known)))
  })

  test('on the foreign keys and what happens to their rows', async () => {
    const rows = await sql<ForeignKey[]>`
      select conrelid::regclass::text as table, ${columns('conkey', 'conrelid')} as columns,
        confrelid::regclass::text as target, ${columns('confkey', 'confrelid')} as "targetColumns",
        ${action('confdeltype')} as "onDelete", ${action('confupdtype')} as "onUpdate"
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`
    const unquoted = (name: string) => name.replaceAll('"', '')
    const found = rows.map(row => ({ ...row, table: unquoted(row.table), target: unquoted(row.target) }))
    expect(sorted(found)).toEqual(sorted(schema.foreignKeys))
  })

  test('on every key and index that the schema names', async () => {
    const rows = await sql<Key[]>`
      select c.relname as table,
        case when i.indisprimary then 'primary' when i.indisunique then 'unique' else 'index' end as kind,
        ${columns('indkey::int2[]', 'indrelid')} as columns
      from pg_index i join pg_class c on c.oid = i.indrelid
      where c.relnamespace = 'public'::regnamespace`
    // Migrations may hold more: partial and expression indexes are nothing that Prisma can say.
    expect(sorted(rows)).toEqual(expect.arrayContaining(sorted(schema.keys)))
  })
})

test('A column that the schema lacks, names differently or types differently would be found', () => {
  const read = parseSchema(`
model Team {
  id     String  @id @db.Uuid // its own
  name   String? @db.VarChar(120)
  tags   String[]
  kindId String  @db.Uuid
  kind   Kind    @relation(fields: [kindId], references: [id])
  @@index([name, at(sort: Desc)])
}
model Kind {
  id    String @id @db.Uuid
  teams Team[]
}
enum Tlp {
  red
  clear
}
`)
  expect(read.columns.map(column => `${column.name} ${column.type} ${column.nullable}`)).toEqual([
    'id uuid false',
    'name character varying(120) true',
    'tags text[] false',
    'kindId uuid false',
    'id uuid false',
  ])
  expect(read.foreignKeys).toEqual([
    {
      table: 'Team',
      columns: ['kindId'],
      target: 'Kind',
      targetColumns: ['id'],
      onDelete: 'Restrict',
      onUpdate: 'Cascade',
    },
  ])
  expect(read.keys).toContainEqual({ table: 'Team', kind: 'index', columns: ['name', 'at'] })
  expect(read.enums).toEqual({ Tlp: ['red', 'clear'] })
})

/** The names of the columns that an array of attribute numbers stands for, in its order. */
function columns(numbers: string, table: string) {
  return sql.unsafe(`(select array_agg(a.attname::text order by n.place)
    from unnest(${numbers}) with ordinality n (number, place)
    join pg_attribute a on a.attrelid = ${table} and a.attnum = n.number)`)
}

function action(column: string) {
  return sql.unsafe(
    `case ${column} when 'c' then 'Cascade' when 'r' then 'Restrict' when 'n' then 'SetNull' when 'a' then 'NoAction' end`,
  )
}
