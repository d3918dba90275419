import type { Plan } from '@/lib/clashes/plan/rules'
import type { PlanEdit, Recheck } from '@/lib/clashes/rules'
import { planInjectOf } from '@/lib/clashes/source/rules'
import type { InjectRow } from '@/lib/injects/rules'
import type { ChecksAnswer, ChecksQuestion, TypedField } from './checks-protocol'
import type { Rows } from './use-rows'

/** Injects sent at once: about a millisecond's work. */
const slice = 250
/** With more edits than this, all is looked at anew: it takes as long. */
const mostEdits = 400

type Heard = (answer: Exclude<ChecksAnswer, { kind: 'tried' }>) => void

export type ChecksLine = ReturnType<typeof openChecksLine>

/** The worker that checks the plan, and what it knows of the rows. */
export function openChecksLine(onHeard: Heard) {
  const worker = new Worker(new URL('./checks.worker.ts', import.meta.url), { type: 'module' })
  const tell = (question: ChecksQuestion) => worker.postMessage(question)
  const asked = new Map<number, (recheck: Recheck | null) => void>()
  let asks = 0
  let known: Rows | null = null
  let opening: { plan: Plan; rows: Rows } | null = null
  const expected = new Set<string>()
  worker.addEventListener('message', ({ data }: MessageEvent<ChecksAnswer>) => {
    if (data.kind !== 'tried') return onHeard(data)
    asked.get(data.ask)?.(data.recheck)
    asked.delete(data.ask)
  })

  const open = (plan: Plan, rows: Rows) => {
    const own = { plan, rows }
    opening = own
    tell({ kind: 'begin', plan })
    const all = [...rows.values()]
    const send = (from: number) => {
      // Somebody has changed the phases meanwhile: another opening is under way.
      if (opening !== own) return
      tell({ kind: 'injects', injects: all.slice(from, from + slice).map(planInjectOf) })
      if (from + slice < all.length) return whenIdle(() => send(from + slice))
      tell({ kind: 'open' })
      opening = null
      const latest = known
      known = rows
      if (latest && latest !== rows) update(plan, latest)
    }
    known = rows
    whenIdle(() => send(0))
  }

  /** What has changed since, sent as edits. */
  const update = (plan: Plan, rows: Rows) => {
    const before = known
    known = rows
    if (opening || !before || before === rows) return
    const edits: PlanEdit[] = []
    const own: string[] = []
    for (const [id, row] of rows) {
      const former = before.get(id)
      if (former === row) continue
      edits.push({ of: 'inject', id, to: planInjectOf(row) })
      if (expected.has(id) && former && isRetimed(former, row)) {
        expected.delete(id)
        own.push(id)
      }
    }
    for (const id of before.keys()) if (!rows.has(id)) edits.push({ of: 'inject', id, to: null })
    if (edits.length > mostEdits) open(plan, rows)
    else if (edits.length > 0) tell({ kind: 'edit', edits, own })
  }

  return {
    open,
    update,
    /** Times of these are about to change by the own hand. */
    expect: (ids: readonly string[]) => {
      for (const id of ids) expected.add(id)
    },
    /** They were refused after all. */
    forget: (ids: readonly string[]) => {
      for (const id of ids) expected.delete(id)
    },
    ask: (typed: TypedField): Promise<Recheck | null> => {
      asks += 1
      const ask = asks
      return new Promise(resolve => {
        asked.set(ask, resolve)
        tell({ kind: 'try', ask, typed })
      })
    },
    end: () => worker.terminate(),
  }
}

const timing = ({ moment, waits, durationSeconds }: InjectRow) =>
  JSON.stringify([moment, waits, durationSeconds])
const isRetimed = (a: InjectRow, b: InjectRow) => timing(a) !== timing(b)

function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: 1000 })
  else setTimeout(run, 20)
}
