import type { Moment } from '@/lib/time'
import { formatIso } from '@/lib/time-format'
import { parseMoment } from '@/lib/time-parse'
import type { Instant } from '@/lib/time-zones'
import {
  type DocumentInject,
  documentFormat,
  documentSchema,
  documentVersion,
  type ExerciseDocument,
  type Party,
} from './schema'

/** What every reader begins with. */
export function emptyDocument(): ExerciseDocument {
  return documentSchema.parse({ format: documentFormat, version: documentVersion, scenario: {} })
}

const blank = documentSchema.shape.scenario.shape.injects.parse([{ id: ' ' }])[0]

/** An inject of which nothing but its id in the document is known. */
export function emptyInject(id: string): DocumentInject {
  if (!blank) throw new Error('An inject of an id alone is none')
  const lists = {
    from: [],
    to: [],
    objectives: [],
    techniques: [],
    cves: [],
    cwes: [],
    waits: [],
    values: {},
  }
  return { ...blank, ...lists, id }
}

export type DocumentProblem = { path: string; reason: string; words: string }
export type ReadDocument =
  | { ok: true; document: ExerciseDocument }
  | { ok: false; problems: DocumentProblem[] }

const problemsListed = 100

/** A document from JSON that claims to be one: its shape, then that each id means something and is given once. */
export function readDocument(json: unknown): ReadDocument {
  const parsed = documentSchema.safeParse(json)
  if (!parsed.success) {
    const problems = parsed.error.issues.slice(0, problemsListed)
    return {
      ok: false,
      problems: problems.map(({ path, code, message }) => ({
        path: path.join('.'),
        reason: code,
        words: message,
      })),
    }
  }
  const problems = [...danglingIds(parsed.data)].slice(0, problemsListed)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, document: parsed.data }
}

/** Two spaces, keys in the schema's order: the same document is the same text. */
export function writeDocument(document: ExerciseDocument): string {
  return `${JSON.stringify(documentSchema.parse(document), null, 2)}\n`
}

function* danglingIds(document: ExerciseDocument): Generator<DocumentProblem> {
  const { scenario } = document
  const known = new Map<string, Set<string>>()
  const lists = { ...document, ...scenario }
  for (const name of idLists) {
    const seen = new Set<string>()
    for (const [at, { id }] of lists[name].entries()) {
      if (seen.has(id)) yield { path: `${name}.${at}`, reason: 'id_repeated', words: `${id} is given twice` }
      seen.add(id)
    }
    known.set(name, seen)
  }
  const serials = new Set<string>()
  for (const [at, { serial }] of scenario.injects.entries()) {
    if (serial === null) continue
    const key = serial.toLowerCase()
    if (serials.has(key))
      yield { path: `injects.${at}`, reason: 'serial_repeated', words: `${serial} is given twice` }
    serials.add(key)
  }
  for (const [path, list, id] of idsUsed(document))
    if (!known.get(list)?.has(id))
      yield { path, reason: 'id_unknown', words: `${id} stands for nothing in ${list}` }
}

const idLists = [
  ...(['phases', 'activities', 'sites', 'teamKinds', 'teams', 'roles', 'storylines', 'incidents'] as const),
  ...(['modes', 'personas', 'objectives', 'columns', 'gates', 'injects'] as const),
]
type IdList = (typeof idLists)[number]

function* idsUsed({ activities, teams, scenario }: ExerciseDocument): Generator<[string, IdList, string]> {
  const given = function* (
    path: string,
    pairs: [IdList, string | null][],
  ): Generator<[string, IdList, string]> {
    for (const [list, id] of pairs) if (id !== null) yield [path, list, id]
  }
  for (const [at, { phase, team }] of activities.entries())
    yield* given(`activities.${at}`, [
      ['phases', phase],
      ['teams', team],
    ])
  for (const [at, { kind, parent, site }] of teams.entries())
    yield* given(`teams.${at}`, [
      ['teamKinds', kind],
      ['teams', parent],
      ['sites', site],
    ])
  for (const [at, { storyline }] of scenario.incidents.entries())
    yield [`incidents.${at}`, 'storylines', storyline]
  for (const [at, { parent }] of scenario.objectives.entries())
    yield* given(`objectives.${at}`, [['objectives', parent]])
  for (const [at, { waits }] of scenario.gates.entries()) yield* waitIds(`gates.${at}`, waits)
  for (const [at, inject] of scenario.injects.entries()) {
    const path = `injects.${at}`
    yield* given(path, [
      ['storylines', inject.storyline],
      ['incidents', inject.incident],
      ['modes', inject.mode],
      ['phases', inject.phase],
      ['teamKinds', inject.keptToKind],
      ...inject.objectives.map((id): [IdList, string] => ['objectives', id]),
      ...Object.keys(inject.values).map((id): [IdList, string] => ['columns', id]),
      ...[...inject.from, ...inject.to].flatMap(partyIds),
    ])
    yield* waitIds(path, inject.waits)
  }
}

const partyLists = { team: 'teams', role: 'roles', persona: 'personas' } as const

function partyIds(party: Party): [IdList, string][] {
  return party.kind === 'person' ? [] : [[partyLists[party.kind], party.id]]
}

function* waitIds(path: string, waits: DocumentInject['waits']): Generator<[string, IdList, string]> {
  for (const { after } of waits) yield [path, after.kind === 'inject' ? 'injects' : 'gates', after.id]
}

type DocumentMoment = NonNullable<DocumentInject['start']>

export function momentInDocument(moment: Moment): DocumentMoment {
  return moment.anchor === 'fixed' ? { ...moment, at: formatIso(moment.at) } : moment
}

/** Throws a RangeError for what the schema would have refused. */
export function momentOfDocument(moment: DocumentMoment): Moment {
  return moment.anchor === 'fixed' ? { ...moment, at: instantOfIso(moment.at) } : moment
}

export function instantOfIso(iso: string): Instant {
  const parsed = parseMoment(iso, { frame: { startexAt: 0, timeZone: 'UTC' }, timeZone: 'UTC' })
  if (!parsed.ok || parsed.moment.anchor !== 'fixed') throw new RangeError(`No instant: ${iso}`)
  return parsed.moment.at
}
