import type { Tx } from './db'
import type { RefusedEdit } from './injects/edits/rules'
import type { InjectField } from './injects/rules'

/** The last word on one field of one row of an inject. `about`: which side's parties, or which column's value. */
type Word = {
  injectId: string
  table: string
  field: string
  about: string | null
  by: string
  order: number
}

/** Who wrote what now stands in the way: the last word on the field, wherever it is kept. */
export async function withAuthors(tx: Tx, exerciseId: string, refused: readonly RefusedEdit[]) {
  const contested = [...new Set(refused.flatMap(edit => ('theirs' in edit ? [edit.injectId] : [])))]
  if (contested.length === 0) return refused.map(edit => ({ ...edit, by: null }))
  const words = await tx.$queryRaw<Word[]>`
    SELECT DISTINCT ON (i."id", f."table", f."field", "about")
           i."id" AS "injectId", f."table", f."field", c."actorLabel" AS "by", f."id"::float8 AS "order",
           CASE f."table" WHEN 'InjectParty' THEN coalesce(nullif(f."from", 'null'), f."to") ->> 'side'
                          WHEN 'InjectValue' THEN split_part(f."row", '/', 2) ELSE '' END AS "about"
      FROM unnest(${contested}::uuid[]) AS i("id")
      JOIN "ChangeField" f ON split_part(f."row", '/', 1) = i."id"::text
       AND f."table" IN ('Inject', 'InjectParty', 'InjectObjective', 'InjectValue', 'Wait')
      JOIN "Change" c ON c."id" = f."changeId" AND c."exerciseId" = ${exerciseId}::uuid
     ORDER BY i."id", f."table", f."field", "about", f."id" DESC`
  return refused.map(edit => ({ ...edit, by: 'theirs' in edit ? authorOf(edit, words) : null }))
}

function authorOf({ injectId, field }: RefusedEdit, words: readonly Word[]): string | null {
  const said = words.filter(word => word.injectId === injectId && (isMade(word) || speaksOf(word, field)))
  return said.toSorted((a, b) => b.order - a.order)[0]?.by ?? null
}

/** Whoever made the inject said everything of it first. */
const isMade = ({ table, field }: Word) => table === 'Inject' && field === '*'

function speaksOf({ table, field: column, about }: Word, field: InjectField): boolean {
  if (field === 'from' || field === 'to')
    return table === 'InjectParty' && (about === field || about === null)
  if (field === 'objectives') return table === 'InjectObjective'
  if (field.startsWith('column:')) return table === 'InjectValue' && field === `column:${about}`
  if (field === 'start') return table === 'Wait' || (table === 'Inject' && column.startsWith('start'))
  return table === 'Inject' && column === (field === 'duration' ? 'durationSeconds' : field)
}
