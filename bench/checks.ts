/**
 * The checks of a plan: 1,000, 10,000 and 30,000 injects from scratch and after one edit, beside the same checks
 * straight from their definitions (`lib/clashes/brute.fixture.ts`), which has nothing to keep and looks at everything
 * again after an edit. Brute force is measured once at each size, as it takes long. Both must find the same.
 */
import { performance } from 'node:perf_hooks'
import { bruteFindings } from '@/lib/clashes/brute.fixture'
import type { Plan, PlanGate, PlanInject } from '@/lib/clashes/plan/rules'
import { checkPlan, openChecks } from '@/lib/clashes/rules'
import { waitConditions } from '@/lib/logic/graph/rules'

const sizes = [1_000, 10_000, 30_000] as const
const rounds = 9
const editsEach = 300

/** The same numbers in each run (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

const DAY = 86_400_000
const startexAt = Date.UTC(2027, 3, 20, 6)
const zones = ['Europe/Tallinn', 'Asia/Tokyo', 'America/New_York', 'Europe/Madrid']

/** Storylines of 75 injects, a third of which wait for one or two before; teams on three continents; some faults. */
function planOf(size: number): Plan {
  const pick = numbers(size)
  const storylines = Math.ceil(size / 75)
  const gates: PlanGate[] = []
  const injects = Array.from({ length: size }, (_, at): PlanInject => {
    const storyline = at % storylines
    const number = Math.floor(at / storylines) + 1
    const before = () => `i${at - storylines * (1 + pick(3))}`
    const follows = number > 3 && pick(3) === 0
    const waits = follows ? Array.from({ length: 1 + pick(2) }, () => waitFor(before(), pick)) : []
    if (follows && pick(20) === 0) {
      gates.push({ id: `g${at}`, number: gates.length + 1, kind: pick(2) === 0 ? 'any' : 'all', waits })
      waits.splice(0, 2, waitFor(`g${at}`, pick))
    }
    const pinned = !follows || pick(10) === 0
    return {
      id: `i${at}`,
      serial: `${storyline + 1}.${number + (pick(400) === 0 ? 400 : 0)}`,
      kind: pick(12) === 0 ? 'information' : 'inject',
      state: pick(3) === 0 ? 'draft' : 'approved',
      moment: pinned ? { anchor: 'ttime', offset: (number - 1) * 4 * 3600 + pick(240) * 60 } : null,
      durationSeconds: pick(4) === 0 ? null : (1 + pick(6)) * 600,
      phaseId: pick(50) === 0 ? 'execution' : null,
      controllerId: `c${at % Math.ceil(size / 60)}`,
      has: {
        ...{ title: true, text: pick(100) > 0, mode: pick(100) > 0 },
        ...{ trigger: false, sender: pick(200) > 0, recipient: pick(200) > 0 },
      },
      toTeams: [`t${pick(24)}`, `t${pick(24)}`],
      objectives: [`o${pick(40)}`],
      techniques: [`T${1000 + pick(900)}`],
      waits,
    }
  })
  return {
    frame: { startexAt, timeZone: 'Europe/Tallinn' },
    ...{ night: { from: 1320, to: 360 }, controllerLoad: 3 },
    phases: [
      { id: 'execution', startAt: startexAt, endAt: startexAt + 10 * DAY },
      { id: 'assessment', startAt: startexAt + 10 * DAY, endAt: startexAt + 12 * DAY },
    ],
    teams: Array.from({ length: 24 }, (_, at) => ({ id: `t${at}`, timeZone: zones[at % 4] ?? 'UTC' })),
    objectives: Array.from({ length: 40 }, (_, at) => ({
      ...{ id: `o${at}`, number: `${at}`, parentId: at % 8 === 0 ? null : `o${at - (at % 8)}` },
      leastInjects: 5,
    })),
    injects,
    gates,
    techniques: Array.from({ length: 900 }, (_, at) => ({
      ...{ code: `T${1000 + at}`, replacedBy: null },
      withdrawn: at % 6 === 0,
    })),
  }
}

function waitFor(after: string, pick: (below: number) => number): PlanInject['waits'][number] {
  return { after, condition: waitConditions[pick(6)] ?? 'released', delay: pick(7) * 600 }
}

/** Somebody moves an inject by up to an hour, lets it follow, gives it to another controller, or makes it longer. */
function edited(inject: PlanInject, pick: (below: number) => number): PlanInject {
  const moved = inject.moment?.anchor === 'ttime' ? inject.moment.offset + pick(120) * 60 - 3600 : 3600
  const deeds: Partial<PlanInject>[] = [
    { moment: { anchor: 'ttime', offset: moved } },
    { moment: null },
    { controllerId: `c${pick(8)}` },
    { durationSeconds: pick(60) * 60 },
  ]
  return { ...inject, ...deeds[pick(deeds.length)] }
}

function timed<T>(run: () => T): { ms: number; result: T } {
  const start = performance.now()
  const result = run()
  return { ms: performance.now() - start, result }
}

function sure<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('nothing was measured')
  return value
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

function measured(plan: Plan) {
  const pick = numbers(7)
  const scratch: number[] = []
  let found = 0
  for (let round = 0; round <= rounds; round++) {
    const { ms, result } = timed(() => checkPlan(plan))
    if (round > 0) scratch.push(ms)
    found = result.length
  }
  const checker = openChecks(plan)
  const injects = [...plan.injects]
  const edits = Array.from({ length: editsEach }, () => {
    const at = pick(injects.length)
    const to = edited(sure(injects[at]), pick)
    injects[at] = to
    return timed(() => checker.edit([{ of: 'inject', id: to.id, to }])).ms
  })
  const brute = timed(() => bruteFindings({ ...plan, injects }))
  const keys = new Set(checker.findings().map(({ key }) => key))
  if (keys.size !== brute.result.size || [...brute.result.keys()].some(key => !keys.has(key)))
    throw new Error(`${keys.size} findings after the edits, ${brute.result.size} by brute force`)
  return { found, scratch: median(scratch), edit: median(edits), worst: Math.max(...edits), brute: brute.ms }
}

const round = (value: number) => Number(value.toPrecision(3))

/** Throws where the quick checks and the slow ones find different things. */
export function checksBench(): object {
  // What runs for the first time is slow, whatever its size.
  for (let turn = 0; turn < 3; turn++) measured(planOf(sizes[0]))
  const each = sizes.map(size => measured(planOf(size)))
  const growth = (of: 'scratch' | 'edit' | 'brute') =>
    each.slice(1).map((one, at) => round(one[of] / (each[at]?.[of] ?? 1)))
  const last = sure(each.at(-1))
  return {
    ...{ bench: 'checks', sizes, findings: each.map(({ found }) => found) },
    scratchMs: each.map(({ scratch }) => round(scratch)),
    editMs: each.map(({ edit }) => round(edit)),
    worstEditMs: each.map(({ worst }) => round(worst)),
    bruteMs: each.map(({ brute }) => round(brute)),
    ...{ growthScratch: growth('scratch'), growthEdit: growth('edit'), growthBrute: growth('brute') },
    ...{ ratioEdit: round(last.brute / last.edit) },
    ...{ ours: round(last.scratch), baseline: round(last.brute), ratio: round(last.brute / last.scratch) },
    ...{
      n: rounds,
      edits: editsEach,
      unit: 'ms; growth for 10 and 3 times the injects; ratio = brute / ours at 30,000',
    },
    target: 'growth near 10 and 3 from scratch, near 1 after an edit',
  }
}
