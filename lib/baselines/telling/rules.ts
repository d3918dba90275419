import type { RowName } from '@/lib/row-names'
import type { Moment } from '@/lib/time'
import type { FieldDifference, FileInWords, WaitInWords } from '../differences/rules'
import { isImage, type Rows } from '../rewind/rules'

/** A value of the past with names in place of ids; null among names is something that nobody can name any more. */
export type Told =
  | { kind: 'plain'; value: unknown }
  | { kind: 'names'; names: (RowName | null)[] }
  | { kind: 'moment'; moment: Moment | null }
  | { kind: 'files'; files: readonly FileInWords[] }
  | { kind: 'waits'; waits: { after: RowName | null; condition: string; delaySeconds: number }[] }

/** `column` is the name of a column that the exercise added. */
export type ToldField = { field: string; column: string | null; from: Told; to: Told }

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const isId = (value: unknown): value is string => typeof value === 'string' && uuid.test(value)
const columnOf = (field: string) => (field.startsWith('column:') ? field.slice('column:'.length) : null)
const lists = new Set(['from', 'to', 'objectives'])

/** Every id that the differences speak of. */
export function idsIn(differences: readonly { fields: readonly FieldDifference[] }[]): string[] {
  const found = differences.flatMap(({ fields }) =>
    fields.flatMap(({ field, from, to }) => [columnOf(field), ...idsOf(from), ...idsOf(to)]),
  )
  return [...new Set(found.filter(isId))]
}

function idsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(idsOf)
  return isImage(value) ? [value.afterInjectId, value.afterGateId] : [value]
}

/** What rows were called when they were there: of those that are gone by now nobody else knows it. */
export function namesIn(...sides: readonly Rows[]): Map<string, RowName> {
  const names = new Map<string, RowName>()
  for (const rows of sides)
    for (const image of rows.values()) {
      const parts = [image.serial ?? image.number, image.title ?? image.name]
      const name = parts.filter(part => part !== undefined && part !== null && part !== '').join(' ')
      if (isId(image.id) && name !== '') names.set(image.id, { name, nation: null })
    }
  return names
}

/** A difference with names; `names` of now come first, those of then where now has none. */
export function toldField(
  { field, from, to }: FieldDifference,
  nameOf: (id: string) => RowName | null,
): ToldField {
  const column = columnOf(field)
  return {
    field: column === null ? field : 'column',
    column: column === null ? null : (nameOf(column)?.name ?? null),
    from: told(field, from, nameOf),
    to: told(field, to, nameOf),
  }
}

function told(field: string, value: unknown, nameOf: (id: string) => RowName | null): Told {
  if (field === 'start') return { kind: 'moment', moment: isMoment(value) ? value : null }
  if (field === 'waits') {
    const waits = Array.isArray(value) ? value.filter(isWait) : []
    return {
      kind: 'waits',
      waits: waits.map(({ afterInjectId, afterGateId, condition, delaySeconds }) => {
        return { after: nameOf(afterInjectId ?? afterGateId ?? ''), condition, delaySeconds }
      }),
    }
  }
  if (field === 'files') return { kind: 'files', files: Array.isArray(value) ? value.filter(isFile) : [] }
  if (lists.has(field) && Array.isArray(value))
    return { kind: 'names', names: value.map(id => nameOf(String(id))) }
  if (isId(value)) return { kind: 'names', names: [nameOf(value)] }
  return { kind: 'plain', value }
}

const isMoment = (value: unknown): value is Moment => isImage(value) && 'anchor' in value
const isFile = (value: unknown): value is FileInWords => isImage(value) && 'sha256' in value
const isWait = (value: unknown): value is WaitInWords => isImage(value) && 'condition' in value
