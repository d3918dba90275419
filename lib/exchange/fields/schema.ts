/** What a column of a MSEL may say of an inject. */
export const mselFields = [
  'serial',
  'day',
  'date',
  'time',
  'duration',
  'scenarioTime',
  'kind',
  'storyline',
  'incident',
  'title',
  'text',
  'mode',
  'from',
  'to',
  'phase',
  'controller',
  'reviewer',
  'trigger',
  'after',
  'expectedAction',
  'measure',
  'objective',
  'score',
  'tlp',
  'releasableTo',
  'technique',
  'cve',
  'cwe',
  'status',
  'notes',
] as const
export type MselField = (typeof mselFields)[number]

/**
 * `own` is a column of the exercise's own by its heading; `kept` stays with the inject as the file said it, to go back
 * with an export; null is left out.
 */
export type MselTarget = MselField | 'own' | 'kept' | null

/** What each column of a list means, from left to right. */
export type MselMapping = readonly MselTarget[]

/** Fields that several columns may fill together: names are all meant, texts stand below one another. */
export const sharedFields: ReadonlySet<MselField> = new Set([
  'text',
  'from',
  'to',
  'objective',
  'expectedAction',
  'notes',
  'technique',
  'cve',
  'cwe',
  'trigger',
  'measure',
])
