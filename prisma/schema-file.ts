import { readFileSync } from 'node:fs'
import path from 'node:path'

// Reads as much of schema.prisma as a database can be compared with. Prisma's own reader is no part of its client.

export type Column = { table: string; name: string; type: string; nullable: boolean; list: boolean }
export type ForeignKey = {
  table: string
  columns: string[]
  target: string
  targetColumns: string[]
  onDelete: string
  onUpdate: string
}
export type Key = { table: string; kind: 'primary' | 'unique' | 'index'; columns: string[] }
export type SchemaFile = {
  enums: Record<string, string[]>
  tables: string[]
  columns: Column[]
  foreignKeys: ForeignKey[]
  keys: Key[]
}

type Field = { name: string; base: string; optional: boolean; list: boolean; rest: string }
type Block = { kind: string; name: string; lines: string[] }

export function readSchemaFile(file = path.join(process.cwd(), 'prisma', 'schema.prisma')): SchemaFile {
  return parseSchema(readFileSync(file, 'utf8'))
}

export function parseSchema(text: string): SchemaFile {
  const blocks = [...text.matchAll(/^(model|enum)\s+(\w+)\s*\{\n([\s\S]*?)^\}/gm)].map(match => ({
    kind: match[1] ?? '',
    name: match[2] ?? '',
    lines: (match[3] ?? '').split('\n').map(withoutComment).filter(Boolean),
  }))
  const models = blocks.filter(block => block.kind === 'model')
  const tables = models.map(model => model.name)
  const enums = blocks.filter(block => block.kind === 'enum').map(block => [block.name, block.lines] as const)
  const names = new Set(enums.map(([name]) => name))
  return {
    enums: Object.fromEntries(enums),
    tables,
    columns: models.flatMap(model => columnsOf(model, new Set(tables), names)),
    foreignKeys: models.flatMap(foreignKeysOf),
    keys: models.flatMap(keysOf),
  }
}

const withoutComment = (line: string) => line.replace(/\s*\/\/.*$/, '').trim()

function fieldsOf(model: Block): Field[] {
  return model.lines.flatMap(line => {
    const match = /^(\w+)\s+(\w+)(\[\])?(\?)?\s*(.*)$/.exec(line)
    if (!match) return []
    const [, name = '', base = '', list, optional, rest = ''] = match
    return { name, base, optional: optional !== undefined, list: list !== undefined, rest }
  })
}

function columnsOf(model: Block, tables: Set<string>, enums: Set<string>): Column[] {
  return fieldsOf(model)
    .filter(field => !tables.has(field.base))
    .map(field => ({
      table: model.name,
      name: field.name,
      type: sqlType(field, enums) + (field.list ? '[]' : ''),
      nullable: field.optional,
      list: field.list,
    }))
}

const plainTypes: Record<string, string> = {
  String: 'text',
  Int: 'integer',
  BigInt: 'bigint',
  Boolean: 'boolean',
  DateTime: 'timestamp(3) without time zone',
  Json: 'jsonb',
  Float: 'double precision',
  Bytes: 'bytea',
}

const nativeTypes: Record<string, string> = {
  Uuid: 'uuid',
  Citext: 'citext',
  Date: 'date',
  Text: 'text',
  SmallInt: 'smallint',
  VarChar: 'character varying',
  Char: 'character',
}

/** The column type as Postgres' format_type writes it. */
function sqlType(field: Field, enums: Set<string>): string {
  if (enums.has(field.base)) return `"${field.base}"`
  const [, native, size = ''] = /@db\.(\w+)(\(\d+\))?/.exec(field.rest) ?? []
  if (native === 'Timestamptz') return `timestamp${size} with time zone`
  const type = native === undefined ? plainTypes[field.base] : nativeTypes[native]
  if (type === undefined)
    throw new Error(`schema-file.ts does not know the type of ${field.name}: ${native ?? field.base}`)
  return type + size
}

function foreignKeysOf(model: Block): ForeignKey[] {
  const fields = fieldsOf(model)
  return fields.flatMap(field => {
    const columns = list(/@relation\(.*?fields:\s*\[([^\]]*)\]/, field.rest)
    if (columns.length === 0) return []
    const required = columns.every(column => fields.some(other => other.name === column && !other.optional))
    return {
      table: model.name,
      columns,
      target: field.base,
      targetColumns: list(/references:\s*\[([^\]]*)\]/, field.rest),
      onDelete: /onDelete:\s*(\w+)/.exec(field.rest)?.[1] ?? (required ? 'Restrict' : 'SetNull'),
      onUpdate: /onUpdate:\s*(\w+)/.exec(field.rest)?.[1] ?? 'Cascade',
    }
  })
}

const keyKinds = { id: 'primary', unique: 'unique', index: 'index' } as const

function keysOf(model: Block): Key[] {
  const inline = fieldsOf(model).flatMap(field =>
    (['id', 'unique'] as const)
      .filter(name => new RegExp(`@${name}\\b`).test(field.rest))
      .map(name => ({ table: model.name, kind: keyKinds[name], columns: [field.name] })),
  )
  const ofBlock = model.lines.flatMap(line => {
    const match = /^@@(id|unique|index)\(\[(.*?)\]/.exec(line.replaceAll(/\(sort:\s*\w+\)/g, ''))
    const name = match?.[1]
    if (name !== 'id' && name !== 'unique' && name !== 'index') return []
    return {
      table: model.name,
      kind: keyKinds[name],
      columns: (match?.[2] ?? '').split(',').map(one => one.trim()),
    }
  })
  return [...inline, ...ofBlock]
}

function list(pattern: RegExp, text: string): string[] {
  const inside = pattern.exec(text)?.[1]
  return inside === undefined ? [] : inside.split(',').map(one => one.trim())
}
