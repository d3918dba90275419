import { createHash } from 'node:crypto'

/**
 * The id that a row of another exercise has in this one when everything is copied: made of both (UUID version 8), so
 * that code and SQL find the same one for themselves and no map is carried through a copy of a hundred thousand rows.
 */
export function renamed(exerciseId: string, id: string): string {
  const hex = createHash('sha256').update(`${exerciseId}/${id}`).digest('hex')
  const [a, b, c, d, e] = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(13, 16),
    hex.slice(17, 20),
    hex.slice(20, 32),
  ]
  return `${a}-${b}-8${c}-a${d}-${e}`
}

/** The same of a column, as SQL; null stays null. `exercise` and `column` are names of ours, never what somebody sent. */
export function renamedSql(exercise: string, column: string): string {
  const hex = `left(encode(sha256((${exercise} || '/' || ${column}::text)::bytea), 'hex'), 32)`
  return `overlay(overlay(${hex} placing '8' from 13) placing 'a' from 17)::uuid`
}
