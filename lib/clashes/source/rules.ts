import type { Plan, PlanGate, PlanInject } from '@/lib/clashes/plan/rules'
import type { InjectRow, WaitRow } from '@/lib/injects/rules'
import { type Wait, waitConditions } from '@/lib/logic/graph/rules'
import { resolvePhase } from '@/lib/schedule/rules'
import type { Moment, StartexFrame } from '@/lib/time'

/** What the checks need of an exercise beside its injects, as the editor's dictionary has it. */
export type PlanSource = {
  frame: StartexFrame
  settings: { nightFrom: number; nightTo: number; controllerLoad: number } | null
  phases: readonly { id: string; start: Moment | null; end: Moment | null }[]
  teams: readonly { id: string; timeZone: string | null }[]
  objectives: readonly { id: string; number: string; parentId: string | null; leastInjects: number }[]
  gates: readonly { id: string; number: number; kind: PlanGate['kind'] }[]
  gateWaits: readonly {
    gateId: string
    afterInjectId: string | null
    afterGateId: string | null
    condition: string
    delaySeconds: number
  }[]
}

/** As an exercise without settings of its own has them. */
const usual = { nightFrom: 1320, nightTo: 360, controllerLoad: 3 }

/**
 * A plan without its injects, which come after it. A team without a site plays where the exercise is at home.
 * `techniques`: null until they have come, and where the exercise goes by no release.
 */
export function planFrom(source: PlanSource, techniques: Plan['techniques']): Plan {
  const { frame, teams, objectives, gates, gateWaits } = source
  const { nightFrom, nightTo, controllerLoad } = source.settings ?? usual
  return {
    frame,
    night: { from: nightFrom, to: nightTo },
    controllerLoad,
    phases: source.phases.flatMap(({ id, start, end }) => {
      if (!start || !end) return []
      const { startAt, endAt } = resolvePhase({ start, end }, frame)
      return [{ id, startAt, endAt }]
    }),
    teams: teams.map(({ id, timeZone }) => ({ id, timeZone: timeZone ?? frame.timeZone })),
    objectives: objectives.map(({ id, number, parentId, leastInjects }) => ({
      ...{ id, number, parentId, leastInjects },
    })),
    injects: [],
    techniques:
      techniques?.map(({ code, withdrawn, replacedBy }) => ({ code, withdrawn, replacedBy })) ?? null,
    gates: gates.map(({ id, number, kind }) => ({
      ...{ id, number, kind },
      waits: gateWaits.filter(({ gateId }) => gateId === id).map(waitFrom),
    })),
  }
}

type LooseWait = Omit<WaitRow, 'condition'> & { condition: string }

export const waitFrom = ({ afterInjectId, afterGateId, condition, delaySeconds }: LooseWait): Wait => ({
  after: afterInjectId ?? afterGateId ?? '',
  condition: waitConditions.find(one => one === condition) ?? 'released',
  delay: delaySeconds,
})

/** An inject as the checks see it. */
export function planInjectOf(row: InjectRow): PlanInject {
  const { id, serial, kind, state, moment, durationSeconds, phaseId, controllerId, objectives, techniques } =
    row
  return {
    ...{ id, serial, kind, state, moment, durationSeconds, phaseId, controllerId, objectives },
    techniques,
    has: {
      title: row.title !== '',
      text: row.text !== '',
      mode: row.deliveryModeId !== null,
      trigger: row.trigger !== '',
      sender: row.from.length > 0,
      recipient: row.to.length > 0,
    },
    toTeams: teamsIn(row.to),
    waits: row.waits.map(waitFrom),
  }
}

/** The teams among those who send or receive. */
export const teamsIn = (refs: readonly string[]): string[] =>
  refs.flatMap(ref => (ref.startsWith('team:') ? [ref.slice('team:'.length)] : []))
