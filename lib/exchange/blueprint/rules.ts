import { z } from 'zod'
import { guessTargets } from '../columns/rules'
import { markdownOf } from '../html/rules'
import type { Note } from '../notes/schema'
import { understandTable } from '../table/rules'
import type { UnderstoodTable } from '../table/schema'
import type { TimeChoices } from '../times/rules'

/**
 * SEI Blueprint's dump of a MSEL, and the seed data of its templates: events with cells of fields that each MSEL has of
 * its own. Older dumps wrap their lists (`$values`) and point back (`$ref`); ids are renewed there, and kept here.
 */
const unwrapped = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    value =>
      typeof value === 'object' && value !== null && '$values' in value && Array.isArray(value.$values)
        ? value.$values
        : value,
    z
      .array(item)
      .nullish()
      .transform(list => list ?? []),
  )

const text = z
  .string()
  .nullish()
  .transform(value => value ?? '')
const number = z
  .number()
  .nullish()
  .transform(value => value ?? null)
const cell = z.object({ DataFieldId: text, Value: text, ScenarioEventId: text })
const fieldSchema = z.object({ Id: text, MselId: text, Name: text, DataType: number, DisplayOrder: number })
const event = z.object({
  Id: text,
  MselId: text,
  DeltaSeconds: number,
  RowIndex: number,
  DataValues: unwrapped(cell),
})
const team = z.object({
  Name: text,
  ShortName: text,
  Team: z.object({ Name: text, ShortName: text }).nullish(),
})
const move = z.object({
  MselId: text,
  MoveNumber: number,
  Title: text,
  Description: text,
  DeltaSeconds: number,
})
const msel = z.object({
  Id: text,
  Name: text,
  Description: text,
  DataFields: unwrapped(fieldSchema),
  ScenarioEvents: unwrapped(event),
  Teams: unwrapped(team),
  MselTeams: unwrapped(team),
  Moves: unwrapped(move),
  Organizations: unwrapped(z.object({ MselId: text, Name: text, ShortName: text, Summary: text })),
})
const seed = msel.extend({
  Msels: unwrapped(z.object({ Id: text, Name: text })),
  DataValues: unwrapped(cell),
})
type Msel = z.infer<typeof msel>

export function looksLikeBlueprint(json: object): boolean {
  return 'ScenarioEvents' in json || 'Msels' in json
}

/** The MSELs of a file by name; null for what only looks like one. */
export function blueprintMsels(json: unknown): { name: string; msel: Msel }[] | null {
  const parsed = seed.safeParse(json)
  if (!parsed.success) return null
  const { Msels, DataValues, ...whole } = parsed.data
  if (Msels.length === 0) return [{ name: whole.Name, msel: whole }]
  const cells = new Map<string, typeof DataValues>()
  for (const value of DataValues)
    cells.set(value.ScenarioEventId, [...(cells.get(value.ScenarioEventId) ?? []), value])
  return Msels.map(({ Id, Name }) => {
    const own = <Item extends { MselId: string }>(list: Item[]) => list.filter(item => item.MselId === Id)
    const events = own(whole.ScenarioEvents).map(item => ({
      ...item,
      DataValues: cells.get(item.Id) ?? item.DataValues,
    }))
    const lists = { DataFields: own(whole.DataFields), ScenarioEvents: events, Moves: own(whole.Moves) }
    return { name: Name, msel: { ...whole, Id, Name, ...lists } }
  })
}

/** Its events as rows of its own fields; their times are the seconds from its start, whatever its cells say of time. */
export function understandBlueprint(msel: Msel, times: TimeChoices): UnderstoodTable {
  const fields = msel.DataFields.toSorted((a, b) => (a.DisplayOrder ?? 0) - (b.DisplayOrder ?? 0))
  const events = msel.ScenarioEvents.toSorted((a, b) => (a.DeltaSeconds ?? 0) - (b.DeltaSeconds ?? 0))
  const notes: Note[] = []
  const rows = events.map((event, at) => {
    const values = new Map(event.DataValues.map(({ DataFieldId, Value }) => [DataFieldId, Value]))
    return fields.map(({ Id }, column) => {
      const { text, images } = markdownOf(values.get(Id) ?? '')
      if (images > 0) notes.push({ row: at + 2, column, reason: 'embedded_left_out', text: `${images}` })
      // An empty card is written as two apostrophes.
      return text === "''" ? '' : text
    })
  })
  const headings = fields.map(({ Name }) => Name.trim())
  const guessed = guessTargets(headings, rows)
  const mapping = guessed.map(target =>
    target === 'time' || target === 'date' || target === 'day' ? 'own' : target,
  )
  // An event may be without any words: its time alone makes it one.
  const table = [
    headings,
    ...rows.map((row, at) => (row.some(Boolean) ? row : withWord(row, events[at]?.Id ?? ''))),
  ]
  const read = understandTable(table, { format: 'blueprint-json', heading: 0, headings, mapping, times })
  for (const [at, line] of read.lines.entries()) {
    const [inject, event] = [read.document.scenario.injects[at], events[line - 2]]
    if (!inject || !event) continue
    if (inject.serial === event.Id) inject.serial = null
    inject.start = { anchor: 'ttime', offset: event.DeltaSeconds ?? 0 }
    inject.foreign = { format: 'blueprint-json', id: event.Id, fields: inject.foreign?.fields ?? {} }
  }
  addLists(read, msel)
  return { ...read, notes: [...notes, ...read.notes] }
}

function withWord(row: string[], id: string): string[] {
  return row.map((cell, at) => (at === 0 ? id : cell))
}

/** Its teams, moves and organisations, used by an event or not. */
function addLists({ document }: UnderstoodTable, msel: Msel): void {
  const { teams, phases, scenario } = document
  const named = new Map(teams.map(team => [team.name.toLowerCase(), team]))
  for (const entry of [...msel.Teams, ...msel.MselTeams]) {
    const { Name, ShortName } = entry.Team ?? entry
    if (Name === '' || named.has(Name.toLowerCase()) || named.has(ShortName.toLowerCase())) continue
    const team = {
      id: `t${teams.length + 1}`,
      name: Name.slice(0, 120),
      number: null,
      kind: null,
      parent: null,
      site: null,
    }
    teams.push(team)
    named.set(Name.toLowerCase(), team)
  }
  for (const { MoveNumber, Title, Description, DeltaSeconds } of msel.Moves) {
    const name = String(MoveNumber ?? '')
    const start = DeltaSeconds === null ? null : ({ anchor: 'ttime', offset: DeltaSeconds } as const)
    const used = phases.find(phase => phase.name === name)
    const words = [`Move ${name}`, Title || Description].filter(Boolean).join(': ').slice(0, 200)
    if (used) Object.assign(used, { name: words, start })
    else
      phases.push({ id: `ph${phases.length + 1}`, name: words, audience: 'participants', start, end: null })
  }
  phases.sort((a, b) => offsetOf(a.start) - offsetOf(b.start))
  const personas = new Map(scenario.personas.map(persona => [persona.name.toLowerCase(), persona]))
  for (const { Name, ShortName, Summary } of msel.Organizations) {
    const known = personas.get(Name.toLowerCase()) ?? personas.get(ShortName.toLowerCase())
    if (known) known.note ||= Summary.slice(0, 2000)
    else if (Name !== '')
      scenario.personas.push({
        id: `p${scenario.personas.length + 1}`,
        name: Name.slice(0, 200),
        affiliation: '',
        note: Summary.slice(0, 2000),
      })
  }
}

function offsetOf(start: { anchor: string; offset?: number } | null): number {
  return start?.offset ?? 0
}
