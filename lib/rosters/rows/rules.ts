import { type ErrorParams, type FieldError, fieldErrorOf } from '@/lib/errors'
import { presenceProblem } from '@/lib/registrations/rules'
import { nomineeSchema } from '@/lib/registrations/schema'
import { dateIn } from '../dates/rules'
import { folded } from '../fields/rules'
import { type Mapping, peopleLimit, type RosterField } from '../fields/schema'
import { nameIn } from '../names/rules'
import { nationNamed } from '../nations/rules'
import { finderOf, presenceNamed, zoneNamed } from '../values/rules'

type Choice = { id: string; name: string }

/** The kinds of names that a delegation may explain: "Defender" means our role "Network defender". */
export const explainedKinds = ['role', 'team', 'company', 'site'] as const
export type ExplainedKind = (typeof explainedKinds)[number]

/** What a word means here; `meaning` is the id of a row, or empty where the cell counts as empty. */
export type Explanation = { kind: ExplainedKind; word: string; meaning: string }

/** What the rows of a roster are checked against: the exercise's own lists, and who stands on the delegation's already. */
export type RosterSetting = {
  roles: readonly Choice[]
  /** the delegation's own */
  teams: readonly Choice[]
  companies: readonly Choice[]
  sites: readonly (Choice & { remote: boolean })[]
  /** addresses on the delegation's list */
  taken: readonly string[]
  /** what an empty cell means */
  homeTimeZone: string
  homeNation: string | null
}

export type RowProblem = FieldError & { field: RosterField }

/** A person as `nomineeSchema` takes them in. */
type Nominee = Record<string, string>

export type CheckedRow = {
  /** the row of the file, from 1 */
  line: number
  /** what stood in the cells, by what it means */
  cells: Partial<Record<RosterField, string>>
  /** what the form would be sent; with problems, as far as it was understood */
  nominee: Nominee
  problems: RowProblem[]
}

const fieldOfKey: Record<string, RosterField> = {
  roleId: 'role',
  teamId: 'team',
  companyId: 'company',
  siteId: 'site',
}

const addressOf = (email: string) => email.trim().normalize('NFC').toLowerCase()

/**
 * Checks each row by the rules of the form for one person, and against the others: an address stands once in a file
 * and once in a delegation. `from` is the index of the first row below the headings; empty rows are passed over.
 */
export function checkRows(
  rows: readonly (readonly string[])[],
  from: number,
  mapping: Mapping,
  setting: RosterSetting,
  explanations: readonly Explanation[] = [],
): CheckedRow[] {
  const read = readerOf(setting, explanations)
  const taken = new Set(setting.taken.map(addressOf))
  const seen = new Map<string, number>()
  const checked: CheckedRow[] = []
  for (let at = from; at < rows.length; at++) {
    const cells = cellsOf(rows[at] ?? [], mapping)
    if (Object.keys(cells).length === 0) continue
    const row = { line: at + 1, cells, ...read(cells) }
    const address = addressOf(row.nominee.email ?? '')
    const before = seen.get(address)
    const note = (reason: string, params?: ErrorParams) =>
      row.problems.push({ field: 'email', reason, ...(params ? { params } : {}) })
    const named = address !== '' && !row.problems.some(({ field }) => field === 'email')
    if (named && before !== undefined) note('roster_email_twice', { line: before })
    else if (named && taken.has(address)) note('registration_email_taken')
    if (named && before === undefined) seen.set(address, row.line)
    if (checked.length >= peopleLimit)
      row.problems.push({ field: 'email', reason: 'roster_beyond', params: { most: peopleLimit } })
    checked.push(row)
  }
  return checked
}

function cellsOf(row: readonly string[], mapping: Mapping): Cells {
  const cells: Cells = {}
  for (const [column, field] of mapping.entries()) {
    const text = row[column]?.trim() ?? ''
    if (field !== null && text !== '') cells[field] = text
  }
  return cells
}

type Cells = Partial<Record<RosterField, string>>
type Search = (text: string) => string | null

/** Reads one row. What a word stands for is looked up once; a roster repeats few of them. */
function readerOf(setting: RosterSetting, explanations: readonly Explanation[]) {
  const find = searchesOf(setting, explanations)
  const sites = new Map(setting.sites.map(site => [site.id, site]))
  return (cells: Cells): Pick<CheckedRow, 'nominee' | 'problems'> => {
    const problems: RowProblem[] = []
    const note: Note = (field, reason, params) =>
      problems.push({ field, reason, ...(params ? { params } : {}) })
    /** The value of a cell as it is understood, `otherwise` for an empty one. */
    const value = (field: keyof typeof find, reason: string, otherwise = '') => {
      const text = cells[field]
      if (text === undefined) return otherwise
      const found = find[field](text)
      if (found === null) note(field, reason, { value: text })
      return found ?? ''
    }
    const siteId = value('site', 'roster_site_unknown')
    const site = sites.get(siteId) ?? null
    const nominee: Nominee = {
      ...nameOf(cells, note),
      nativeName: cells.nativeName ?? '',
      email: cells.email ?? '',
      roleId: value('role', 'roster_role_unknown'),
      teamId: value('team', 'roster_team_unknown'),
      companyId: value('company', 'roster_company_unknown'),
      siteId,
      presence: value('presence', 'roster_presence_unknown', site?.remote ? 'remote' : 'on_site'),
      homeTimeZone: value('homeTimeZone', 'roster_zone_unknown', setting.homeTimeZone),
      homeNation: value('homeNation', 'roster_nation_unknown', setting.homeNation ?? ''),
      languages: cells.languages?.replaceAll(/[/|]/g, ',') ?? '',
      clearanceUntilOn: clearanceOf(cells.clearanceUntilOn, note),
    }
    const unfit = presenceProblem(nominee.presence === 'remote' ? 'remote' : 'on_site', site)
    if (unfit) note('site', unfit)
    return { nominee, problems: [...problems, ...schemaProblems(nominee, problems)] }
  }
}

/** How each kind of word is understood: by the exercise's names and what the delegation said of its own. */
function searchesOf(setting: RosterSetting, explanations: readonly Explanation[]) {
  const said = new Map(explanations.map(({ kind, word, meaning }) => [`${kind} ${folded(word)}`, meaning]))
  const named = (kind: ExplainedKind, choices: readonly Choice[]) => {
    const find = finderOf(choices)
    // What a word meant may be gone from the exercise since.
    const there = new Set(['', ...choices.map(({ id }) => id)])
    const meant = (text: string) => {
      const meaning = said.get(`${kind} ${folded(text)}`)
      return meaning !== undefined && there.has(meaning) ? meaning : null
    }
    return remembered(text => find(text) ?? meant(text))
  }
  return {
    role: named('role', setting.roles),
    team: named('team', setting.teams),
    company: named('company', setting.companies),
    site: named('site', setting.sites),
    presence: remembered(presenceNamed),
    homeTimeZone: remembered(zoneNamed),
    homeNation: remembered(nationNamed),
  }
}

type Note = (field: RosterField, reason: string, params?: ErrorParams) => unknown

function nameOf(cells: Cells, note: Note) {
  const { familyName = '', givenName = '', fullName } = cells
  if (fullName === undefined || (familyName !== '' && givenName !== '')) return { familyName, givenName }
  const name = nameIn(fullName)
  if (name === null) note('fullName', 'roster_name_unclear')
  return name ?? { familyName, givenName }
}

function clearanceOf(text: string | undefined, note: Note): string {
  if (text === undefined) return ''
  const read = dateIn(text)
  if ('date' in read) return read.date
  note('clearanceUntilOn', read.problem, { value: text })
  return ''
}

/** What the form's own schema refuses, where nothing was said of the field yet. */
function schemaProblems(nominee: Nominee, said: readonly RowProblem[]): RowProblem[] {
  const parsed = nomineeSchema.safeParse(nominee)
  if (parsed.success) return []
  const fields = new Set<RosterField>(said.map(({ field }) => field))
  // A whole name that could not be taken apart leaves both parts empty.
  if (fields.has('fullName')) for (const part of ['familyName', 'givenName'] as const) fields.add(part)
  return parsed.error.issues.flatMap(issue => {
    const key = String(issue.path[0])
    const field = fieldOfKey[key] ?? (key as RosterField)
    if (fields.has(field)) return []
    fields.add(field)
    return [{ field, ...fieldErrorOf(issue) }]
  })
}

function remembered(search: Search): Search {
  const known = new Map<string, string | null>()
  return text => {
    const before = known.get(text)
    if (before !== undefined) return before
    const found = search(text)
    known.set(text, found)
    return found
  }
}
