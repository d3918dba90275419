import { folded } from '../fields/rules'
import type { RosterField } from '../fields/schema'
import { headingScores, sure } from '../headings/rules'
import { zoneNamed } from '../values/rules'

/** What a delegation has said of headings before, by the folded heading; null for a column that it leaves out. */
export type RememberedColumns = ReadonlyMap<string, RosterField | null>

const sampleSize = 50
const mostHeadingRows = 15

/** Which field each column holds. What the delegation said before comes first, then what the headings say, then what
 * stands below them; each field once, the best fit taking it. */
export function guessColumns(
  headings: readonly string[],
  below: readonly (readonly string[])[],
  remembered: RememberedColumns = new Map(),
): (RosterField | null)[] {
  const guessed: (RosterField | null)[] = headings.map(() => null)
  const offers = headings.flatMap((heading, column) => {
    const said = remembered.get(folded(heading))
    if (said === null) return []
    if (said) return [{ column, field: said, score: 10 * sure }]
    const scores = headingScores(heading)
    for (const [field, score] of contentScores(below, column))
      scores.set(field, score + (scores.get(field) ?? 0))
    return [...scores].map(([field, score]) => ({ column, field, score }))
  })
  const taken = new Set<RosterField>()
  for (const { column, field } of offers.sort((a, b) => b.score - a.score || a.column - b.column)) {
    if (guessed[column] || taken.has(field)) continue
    guessed[column] = field
    taken.add(field)
  }
  return namesParted(guessed, taken)
}

/** "Name" beside "Vorname" is the family name; with both beside it, it is nothing more. */
function namesParted(
  guessed: (RosterField | null)[],
  taken: ReadonlySet<RosterField>,
): (RosterField | null)[] {
  const [family, given] = [taken.has('familyName'), taken.has('givenName')]
  if (!given && !family) return guessed
  return guessed.map(field =>
    field !== 'fullName' ? field : family && given ? null : family ? 'givenName' : 'familyName',
  )
}

/** What the cells themselves look like; only kinds that nothing else looks like. */
function contentScores(below: readonly (readonly string[])[], column: number): [RosterField, number][] {
  const cells = below.slice(0, sampleSize).flatMap(row => row[column]?.trim() || [])
  const mostly = (fits: (cell: string) => boolean) =>
    cells.length > 0 && cells.filter(fits).length / cells.length > 0.7
  if (mostly(cell => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell))) return [['email', 60]]
  if (mostly(cell => cell.includes('/') && zoneNamed(cell) !== null)) return [['homeTimeZone', 60]]
  return []
}

/** The row (from 0) in which the headings stand: titles and empty lines may come before. -1 where no row has any. */
export function headingRow(rows: readonly (readonly string[])[]): number {
  let best = { at: -1, score: 0 }
  for (const [at, row] of rows.slice(0, mostHeadingRows).entries()) {
    const fields = new Set(
      row.flatMap(cell =>
        [...headingScores(cell)].filter(([, score]) => score >= 80).map(([field]) => field),
      ),
    )
    if (fields.size > best.score) best = { at, score: fields.size }
  }
  return best.at
}
