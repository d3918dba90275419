/**
 * The checks of a whole plan of 1,000, 10,000 and 50,000 shifts: from scratch, and after one edit of a shift, beside the
 * same checks straight from their definitions (`lib/clashes/whole/brute.fixture.ts`), which has nothing to keep and looks
 * at everything again after an edit. Both must find the same. Brute force takes minutes at 50,000 and is measured once
 * at each size.
 */
import { performance } from 'node:perf_hooks'
import { bruteClashes } from '@/lib/clashes/whole/brute.fixture'
import type { WholePlan } from '@/lib/clashes/whole/plan/rules'
import { clashesOf, watchClashes } from '@/lib/clashes/whole/rules'
import { editOf, numbers, wholePlanOf } from './whole-plan'

const sizes = [1_000, 10_000, 50_000] as const
const rounds = 9
const editsEach = 300

function timed<T>(run: () => T): { ms: number; result: T } {
  const start = performance.now()
  const result = run()
  return { ms: performance.now() - start, result }
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

type Measured = { found: number; scratch: number; edit: number; worst: number; brute: number }

/** Throws where the quick checks and the slow ones find different things. */
function measured(plan: WholePlan, withBrute: boolean): Measured {
  const pick = numbers(7)
  const scratch: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const { ms } = timed(() => clashesOf(plan))
    if (round > 0) scratch.push(ms)
  }
  const watch = watchClashes(plan)
  const shifts = [...plan.shifts]
  const edits = Array.from({ length: editsEach }, () => {
    const at = pick(shifts.length)
    const before = shifts[at]
    if (!before) throw new Error('nothing to edit')
    const edit = editOf(before, plan.people.length, pick)
    shifts[at] = edit.to
    return timed(() => watch.apply([edit])).ms
  })
  const keys = new Set(watch.clashes().map(({ key }) => key))
  let brute = 0
  if (withBrute) {
    const { ms, result } = timed(() => bruteClashes({ ...plan, shifts }))
    brute = ms
    if (keys.size !== result.size || [...result.keys()].some(key => !keys.has(key)))
      throw new Error(`${keys.size} clashes after the edits, ${result.size} by brute force`)
  }
  return { found: keys.size, scratch: median(scratch), edit: median(edits), worst: Math.max(...edits), brute }
}

const round = (value: number) => Number(value.toPrecision(3))

/** Both lines from one run. */
export function clashesBench(): ({ bench: string } & Record<string, unknown>)[] {
  // What runs for the first time is slow, whatever its size.
  for (let turn = 0; turn < 3; turn++) measured(wholePlanOf(sizes[0]), false)
  const each = sizes.map(size => measured(wholePlanOf(size), true))
  const all = (of: keyof Measured) => each.map(one => round(one[of]))
  const growth = (of: keyof Measured) =>
    each.slice(1).map((one, at) => round(one[of] / (each[at]?.[of] ?? 1)))
  const last = each.at(-1)
  if (!last) throw new Error('nothing was measured')
  const both = { sizes, found: all('found'), bruteMs: all('brute'), growthBrute: growth('brute'), n: rounds }
  return [
    {
      ...{ bench: 'clashes-full', ...both, scratchMs: all('scratch'), growth: growth('scratch') },
      ...{ ours: round(last.scratch), baseline: round(last.brute), ratio: round(last.scratch / last.brute) },
      unit: 'ms; growth for 10 and 5 times the shifts; ratio = ours / brute at 50,000',
      target: 'growth near 10 and 5',
    },
    {
      ...{
        bench: 'clashes-one-edit',
        ...both,
        editMs: all('edit'),
        worstMs: all('worst'),
        growth: growth('edit'),
      },
      ...{ ours: round(last.edit), baseline: round(last.scratch), ratio: round(last.edit / last.scratch) },
      ...{ edits: editsEach, unit: 'ms; ratio = one edit / from scratch at 50,000' },
      target: 'growth near 1',
    },
  ]
}
