import { z } from 'zod'
import { emptyDocument, emptyInject } from '../document/rules'
import type { DocumentInject } from '../document/schema'
import { entriesOf } from '../lists/rules'
import type { UnderstoodTable } from '../table/schema'

const words = z
  .string()
  .nullish()
  .transform(value => value ?? '')
const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform(items => items ?? [])
const option = z.object({ label: words, next_inject_id: words })
const communication = z.object({
  external_entity: words,
  direction: words,
  subject: words,
  body: words,
  delay_after_release_seconds: z.number().nullish(),
})
const injectSchema = z.object({
  id: words,
  title: words,
  content: words,
  target_teams: list(z.string()),
  sequence_order: z.number().nullish(),
  options: list(option),
  expected_actions: list(z.string()),
  triggers_communications: list(communication),
})
/** A table-top of IcebergTTX: injects that lead to one another by what the players decide. */
const scenarioSchema = z.object({
  title: words,
  description: words,
  debrief_notes: words,
  tags: list(z.string()),
  participant_teams: list(z.object({ id: words, label: words })),
  injects: z.array(injectSchema),
  start_inject_id: words,
})
type Table = z.infer<typeof scenarioSchema>

export function looksLikeIceberg(json: object): boolean {
  return 'injects' in json && ('participant_teams' in json || 'start_inject_id' in json)
}

/** Null for what only looks like one. A decision becomes the trigger in words of what it leads to, which waits for it. */
export function understandIceberg(json: unknown): UnderstoodTable | null {
  const parsed = scenarioSchema.safeParse(json)
  if (!parsed.success) return null
  const table = parsed.data
  const document = emptyDocument()
  const lists = entriesOf(document)
  const teams = new Map(table.participant_teams.map(({ id, label }) => [id, lists.teams.of(label || id).id]))
  const story = lists.storylines.of(table.title || 'IcebergTTX')
  story.summary = [table.description, table.tags.join(', '), table.debrief_notes]
    .filter(Boolean)
    .join('\n\n')
    .slice(0, 4000)
  const ordered = table.injects.toSorted((a, b) => (a.sequence_order ?? 0) - (b.sequence_order ?? 0))
  document.scenario.injects = ordered.map((given, at) => ({
    ...emptyInject(`i${at + 1}`),
    serial: given.sequence_order ? String(given.sequence_order) : null,
    title: given.title.slice(0, 300),
    text: given.content.slice(0, 20_000),
    storyline: story.id,
    to: given.target_teams.map(id => ({ kind: 'team' as const, id: teams.get(id) ?? lists.teams.of(id).id })),
    start: given.id === table.start_inject_id ? { anchor: 'ttime' as const, offset: 0 } : null,
    expectedAction: given.expected_actions
      .map(action => `- ${action}`)
      .join('\n')
      .slice(0, 4000),
    notes: given.triggers_communications.map(communicationWords).join('\n\n').slice(0, 8000),
    foreign: { format: 'icebergttx-json', id: given.id, fields: {} },
  }))
  addDecisions(document.scenario, ordered)
  return { document, lines: ordered.map((_, at) => at + 1), notes: [] }
}

function communicationWords(given: z.infer<typeof communication>): string {
  const delay = given.delay_after_release_seconds ?? 0
  const head = [given.direction, given.external_entity, given.subject].filter(Boolean).join(' · ')
  return `${head} (+${delay} s)\n${given.body}`
}

function addDecisions(
  scenario: { injects: DocumentInject[]; gates: Gate[] },
  ordered: Table['injects'],
): void {
  for (const [at, { id }] of ordered.entries()) {
    const inject = scenario.injects[at]
    const before = ordered.flatMap((given, from) =>
      given.options.flatMap(({ label, next_inject_id }) =>
        next_inject_id === id ? [{ from, label, title: given.title }] : [],
      ),
    )
    if (!inject || before.length === 0) continue
    inject.kind = 'contingency'
    inject.trigger = before
      .map(({ label, title }) => `${label} (${title})`)
      .join('; ')
      .slice(0, 2000)
    const froms = [...new Set(before.map(({ from }) => from))]
    const waits = froms.map(from => ({
      after: { kind: 'inject' as const, id: `i${from + 1}` },
      condition: 'released' as const,
      delaySeconds: 0,
    }))
    if (waits.length === 1) inject.waits = waits
    else {
      const number = scenario.gates.length + 1
      scenario.gates.push({ id: `g${number}`, number, kind: 'any', name: '', waits })
      inject.waits = [{ after: { kind: 'gate', id: `g${number}` }, condition: 'released', delaySeconds: 0 }]
    }
  }
}

type Gate = {
  id: string
  number: number
  kind: 'all' | 'any' | 'manual'
  name: string
  waits: DocumentInject['waits']
}
