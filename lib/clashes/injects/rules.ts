import { isNight, minuteAt, nextAtMinute } from '@/lib/clashes/nights/rules'
import type {
  Check,
  Finding,
  Mend,
  Plan,
  PlanGate,
  PlanInject,
  PlanTechnique,
  Subject,
} from '@/lib/clashes/plan/rules'
import type { Graph } from '@/lib/logic/graph/rules'
import { isTooEarly, reasonPath, type Timed } from '@/lib/logic/times/rules'
import type { Instant } from '@/lib/time-zones'

/** What is known of the rest of the plan when one inject is looked at. */
export type Around = {
  plan: Plan
  graph: Graph
  times: ReadonlyMap<string, Timed>
  zoneOfTeam: ReadonlyMap<string, string>
  techniques: ReadonlyMap<string, PlanTechnique> | null
}

type Said = Partial<Pick<Finding, 'evidence' | 'path'>> & { also?: readonly Subject[]; about?: string }

function found(check: Check, of: Subject, mend: Mend, { also = [], about, ...said }: Said = {}): Finding {
  const key = `${check}:${of.id}${about === undefined ? '' : `:${about}`}`
  return { key, check, where: [of, ...also], evidence: {}, ...said, mend }
}

/** Everything that is wrong with one inject by itself. `at`: when it is planned, in its own time or by what it waits for. */
export function injectFindings(inject: PlanInject, at: Instant | null, around: Around): Finding[] {
  return [
    ...goneWaits({ kind: 'inject', id: inject.id }, inject.waits, around.graph),
    ...tooEarly(inject, around),
    ...outsidePhases(inject, at, around.plan),
    ...atNight(inject, at, around),
    ...misnamed(inject, around),
    ...unfinished(inject),
  ]
}

/** Codes that the release of the exercise does not know or has withdrawn. Without one every code is as good. */
function misnamed({ id, techniques }: PlanInject, around: Around): Finding[] {
  const known = around.techniques
  if (known === null) return []
  const of = { kind: 'inject', id } as const
  return techniques.flatMap(code => {
    const technique = known.get(code)
    const about = code
    if (!technique) return [found('technique_unknown', of, 'correct_code', { about, evidence: { code } })]
    if (!technique.withdrawn) return []
    const instead = technique.replacedBy
    return instead === null
      ? [found('technique_withdrawn', of, 'choose_technique', { about, evidence: { code } })]
      : [found('technique_withdrawn', of, 'replace_technique', { about, evidence: { code, instead } })]
  })
}

export function gateFindings(gate: PlanGate, graph: Graph): Finding[] {
  const of = { kind: 'gate', id: gate.id } as const
  const gone = goneWaits(of, gate.waits, graph)
  return gate.kind !== 'manual' && gate.waits.length === 0 ? [found('gate_empty', of, 'fill_gate')] : gone
}

function goneWaits(of: Subject, waits: PlanInject['waits'], graph: Graph): Finding[] {
  const gone = waits.filter(({ after }) => !graph.node(after))
  return gone.length > 0 ? [found('wait_gone', of, 'drop_wait', { evidence: { count: gone.length } })] : []
}

function tooEarly({ id }: PlanInject, { graph, times }: Around): Finding[] {
  const node = graph.node(id)
  const floorOffset = times.get(id)?.floor ?? null
  if (!node || node.start === null || floorOffset === null || !isTooEarly(node, times.get(id))) return []
  const evidence = { ownOffset: node.start, floorOffset, earlySeconds: floorOffset - node.start }
  const path = reasonPath(graph, other => times.get(other), id)
  return [found('pinned_too_early', { kind: 'inject', id }, 'move_or_unpin', { evidence, path })]
}

function outsidePhases({ id, phaseId }: PlanInject, at: Instant | null, { phases }: Plan): Finding[] {
  if (at === null || phases.length === 0) return []
  const of = { kind: 'inject', id } as const
  const own = phases.find(phase => phase.id === phaseId)
  if (own) {
    if (own.startAt <= at && at < own.endAt) return []
    const evidence = { injectAt: at, fromAt: own.startAt, untilAt: own.endAt }
    const also = [{ kind: 'phase', id: own.id } as const]
    return [found('outside_own_phase', of, 'move_or_change_phase', { evidence, also })]
  }
  if (phases.some(({ startAt, endAt }) => startAt <= at && at < endAt)) return []
  return [found('outside_phases', of, 'move_into_phase', { evidence: { injectAt: at } })]
}

/** One for each zone in which it is night, with the teams there that receive it. A whole day has no hour. */
function atNight({ id, moment, toTeams }: PlanInject, at: Instant | null, around: Around): Finding[] {
  const { night } = around.plan
  const wholeDay = moment?.anchor === 'dday' && moment.minute === null
  if (at === null || wholeDay || night.from === night.to || toTeams.length === 0) return []
  const byZone = new Map<string, Subject[]>()
  for (const team of toTeams) {
    const timeZone = around.zoneOfTeam.get(team)
    if (timeZone === undefined) continue
    const there = byZone.get(timeZone)
    if (there) there.push({ kind: 'team', id: team })
    else byZone.set(timeZone, [{ kind: 'team', id: team }])
  }
  return [...byZone].flatMap(([timeZone, also]) => {
    const minute = minuteAt(at, timeZone)
    if (!isNight(minute, night)) return []
    const evidence = {
      teamMinute: minute,
      injectAt: at,
      morningAt: nextAtMinute(at, night.to, timeZone),
      timeZone,
    }
    return [
      found('team_night', { kind: 'inject', id }, 'move_to_morning', { evidence, also, about: timeZone }),
    ]
  })
}

/** What goes from somebody to somebody. */
const played = new Set(['inject', 'contingency'])
const settled = new Set(['approved', 'synchronised'])

function unfinished({ id, kind, state, has, moment, waits }: PlanInject): Finding[] {
  const of = { kind: 'inject', id } as const
  const list: Finding[] = []
  if (played.has(kind) && !has.sender) list.push(found('no_sender', of, 'name_sender'))
  if (played.has(kind) && !has.recipient) list.push(found('no_recipient', of, 'name_recipient'))
  if (kind === 'contingency' && !has.trigger && waits.length === 0)
    list.push(found('no_trigger', of, 'say_trigger'))
  if (kind === 'inject' && moment === null && waits.length === 0) list.push(found('no_time', of, 'give_time'))
  if (!settled.has(state)) return list
  if (!has.title) list.push(found('unfinished', of, 'write_title', { about: 'title' }))
  if (!has.text && kind !== 'administrative')
    list.push(found('unfinished', of, 'write_text', { about: 'text' }))
  if (!has.mode && played.has(kind)) list.push(found('unfinished', of, 'choose_mode', { about: 'mode' }))
  return list
}
