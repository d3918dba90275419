import { readCsv } from '@/lib/sheets/csv/rules'
import { type Tactic, type Technique, techniqueCode } from '../rules'
import type { ReadAttack } from '../stix/rules'

const headings = {
  code: /^(?:id|code|technique(?: id)?|attack id)$/,
  name: /^(?:name|title|nom)$/,
  tactics: /^(?:tactics?|tactiques?)$/,
  withdrawn: /^(?:deprecated|revoked|withdrawn|retir[ée]e?)$/,
  replacedBy: /^(?:replaced by|revoked by|use instead|remplac[ée]e? par)$/,
} as const

/**
 * A table with a heading row: id and name, and where it has them tactics (by key or by name, parted by semicolons or
 * commas), deprecated (anything but nothing, no, false and 0) and replaced by. Tactics come in the order in which
 * techniques name them, unless rows with codes like TA0043 say another.
 */
export function readTable(text: string): ReadAttack {
  const read = readCsv(text)
  const [head = [], ...rows] = read.ok ? read.rows : []
  const at = (form: RegExp) =>
    head.findIndex(cell => form.test(cell.trim().toLowerCase().replaceAll('_', ' ')))
  const places = { code: at(headings.code), name: at(headings.name) }
  if (places.code < 0 || places.name < 0) return { ok: false, problem: 'attack_no_columns' }
  const [tacticsAt, withdrawnAt, byAt] = [headings.tactics, headings.withdrawn, headings.replacedBy].map(at)
  const cell = (row: readonly string[], place = -1) => (row[place] ?? '').trim()
  const tactics = new Map<string, Tactic>()
  const techniques = new Map<string, Technique>()
  const named = (name: string) => {
    const key = keyOf(name)
    if (!tactics.has(key)) tactics.set(key, { key, name: name.includes(' ') ? name : wordsOf(key) })
    return key
  }
  for (const row of rows.filter(one => /^TA\d{4}$/i.test(cell(one, places.code)))) {
    const name = cell(row, places.name)
    const key = keyOf(cell(row, tacticsAt) || name)
    if (name !== '') tactics.set(key, { key, name })
  }
  for (const row of rows) {
    const code = cell(row, places.code).toUpperCase()
    const name = cell(row, places.name).slice(0, 200)
    if (!techniqueCode.test(code) || name === '') continue
    const replacedBy = cell(row, byAt).toUpperCase()
    techniques.set(code, {
      ...{ code, name, withdrawn: !/^(?:|0|no|non|false)$/i.test(cell(row, withdrawnAt)) },
      tactics: [
        ...new Set(
          cell(row, tacticsAt)
            .split(/[;,|]/)
            .map(one => one.trim())
            .filter(Boolean)
            .map(named),
        ),
      ],
      replacedBy: techniqueCode.test(replacedBy) ? replacedBy : null,
    })
  }
  if (techniques.size === 0) return { ok: false, problem: 'attack_no_techniques' }
  const sorted = [...techniques.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
  return { ok: true, domain: null, version: null, tactics: [...tactics.values()], techniques: sorted }
}

const keyOf = (name: string) => name.trim().toLowerCase().replace(/\s+/g, '-')

/** `command-and-control` → Command and Control, as MITRE writes them. */
function wordsOf(key: string): string {
  return key
    .split('-')
    .map(word => (word === 'and' ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ')
}
