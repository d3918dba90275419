import type { Moment } from '@/lib/time'
import { formatIso } from '@/lib/time-format'
import { parseMoment } from '@/lib/time-parse'
import type { Instant } from '@/lib/time-zones'
import { type DocumentProblem, danglingIds } from './ids/rules'
import {
  type DocumentInject,
  type DocumentMoment,
  documentFormat,
  documentSchema,
  documentVersion,
  type ExerciseDocument,
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
