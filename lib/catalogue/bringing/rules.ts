import { emptyInject } from '@/lib/injects/known/rules'
import type { InjectRow, WaitRow } from '@/lib/injects/rules'
import { exerciseSecondsOf } from '@/lib/logic/times/rules'
import { scenarioAt } from '@/lib/scenario/marks/rules'
import { type Moment, momentLimits } from '@/lib/time'
import { timesIn } from '../content/rules'
import type { CatalogueContent, KeptInject, KeptParty, KeptWait } from '../content/schema'
import type { Place } from '../place/rules'
import { type Match, matchesOf, type Naming } from './names/rules'
import { momentAt, stretched } from './times/rules'

/** How an entry is to be brought in. */
export type Wish = {
  /** an existing storyline, a new one by this name, or none */
  storyline: { id: string } | { name: string } | null
  /** when the first inject is; null where the entry knows no times */
  start: Moment | null
  /** the distances between injects, in per cent of those that were kept */
  spacing: number
  /** what a person chose for names that the exercise does not know: by `Naming.key`, an id */
  choices: Readonly<Record<string, string>>
}

type NewGate = { id: string; kind: 'all' | 'any' | 'manual'; name: string; waits: WaitRow[] }

export type Bringing = {
  /** in their order, without serials */
  injects: InjectRow[]
  storyline: { id: string; name: string; summary: string } | null
  incidents: { id: string; name: string; summary: string }[]
  personas: { id: string; name: string; affiliation: string; note: string }[]
  modes: { id: string; name: string }[]
  gates: NewGate[]
  matches: Match[]
  /** what of each inject finds no place and goes into its notes; only those that have something */
  left: { at: number; lines: string[] }[]
}

export type BringProblem =
  | { reason: 'catalogue_storyline_needed' | 'catalogue_start_needed' | 'catalogue_too_far' }
  | { reason: 'catalogue_kind_missing'; names: string[] }

/** Why it cannot be brought in like this. What was kept to a kind of team must not be read by others here. */
export function bringProblem(
  content: CatalogueContent,
  place: Place,
  wish: Wish,
  matches: readonly Match[],
): BringProblem | null {
  if (content.incidents.length > 0 && wish.storyline === null) return { reason: 'catalogue_storyline_needed' }
  const names = matches.flatMap(({ kind, name, fate }) => (kind === 'kind' && fate === 'left' ? [name] : []))
  if (names.length > 0) return { reason: 'catalogue_kind_missing', names }
  if (content.startsAt === null) return null
  if (wish.start === null) return { reason: 'catalogue_start_needed' }
  const first = exerciseSecondsOf(wish.start, place.frame)
  const beyond = (seconds: number) => Math.abs(seconds) > momentLimits.offset
  const far =
    content.injects.some(({ at }) => at !== null && beyond(first + stretched(at, wish.spacing))) ||
    [...content.injects, ...content.gates].some(({ waits }) =>
      waits.some(({ delaySeconds }) => beyond(stretched(delaySeconds, wish.spacing))),
    )
  return far ? { reason: 'catalogue_too_far' } : null
}

/**
 * What bringing the entry in would make of it in this exercise: rows with ids of `newId`, but no serials yet. Names are
 * the same without case, diacritics and signs.
 */
export function planBringing(
  content: CatalogueContent,
  place: Place,
  wish: Wish,
  newId: () => string,
): Bringing {
  const storyline =
    wish.storyline === null || 'id' in wish.storyline
      ? null
      : { id: newId(), name: wish.storyline.name, summary: content.summary }
  const storylineId = storyline?.id ?? (wish.storyline && 'id' in wish.storyline ? wish.storyline.id : null)
  const matches = matchesOf(content, place, { storylineId, choices: wish.choices }, newId)
  const idOf = new Map(matches.map(({ kind, name, id }) => [nameKey(kind, name), id]))
  const find: Find = (kind, name) => (name === null ? null : (idOf.get(nameKey(kind, name)) ?? null))
  const ids = { inject: content.injects.map(newId), gate: content.gates.map(newId) }
  const waits = (kept: readonly KeptWait[]) => waitRows(kept, ids, wish.spacing)
  const first = wish.start === null ? null : exerciseSecondsOf(wish.start, place.frame)
  const storyAt = first === null ? null : scenarioAt(place.marks, first)
  const left: Bringing['left'] = []
  const injects = content.injects.map((kept, at) => {
    const lines = leftLines(kept, content, place, { find, story: storyAt !== null })
    if (lines.length > 0) left.push({ at, lines })
    const incident = kept.incident === null ? null : (content.incidents[kept.incident]?.name ?? null)
    return {
      ...emptyInject(ids.inject[at] ?? '', '', { storylineId, incidentId: find('incident', incident) }),
      ...{ kind: kept.kind, title: kept.title, text: kept.text },
      deliveryModeId: find('mode', kept.mode),
      from: parties(kept.from, find),
      to: parties(kept.to, find),
      moment:
        kept.at === null || first === null || wish.start === null
          ? null
          : momentAt(first + stretched(kept.at, wish.spacing), wish.start, place.frame),
      waits: waits(kept.waits),
      durationSeconds: kept.durationSeconds,
      scenarioAt: kept.story === null || storyAt === null ? null : storyAt + kept.story * 1000,
      phaseId: find('phase', kept.phase),
      ...{ trigger: kept.trigger, expectedAction: kept.expectedAction, measure: kept.measure },
      ...{ scoreLeast: kept.scoreLeast, scoreMost: kept.scoreMost },
      objectives: objectivesOf(kept, content, find),
      notes: notesWith(kept.notes, lines),
      ...{ tlp: kept.tlp, releasableTo: kept.releasableTo, keptToKindId: find('kind', kept.keptToKind) },
      ...{ techniques: kept.techniques, cves: kept.cves, cwes: kept.cwes },
      values: Object.fromEntries(valuesOf(kept, content, place, find)),
    }
  })
  const made = <Item extends { name: string }>(kind: Naming['kind'], items: readonly Item[]) =>
    matches.flatMap(match => {
      if (match.kind !== kind || match.fate !== 'made' || match.id === null) return []
      const item = items.find(({ name }) => name === match.name)
      return item ? [{ ...item, id: match.id }] : []
    })
  return {
    ...{ injects, storyline, matches, left },
    incidents: made('incident', content.incidents),
    personas: made('persona', content.personas),
    modes: made(
      'mode',
      content.injects.flatMap(({ mode }) => (mode === null ? [] : [{ name: mode }])),
    ),
    gates: content.gates.map(({ kind, name, waits: kept }, at) => {
      return { id: ids.gate[at] ?? '', kind, name, waits: waits(kept) }
    }),
  }
}

/** When each inject would be, in seconds from STARTEX, with what follows from waits; null where nobody can say. */
export function secondsAfter(content: CatalogueContent, place: Place, wish: Wish): (number | null)[] {
  const first = wish.start === null ? 0 : exerciseSecondsOf(wish.start, place.frame)
  const wider = <Node extends { waits: readonly KeptWait[] }>(node: Node) => ({
    ...node,
    waits: node.waits.map(wait => ({ ...wait, delaySeconds: stretched(wait.delaySeconds, wish.spacing) })),
  })
  const times = timesIn({
    gates: content.gates.map(wider),
    injects: content.injects.map(inject => {
      const at = inject.at === null ? null : stretched(inject.at, wish.spacing)
      return { ...wider(inject), at }
    }),
  })
  return times.map(time => (time === null ? null : first + time))
}

type Find = (kind: Naming['kind'], name: string | null) => string | null

const nameKey = (kind: string, name: string) => `${kind} ${name}`

function waitRows(
  kept: readonly KeptWait[],
  ids: Record<'inject' | 'gate', readonly string[]>,
  spacing: number,
): WaitRow[] {
  return kept.map(({ on, at, condition, delaySeconds }) => ({
    afterInjectId: on === 'inject' ? (ids.inject[at] ?? null) : null,
    afterGateId: on === 'gate' ? (ids.gate[at] ?? null) : null,
    ...{ condition, delaySeconds: stretched(delaySeconds, spacing) },
  }))
}

/** Two names may be one here: nobody is told twice. */
function parties(kept: readonly KeptParty[], find: Find): string[] {
  const refs = kept.flatMap(({ kind, name }) => {
    const id = find(kind, name)
    return id === null ? [] : [`${kind}:${id}`]
  })
  return [...new Set(refs)]
}

function objectivesOf({ objectives }: KeptInject, content: CatalogueContent, find: Find): string[] {
  const ids = objectives.flatMap(at => find('objective', content.objectives[at]?.title ?? null) ?? [])
  return [...new Set(ids)].sort()
}

function valuesOf(
  { values }: KeptInject,
  content: CatalogueContent,
  place: Place,
  find: Find,
): [string, string][] {
  return values.flatMap(({ column: at, value }): [string, string][] => {
    const kept = content.columns[at]
    const id = kept ? find('column', kept.name) : null
    const column = place.columns.find(known => known.id === id)
    if (!kept || !column) return []
    if (column.kind === 'team') {
      const team = find('team', value)
      return team === null ? [] : [[column.id, team]]
    }
    const choice = column.kind === 'choice' || column.kind === 'choices'
    if (choice && !value.split('\n').every(one => column.choices.includes(one))) return []
    return [[column.id, value]]
  })
}

/** What of an inject finds no place in this exercise, as a planner reads it in the notes. */
function leftLines(
  kept: KeptInject,
  content: CatalogueContent,
  place: Place,
  { find, story }: { find: Find; story: boolean },
): string[] {
  const lines: string[] = []
  for (const [word, side] of [
    ['From', kept.from],
    ['To', kept.to],
  ] as const)
    for (const { kind, name } of side) if (find(kind, name) === null) lines.push(`${word}: ${name}`)
  if (kept.phase !== null && find('phase', kept.phase) === null) lines.push(`Phase: ${kept.phase}`)
  for (const at of kept.objectives) {
    const objective = content.objectives[at]
    if (objective && find('objective', objective.title) === null)
      lines.push(`Objective: ${objective.number} ${objective.title}`)
  }
  const placed = new Set(valuesOf(kept, content, place, find).map(([id]) => id))
  for (const { column: at, value } of kept.values) {
    const name = content.columns[at]?.name ?? ''
    if (!placed.has(find('column', name) ?? '')) lines.push(`${name}: ${value.replaceAll('\n', ', ')}`)
  }
  if (kept.story !== null && !story) lines.push(`Story time: ${kept.story} s after the first inject`)
  return lines
}

const mostNotes = 8000

/** Below what stood there; what has no room left is in the list that was shown before. */
function notesWith(notes: string, lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const next = text === '' ? line : `${text}\n${line}`
    return next.length > mostNotes ? text : next
  }, notes)
}
