import { folded } from '@/lib/rosters/fields/rules'
import { type ListContext, parseListed } from '@/lib/time-parse-list'
import { cleaned } from '@/lib/time-tokens'
import { type MselField, type MselTarget, sharedFields } from '../fields/schema'
import { mselHeadingScores, sure } from '../headings/rules'
import { isKeptHeading } from '../kept/rules'

/** The columns in which our own files say a time wholly; what stands beside them says it again. */
const wholeTime = /^(?:Planned|Time \(Z\))$/

type Rows = readonly (readonly string[])[]
/** What was said of headings before, by the folded heading. */
export type RememberedTargets = ReadonlyMap<string, MselTarget>

const [mostHeadingRows, sampleSize, fits] = [40, 60, 45]

/** Only whether a cell says when matters here, not when. */
const context: ListContext = {
  frame: { startexAt: Date.UTC(2030, 0, 1), timeZone: 'UTC' },
  timeZone: 'UTC',
  dayFirst: true,
  bareUnit: 'hours',
  firstDay: 1,
}

/** Whether a cell says when, in whichever notation. A number alone may be anything. */
function saysWhen(cell: string): boolean {
  const text = cleaned(cell)
  return (
    text !== '' &&
    text.length <= 60 &&
    !/^\d{1,3}$/.test(text) &&
    parseListed(text, context).kind !== 'problem'
  )
}

/**
 * The row (from 0) in which the headings stand: titles, merged cells and empty rows may come before. Where no row has
 * words that we know, the row above the first events, where it looks like headings; else -1.
 */
export function mselHeadingRow(rows: Rows): number {
  let best = { at: -1, score: 0 }
  for (const [at, row] of rows.slice(0, mostHeadingRows).entries()) {
    const found = new Set<MselField>()
    const filled = row.filter(cell => cell.trim() !== '')
    // What says when is an event already, whatever words stand beside it.
    if (filled.some(saysWhen)) continue
    for (const cell of filled) {
      const [field, score] = [...mselHeadingScores(cell)].sort((a, b) => b[1] - a[1])[0] ?? []
      if (field && (score ?? 0) >= sure - 1) found.add(field)
    }
    // A sentence of prose may begin with one known word; headings are several, and mostly known.
    const score = found.size >= 2 ? found.size + found.size / filled.length : 0
    if (score > best.score) best = { at, score }
  }
  return best.at >= 0 ? best.at : rowAboveEvents(rows)
}

function rowAboveEvents(rows: Rows): number {
  const first = rows.findIndex(row => row.filter(cell => cell.trim() !== '').length > 1 && row.some(saysWhen))
  for (let at = first - 1; at >= 0; at--) {
    const row = rows[at] ?? []
    const filled = row.filter(cell => cell.trim() !== '')
    if (filled.length === 0) continue
    const width = (rows[first] ?? []).filter(cell => cell.trim() !== '').length
    const short = filled.every(cell => cell.length <= 40 && !/[.!?]$/.test(cell.trim()) && !saysWhen(cell))
    return short && filled.length >= Math.max(2, width / 2) ? at : -1
  }
  return -1
}

/** Which field each column holds: what was said before, then what the headings say, then what stands below them. */
export function guessTargets(
  headings: readonly string[],
  below: Rows,
  remembered: RememberedTargets = new Map(),
): MselTarget[] {
  const sample = below.filter(row => row.some(cell => cell !== '')).slice(0, sampleSize)
  const guessed: MselTarget[] = headings.map(() => null)
  const offers = headings.flatMap((heading, column) => {
    const said = isKeptHeading(heading) ? 'kept' : remembered.get(folded(heading))
    if (heading.trim() !== '' && said !== undefined) {
      guessed[column] = said
      return []
    }
    const scores = new Map(mselHeadingScores(heading))
    if (scores.size > 1)
      for (const field of scores.keys()) if (unfit(field, sample, column)) scores.delete(field)
    for (const [field, score] of contentScores(sample, column))
      scores.set(field, score + (scores.get(field) ?? 0))
    const more = wholeTime.test(heading) ? 10 : 0
    return [...scores].map(([field, score]) => ({ column, field, score: score + more }))
  })
  const taken = new Set(guessed.filter(target => target !== null && target !== 'own' && target !== 'kept'))
  for (const { column, field, score } of offers.sort((a, b) => b.score - a.score || a.column - b.column)) {
    if (guessed[column] !== null || score < fits || remembered.has(folded(headings[column] ?? ''))) continue
    if (taken.has(field) && !(sharedFields.has(field) && score >= fits + 15)) continue
    guessed[column] = field
    taken.add(field)
  }
  if (headings.every(heading => heading.trim() === '')) withoutHeadings(guessed, taken, sample)
  const whole = headings.findIndex((heading, column) => guessed[column] === 'time' && wholeTime.test(heading))
  const time = guessed.indexOf('scenarioTime')
  if (time !== -1 && !taken.has('time') && !taken.has('date') && !taken.has('day')) guessed[time] = 'time'
  const repeats = (column: number) =>
    whole !== -1 && (mselHeadingScores(headings[column] ?? '').get('time') ?? 0) >= sure - 1
  const filled = (column: number) => below.some(row => (row[column] ?? '') !== '')
  const leftOut = (column: number) => remembered.get(folded(headings[column] ?? '')) === null
  return guessed.map(
    (target, column) => target ?? (filled(column) && !repeats(column) && !leftOut(column) ? 'own' : null),
  )
}

/** A word of two meanings is told by what stands below it: texts are no numbers, and serials neither long nor repeated. */
function unfit(field: MselField, sample: Rows, column: number): boolean {
  const cells = sample.flatMap(row => row[column]?.trim() || [])
  if (cells.length === 0) return false
  const share = (test: (cell: string) => boolean) => cells.filter(test).length / cells.length
  if (field === 'text' || field === 'title') return share(cell => /^[\d.]+$/.test(cell)) > 0.6
  return (
    field === 'serial' && (share(cell => cell.length > 40) > 0.2 || new Set(cells).size < cells.length / 2)
  )
}

/** What the cells themselves look like. A heading that says something else outweighs it. */
function contentScores(sample: Rows, column: number): [MselField, number][] {
  const cells = sample.flatMap(row => row[column]?.trim() || [])
  const mostly = (test: (cell: string) => boolean) =>
    cells.length > 0 && cells.filter(test).length / cells.length > 0.6
  if (mostly(cell => /^T\d{4}(?:\.\d{3})?/.test(cell))) return [['technique', 50]]
  if (mostly(cell => /^CVE-\d{4}-/i.test(cell))) return [['cve', 50]]
  if (mostly(cell => /^CWE-\d+/i.test(cell))) return [['cwe', 50]]
  if (mostly(saysWhen))
    return mostly(cell => parseListed(cell, context).kind === 'date') ? [['date', 46]] : [['time', 48]]
  return []
}

const modeWords =
  /\b(?:e-?mail|mail|sms|phone|call|letter|courriel|telefon|anruf|helistab|kiri|correo|llamada|fax|chat|radio|post)\b/i
const teamWords =
  /\b(?:team|cell|bt ?\d+|blue|red|white|green|equipe|équipe|gruppe|meeskond|equipo|excon)\s*\d*/i

/** Columns that nothing heads: by their contents, else the shorter texts are titles and the longer ones texts. */
function withoutHeadings(guessed: MselTarget[], taken: Set<unknown>, sample: Rows): void {
  const cells = guessed.map((_, column) => sample.flatMap(row => row[column]?.trim() || []))
  const offer = (field: MselField, test: (texts: string[]) => boolean) => {
    const column = guessed.findIndex(
      (target, at) => target === null && (cells[at]?.length ?? 0) > 0 && test(cells[at] ?? []),
    )
    if (column === -1 || taken.has(field)) return
    guessed[column] = field
    taken.add(field)
  }
  const share = (texts: string[], pattern: RegExp) =>
    texts.filter(text => pattern.test(text)).length / texts.length
  offer('mode', texts => share(texts, modeWords) >= 0.5 && texts.every(text => text.length <= 40))
  offer('to', texts => share(texts, teamWords) >= 0.5 && texts.every(text => text.length <= 60))
  const first = cells.findIndex(texts => texts.length > 0)
  const numbered = (texts: string[]) =>
    texts === cells[first] &&
    new Set(texts).size === texts.length &&
    texts.every(text => /^\p{L}{0,5}[-. ]?\d+(?:\.\d+)*$/u.test(text))
  offer('serial', numbered)
  const words = (texts: string[]) => share(texts, /\p{L}{2}/u) > 0.5
  offer('title', words)
  offer('text', words)
}
