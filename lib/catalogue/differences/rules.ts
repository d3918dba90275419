import type { CatalogueContent, KeptInject, KeptWait } from '../content/schema'

/** The fields of an inject in words, each empty for none: what two versions are compared by. */
type SpelledInject = Record<SpelledField, string>
const spelledFields = [
  ...(['title', 'text', 'kind', 'incident', 'at', 'waits', 'durationSeconds', 'story', 'phase'] as const),
  ...(['from', 'to', 'mode', 'objectives', 'trigger', 'expectedAction', 'measure'] as const),
  ...(['scoreLeast', 'scoreMost', 'notes', 'tlp', 'releasableTo', 'keptToKind'] as const),
  ...(['techniques', 'cves', 'cwes', 'values'] as const),
] as const
export type SpelledField = (typeof spelledFields)[number]

type Changed = { title: string; fields: { field: SpelledField; from: string; to: string }[] }
export type Differences = {
  added: string[]
  removed: string[]
  changed: Changed[]
  /** of the storyline itself and of its incidents and gates */
  around: { part: 'name' | 'summary' | 'incidents' | 'gates'; from: string; to: string }[]
}

/** Whether two contents say the same; when they were played where they come from is no part of it. */
export function sameContent(a: CatalogueContent, b: CatalogueContent): boolean {
  const plain = (content: CatalogueContent) => JSON.stringify({ ...content, startsAt: null })
  return plain(a) === plain(b)
}

const lines = (texts: readonly (string | null | undefined)[]) => texts.filter(Boolean).join('\n')
const said = (value: number | string | null) => (value === null ? '' : String(value))

function spelledOf(inject: KeptInject, content: CatalogueContent): SpelledInject {
  const parties = (list: KeptInject['from']) => lines(list.map(({ name }) => name))
  const { incidents, objectives, columns } = content
  return {
    ...{ title: inject.title, text: inject.text, kind: inject.kind },
    incident: incidents[inject.incident ?? -1]?.name ?? '',
    ...{ at: said(inject.at), waits: lines(inject.waits.map(wait => waitText(wait, content))) },
    ...{
      durationSeconds: said(inject.durationSeconds),
      story: said(inject.story),
      phase: said(inject.phase),
    },
    ...{ from: parties(inject.from), to: parties(inject.to), mode: said(inject.mode) },
    objectives: lines(inject.objectives.map(at => objectives[at]?.title)),
    ...{ trigger: inject.trigger, expectedAction: inject.expectedAction, measure: inject.measure },
    ...{ scoreLeast: said(inject.scoreLeast), scoreMost: said(inject.scoreMost), notes: inject.notes },
    ...{ tlp: said(inject.tlp), releasableTo: inject.releasableTo, keptToKind: said(inject.keptToKind) },
    ...{ techniques: lines(inject.techniques), cves: lines(inject.cves), cwes: lines(inject.cwes) },
    values: lines(inject.values.map(({ column, value }) => `${columns[column]?.name}: ${value}`)),
  }
}

/** By what is waited for, not by its place: that moves with every inject that is put before it. */
function waitText(
  { on, at, condition, delaySeconds }: KeptWait,
  { injects, gates }: CatalogueContent,
): string {
  const named = on === 'inject' ? (injects[at]?.title ?? '') : gateText(gates[at])
  return `${named} · ${condition} + ${delaySeconds} s`
}

const gateText = (gate: CatalogueContent['gates'][number] | undefined) => gate?.name || (gate?.kind ?? '')

/** What is different in the later version. Injects bear no ids here: the same is what says the same. */
export function differencesOf(before: CatalogueContent, after: CatalogueContent): Differences {
  const old = before.injects.map(inject => spelledOf(inject, before))
  const now = after.injects.map(inject => spelledOf(inject, after))
  const pairs = paired(old, now)
  const met = new Set(pairs.map(([from]) => from))
  const kept = new Set(pairs.map(([, to]) => to))
  const around = (['name', 'summary', 'incidents', 'gates'] as const).map(part => {
    return { part, from: partText(before, part), to: partText(after, part) }
  })
  return {
    added: now.filter(inject => !kept.has(inject)).map(({ title }) => title),
    removed: old.filter(inject => !met.has(inject)).map(({ title }) => title),
    changed: pairs.flatMap(([from, to]) => {
      const fields = spelledFields
        .filter(field => from[field] !== to[field])
        .map(field => ({ field, from: from[field], to: to[field] }))
      return fields.length === 0 ? [] : [{ title: to.title, fields }]
    }),
    around: around.filter(({ from, to }) => from !== to),
  }
}

function partText(content: CatalogueContent, part: 'name' | 'summary' | 'incidents' | 'gates'): string {
  if (part === 'name' || part === 'summary') return content[part]
  if (part === 'incidents')
    return lines(content.incidents.map(({ name, summary }) => (summary ? `${name}: ${summary}` : name)))
  return lines(
    content.gates.map(gate => {
      const waits = gate.waits.map(wait => waitText(wait, content))
      return `${gateText(gate)} (${gate.kind}): ${waits.join(', ')}`
    }),
  )
}

/** What makes two injects the same one, the surest first. */
const likenesses: readonly ((inject: SpelledInject) => string)[] = [
  inject => JSON.stringify(inject),
  ({ title, incident, kind }) => (title ? `${title}\n${incident}\n${kind}` : ''),
  ({ title }) => title,
  ({ text }) => text,
  ({ at, mode, to }) => (at ? `${at}\n${mode}\n${to}` : ''),
  inject => (inject.waits || inject.to ? JSON.stringify({ ...inject, title: '' }) : ''),
]

function paired(
  old: readonly SpelledInject[],
  now: readonly SpelledInject[],
): [SpelledInject, SpelledInject][] {
  const pairs: [SpelledInject, SpelledInject][] = []
  let [left, right] = [old, now]
  for (const likeness of likenesses) {
    const waiting = new Map<string, SpelledInject[]>()
    for (const inject of left) {
      const key = likeness(inject)
      if (key !== '') waiting.set(key, [...(waiting.get(key) ?? []), inject])
    }
    const found = new Map<SpelledInject, SpelledInject>()
    for (const inject of right) {
      const match = waiting.get(likeness(inject))?.shift()
      if (match) found.set(inject, match)
    }
    for (const [to, from] of found) pairs.push([from, to])
    const gone = new Set(found.values())
    left = left.filter(inject => !gone.has(inject))
    right = right.filter(inject => !found.has(inject))
  }
  const order = new Map(now.map((inject, at) => [inject, at]))
  return pairs.sort(([, a], [, b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
}

/** The column of the MSEL whose words a field of an entry goes by. */
export const columnOf = {
  ...{ title: 'title', text: 'text', kind: 'kind', incident: 'incidentId', at: 'start' },
  ...{ durationSeconds: 'duration', story: 'scenarioAt', phase: 'phaseId', from: 'from', to: 'to' },
  ...{ mode: 'deliveryModeId', objectives: 'objectives', trigger: 'trigger', measure: 'measure' },
  ...{ expectedAction: 'expectedAction', scoreLeast: 'scoreLeast', scoreMost: 'scoreMost', notes: 'notes' },
  ...{ tlp: 'tlp', releasableTo: 'releasableTo', keptToKind: 'keptToKindId', techniques: 'techniques' },
  ...{ cves: 'cves', cwes: 'cwes' },
} as const satisfies Partial<Record<SpelledField, string>>
