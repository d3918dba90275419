import type { Plan, PlanInject } from '@/lib/clashes/plan/rules'
import { distanceOf, exerciseSecondsOf, instantOfSeconds } from '@/lib/logic/times/rules'
import { resolveMoment } from '@/lib/time'
import { wallAt } from '@/lib/time-calendar'
import type { Instant } from '@/lib/time-zones'

type Node = {
  id: string
  kind: string
  start: number | null
  duration: number | null
  waits: PlanInject['waits']
}
type Time = { at: number | null; floor: number | null }

/**
 * The checks straight from their definitions, one after the other and sharing nothing: the judge of the quick ones, and
 * the baseline that they are measured against. Gives the key of each finding with the number that matters most.
 */
export function bruteFindings(plan: Plan): Map<string, number> {
  const nodes = nodesOf(plan)
  const times = bruteTimes(nodes)
  const at = (inject: PlanInject): Instant | null => {
    if (inject.moment) return resolveMoment(inject.moment, plan.frame).at
    const seconds = times.get(inject.id)?.at ?? null
    return seconds === null ? null : instantOfSeconds(seconds, plan.frame)
  }
  return new Map([
    ...circles(nodes),
    ...plan.gates.flatMap(gate => goneWaits(gate, nodes, gate.kind !== 'manual')),
    ...plan.injects.flatMap(inject => goneWaits(inject, nodes, false)),
    ...[...nodes.values()].flatMap(({ id, start }): [string, number][] => {
      const floor = times.get(id)?.floor ?? null
      return start !== null && floor !== null && floor > start
        ? [[`pinned_too_early:${id}`, floor - start]]
        : []
    }),
    ...plan.injects.flatMap(inject => phases(inject, at(inject), plan)),
    ...plan.injects.flatMap(inject => nights(inject, at(inject), plan)),
    ...overloaded(plan, at),
    ...unserved(plan),
    ...plan.injects.flatMap(one => misnamed(one, plan)),
    ...plan.injects.flatMap(unfinished),
    ...gaps(plan),
  ])
}

function nodesOf({ injects, gates, frame }: Plan): Map<string, Node> {
  const own = injects.map(({ id, moment, durationSeconds, waits }): [string, Node] => [
    id,
    {
      id,
      kind: 'inject',
      start: moment && exerciseSecondsOf(moment, frame),
      duration: durationSeconds,
      waits,
    },
  ])
  const between = gates.map(({ id, kind, waits }): [string, Node] => [
    id,
    { id, kind, start: null, duration: null, waits },
  ])
  return new Map([...own, ...between])
}

/** Everything that leads to a node, by walking back from it. */
function before(nodes: Map<string, Node>, id: string, through: (node: Node) => boolean): Set<string> {
  const seen = new Set<string>()
  const open = [id]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { after } of nodes.get(next)?.waits ?? []) {
      const node = nodes.get(after)
      if (!node || seen.has(after) || !through(node)) continue
      seen.add(after)
      open.push(after)
    }
  }
  return seen
}

/** Round after round, until nothing changes any more. */
function bruteTimes(nodes: Map<string, Node>): Map<string, Time> {
  const round = new Set([...nodes.keys()].filter(id => before(nodes, id, n => n.start === null).has(id)))
  const times = new Map<string, Time>()
  const never = new Set(
    [...nodes.values()].filter(
      ({ id, start }) =>
        start === null &&
        (round.has(id) || [...before(nodes, id, n => n.start === null)].some(one => round.has(one))),
    ),
  )
  for (const { id, start } of nodes.values()) times.set(id, { at: start, floor: null })
  for (let changed = true; changed; ) {
    changed = false
    for (const node of nodes.values()) {
      if (never.has(node)) continue
      const now = timeOf(node, nodes, times)
      const was = times.get(node.id)
      if (now.at === was?.at && now.floor === was?.floor) continue
      times.set(node.id, now)
      changed = true
    }
  }
  return times
}

function timeOf({ kind, start, waits }: Node, nodes: Map<string, Node>, times: Map<string, Time>): Time {
  const each = waits.map(wait => {
    const after = nodes.get(wait.after)
    const time = times.get(wait.after)
    if (!after || !time) return { at: null, floor: null }
    const plus = (seconds: number | null) =>
      seconds === null
        ? null
        : seconds + distanceOf(wait, { ...after, kind: after.kind === 'inject' ? 'inject' : 'all' })
    return { at: plus(time.at), floor: plus(time.at ?? time.floor) }
  })
  const ats = each.map(one => one.at).filter(at => at !== null)
  const floors = each.map(one => one.floor).filter(floor => floor !== null)
  if (kind === 'any') {
    if (ats.length > 0) return { at: Math.min(...ats), floor: Math.min(...ats) }
    return { at: null, floor: floors.length === each.length && each.length > 0 ? Math.min(...floors) : null }
  }
  const floor = floors.length > 0 ? Math.max(...floors) : null
  const at = ats.length === each.length && each.length > 0 && kind === 'inject' ? floor : null
  return { at: start ?? (kind === 'all' && ats.length === each.length ? floor : at), floor }
}

function circles(nodes: Map<string, Node>): [string, number][] {
  const back = new Map([...nodes.keys()].map(id => [id, before(nodes, id, () => true)]))
  const found = new Map<string, number>()
  for (const [id, own] of back) {
    if (!own.has(id)) continue
    const members = [...own].filter(other => back.get(other)?.has(id)).sort()
    found.set(`circular:${members[0]}`, members.length)
  }
  return [...found]
}

function goneWaits(
  one: Pick<Node, 'id' | 'waits'>,
  nodes: Map<string, Node>,
  needs: boolean,
): [string, number][] {
  const gone = one.waits.filter(({ after }) => !nodes.has(after)).length
  if (needs && one.waits.length === 0) return [[`gate_empty:${one.id}`, 0]]
  return gone > 0 ? [[`wait_gone:${one.id}`, gone]] : []
}

function phases({ id, phaseId }: PlanInject, at: Instant | null, plan: Plan): [string, number][] {
  if (at === null || plan.phases.length === 0) return []
  const inside = plan.phases
    .filter(({ startAt, endAt }) => startAt <= at && at < endAt)
    .map(phase => phase.id)
  const own = plan.phases.some(phase => phase.id === phaseId)
  if (own) return inside.includes(phaseId ?? '') ? [] : [[`outside_own_phase:${id}`, at]]
  return inside.length > 0 ? [] : [[`outside_phases:${id}`, at]]
}

function nights({ id, moment, toTeams }: PlanInject, at: Instant | null, plan: Plan): [string, number][] {
  const { from, to } = plan.night
  if (at === null || (moment?.anchor === 'dday' && moment.minute === null)) return []
  return toTeams.flatMap((teamId): [string, number][] => {
    const zone = plan.teams.find(team => team.id === teamId)?.timeZone
    if (zone === undefined) return []
    const { minute } = wallAt(at, zone)
    // A night over midnight is a night that ends a day later.
    const asleep = [minute, minute + 1440].some(m => from <= m && m < (to < from ? to + 1440 : to))
    return asleep ? [[`team_night:${id}:${zone}`, minute]] : []
  })
}

function overloaded(plan: Plan, at: (inject: PlanInject) => Instant | null): [string, number][] {
  const people = [...new Set(plan.injects.map(({ controllerId }) => controllerId))].filter(id => id !== null)
  return people.flatMap(controller => {
    const tasks = plan.injects
      .filter(one => one.controllerId === controller && one.kind !== 'expected_action')
      .filter(({ moment }) => moment?.anchor !== 'dday' || moment.minute !== null)
      .flatMap(one => {
        const start = at(one)
        if (start === null) return []
        return [{ id: one.id, start, end: start + Math.max(60, one.durationSeconds ?? 0) * 1000 }]
      })
      .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
    let until = Number.NEGATIVE_INFINITY
    return tasks.flatMap((task, index): [string, number][] => {
      const running = tasks.slice(0, index + 1).filter(({ end }) => end > task.start).length
      if (running <= plan.controllerLoad || task.start < until) return []
      const calm = tasks
        .map(({ end }) => end)
        .filter(end => end > task.start)
        .sort((a, b) => a - b)
        .find(end => tasks.filter(one => one.start < end && one.end > end).length <= plan.controllerLoad)
      until = calm ?? Number.POSITIVE_INFINITY
      return [[`controller_overloaded:${controller}:${task.id}`, until]]
    })
  })
}

function unserved({ objectives, injects }: Plan): [string, number][] {
  const below = (id: string, other: string, depth = 0): boolean =>
    id === other ||
    (depth < objectives.length &&
      objectives.some(one => one.id === other && one.parentId !== null && below(id, one.parentId, depth + 1)))
  return objectives.flatMap(({ id, leastInjects }): [string, number][] => {
    const count = injects.filter(
      one => one.kind !== 'administrative' && one.objectives.some(served => below(id, served)),
    ).length
    return count < leastInjects ? [[`objective_unserved:${id}`, count]] : []
  })
}

function misnamed({ id, techniques }: PlanInject, plan: Plan): [string, number][] {
  if (plan.techniques === null) return []
  const says = (code: string) => plan.techniques?.find(one => one.code === code)
  return [
    ...techniques.filter(code => !says(code)).map(code => `technique_unknown:${id}:${code}`),
    ...techniques.filter(code => says(code)?.withdrawn).map(code => `technique_withdrawn:${id}:${code}`),
  ].map(key => [key, 0])
}

function unfinished({ id, kind, state, has, moment, waits }: PlanInject): [string, number][] {
  const played = kind === 'inject' || kind === 'contingency'
  const done = state === 'approved' || state === 'synchronised'
  const faults: [boolean, string][] = [
    [played && !has.sender, `no_sender:${id}`],
    [played && !has.recipient, `no_recipient:${id}`],
    [kind === 'contingency' && !has.trigger && waits.length === 0, `no_trigger:${id}`],
    [kind === 'inject' && moment === null && waits.length === 0, `no_time:${id}`],
    [done && !has.title, `unfinished:${id}:title`],
    [done && !has.text && kind !== 'administrative', `unfinished:${id}:text`],
    [done && !has.mode && played, `unfinished:${id}:mode`],
  ]
  return faults.filter(([wrong]) => wrong).map(([, key]) => [key, 0])
}

function gaps({ injects }: Plan): [string, number][] {
  const split = injects
    .map(({ serial }) => serial.toLowerCase().match(/^(.*?)(\d+)$/))
    .filter(match => match !== null)
  return [...new Set(split.map(([, prefix = '']) => prefix))].flatMap(prefix => {
    const numbers = new Set(split.filter(match => match[1] === prefix).map(match => Number(match[2])))
    const most = [...numbers].reduce((a, b) => Math.max(a, b))
    const least = [...numbers].reduce((a, b) => Math.min(a, b))
    const found: [string, number][] = []
    for (let number = least + 1, first = number; number <= most; number++) {
      if (!numbers.has(number)) continue
      if (number > first) found.push([`serial_gap:${prefix}${first}`, number - first])
      first = number + 1
    }
    return found.length * 2 > numbers.size - 1 ? [] : found
  })
}
