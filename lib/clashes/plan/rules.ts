import type { Wait } from '@/lib/logic/graph/rules'
import type { Moment, StartexFrame } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'

/** What the checks need to know of a plan, and no more: plain data, from rows, a document or a test. */
export type Plan = {
  frame: StartexFrame
  /** Minutes after midnight; the same twice means that nobody sleeps. May go over midnight. */
  night: { from: number; to: number }
  /** How many injects at once a controller can handle. */
  controllerLoad: number
  /** `endAt` is exclusive. */
  phases: readonly { id: string; startAt: Instant; endAt: Instant }[]
  /** `timeZone`: where the team plays from. */
  teams: readonly { id: string; timeZone: string }[]
  objectives: readonly PlanObjective[]
  injects: readonly PlanInject[]
  gates: readonly PlanGate[]
  /** What the exercise's release of ATT&CK says of codes; null where it goes by none, or by one that is not loaded. */
  techniques: readonly PlanTechnique[] | null
}

/** `replacedBy`: what to use instead of one that is withdrawn, where that is known. */
export type PlanTechnique = { code: string; withdrawn: boolean; replacedBy: string | null }

export type PlanObjective = { id: string; number: string; parentId: string | null; leastInjects: number }

export type PlanInject = {
  id: string
  serial: string
  kind: 'inject' | 'contingency' | 'expected_action' | 'information' | 'administrative'
  state: 'draft' | 'review' | 'approved' | 'synchronised'
  /** Its own time; null for what follows from its waits, or has none. */
  moment: Moment | null
  durationSeconds: number | null
  phaseId: string | null
  controllerId: string | null
  has: { title: boolean; text: boolean; mode: boolean; trigger: boolean; sender: boolean; recipient: boolean }
  toTeams: readonly string[]
  objectives: readonly string[]
  techniques: readonly string[]
  /** `after` is the id of an inject or of a gate. */
  waits: readonly Wait[]
}

export type PlanGate = { id: string; number: number; kind: 'all' | 'any' | 'manual'; waits: readonly Wait[] }

/** In the order in which they are listed: what cannot work first, what is unfinished last. */
export const checks = [
  'circular',
  'wait_gone',
  'gate_empty',
  'pinned_too_early',
  'outside_phases',
  'outside_own_phase',
  'team_night',
  'controller_overloaded',
  'objective_unserved',
  'no_sender',
  'no_recipient',
  'no_trigger',
  'no_time',
  'technique_unknown',
  'technique_withdrawn',
  'unfinished',
  'serial_gap',
] as const
export type Check = (typeof checks)[number]

export type Subject = {
  kind: 'inject' | 'gate' | 'objective' | 'controller' | 'team' | 'phase' | 'serials'
  id: string
}

/**
 * What is wrong, where and how to mend it. `where` begins with what it is about; `path` are injects and gates in the
 * order of happening. Evidence ends in `At` for instants, in `Offset` for seconds from STARTEX, in `Minute` for minutes
 * after midnight, in `Seconds` for lengths. `key` is the same for the same fault, however often it is looked at.
 */
export type Finding = {
  key: string
  check: Check
  where: readonly Subject[]
  path?: readonly string[]
  evidence: Readonly<Record<string, number | string>>
  mend: Mend
}

/** How to mend it, as a reason that `messages/…/clashes.json` words. */
export const mends = [
  'cut_circle',
  'drop_wait',
  'fill_gate',
  'move_or_unpin',
  'move_into_phase',
  'move_or_change_phase',
  'move_to_morning',
  'share_or_spread',
  'serve_objective',
  'name_sender',
  'name_recipient',
  'say_trigger',
  'give_time',
  'correct_code',
  'replace_technique',
  'choose_technique',
  'write_title',
  'write_text',
  'choose_mode',
  'fill_or_leave',
] as const
export type Mend = (typeof mends)[number]
