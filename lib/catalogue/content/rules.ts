import { graphOf, type LogicNode } from '@/lib/logic/graph/rules'
import { impliedTimes } from '@/lib/logic/times/rules'
import { type CatalogueContent, contentSchema, type KeptWait } from './schema'

type Tlp = NonNullable<CatalogueContent['injects'][number]['tlp']>

/** From the strictest to the freest. */
const strictness: readonly Tlp[] = ['red', 'amber_strict', 'amber', 'green', 'clear']

/** The strictest of these markings; what bears none is as free as any. */
export function strictest(markings: readonly (Tlp | null)[]): Tlp {
  return strictness.find(tlp => markings.includes(tlp)) ?? 'clear'
}

/** The marking that an entry needs at least, by what its injects are marked with. */
export function contentTlp({ injects }: Pick<CatalogueContent, 'injects'>): Tlp {
  return strictest(injects.map(({ tlp }) => tlp))
}

/** Markings that are no freer than this one. */
export function asStrictAs(tlp: Tlp): Tlp[] {
  return strictness.slice(0, strictness.indexOf(tlp) + 1)
}

/** A stored document. Throws an Error for what was never written by us: a place that names nothing, above all. */
export function readContent(json: unknown): CatalogueContent {
  const content = contentSchema.parse(json)
  for (const problem of strayPlaces(content)) throw new Error(`Broken content of the catalogue: ${problem}`)
  return content
}

function* strayPlaces({
  injects,
  gates,
  incidents,
  objectives,
  columns,
}: CatalogueContent): Generator<string> {
  const within = (list: readonly unknown[], at: number) => at < list.length
  const waits = [...injects, ...gates].flatMap(({ waits }) => waits)
  if (!waits.every(({ on, at }) => within(on === 'inject' ? injects : gates, at))) yield 'a wait'
  for (const inject of injects) {
    if (inject.incident !== null && !within(incidents, inject.incident)) yield 'an incident'
    if (!inject.objectives.every(at => within(objectives, at))) yield 'an objective'
    if (!inject.values.every(({ column }) => within(columns, column))) yield 'a column'
  }
}

const nodeName = (on: 'inject' | 'gate', at: number) => `${on} ${at}`

/** When each inject is, in seconds from the first, with what follows from waits; null where nobody can say. */
export function timesIn({ injects, gates }: Pick<CatalogueContent, 'injects' | 'gates'>): (number | null)[] {
  const waitsOf = (waits: readonly KeptWait[]) =>
    waits.map(({ on, at, condition, delaySeconds }) => ({
      after: nodeName(on, at),
      condition,
      delay: delaySeconds,
    }))
  const nodes: LogicNode[] = [
    ...injects.map(({ at: start, durationSeconds: duration, waits }, at): LogicNode => {
      return { id: nodeName('inject', at), kind: 'inject', start, duration, waits: waitsOf(waits) }
    }),
    ...gates.map(({ kind, waits }, at): LogicNode => {
      return { id: nodeName('gate', at), kind, start: null, duration: null, waits: waitsOf(waits) }
    }),
  ]
  const times = impliedTimes(graphOf(nodes))
  return injects.map((_, at) => times.get(nodeName('inject', at))?.at ?? null)
}

/** From the first inject to the last, in seconds; null where fewer than two have a time. */
export function lengthOf(content: CatalogueContent): number | null {
  const times = timesIn(content).filter(time => time !== null)
  if (times.length < 2) return null
  return times.reduce((a, b) => Math.max(a, b)) - times.reduce((a, b) => Math.min(a, b))
}
