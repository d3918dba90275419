import type { ExerciseStatus } from '@/lib/exercises/schema'
import type { Gate } from '@/lib/schedule/kinds/rules'
import { gateAt, resolvePhase } from '@/lib/schedule/rules'
import { type Moment, moveStartexReport, resolveMoment, type StartexFrame } from '@/lib/time'
import { readMoment } from '@/lib/time-typed'
import { type Instant, timeZoneNamed } from '@/lib/time-zones'

/** A moment of the plan and the row it stands in: `nation` names whose own date it is. */
export type PlannedMoment = {
  id: string
  what:
    | 'phase_start'
    | 'phase_end'
    | 'activity'
    | 'own_date'
    | 'sign_up_opens'
    | 'sign_up_closes'
    | 'agenda_item'
    | 'leg'
    | 'rota_start'
    | 'rota_end'
    | 'shift'
  title: string
  nation: { kind: 'nation' | 'organisation' | 'fictional'; code: string; name: string } | null
  gate: Gate | null
  moment: Moment
}

/** `happened`: it lies behind `now` and is kept where it was. `follows`: it rides on the exercise clock. */
export type MoveEffect = 'moves' | 'follows' | 'stays' | 'happened'

export type MovedMoment = PlannedMoment & {
  from: Instant
  to: Instant
  effect: MoveEffect
  /** the move itself brings it into a wall time that DST skips or repeats; the later instant is taken */
  adjusted: 'skipped' | 'repeated' | null
}

/** What moving STARTEX does to the plan, in the order in which it stands now. */
export function moveReport(
  rows: readonly PlannedMoment[],
  from: StartexFrame,
  to: StartexFrame,
  { now, keepPast }: { now: Instant; keepPast: boolean },
): MovedMoment[] {
  const moves = moveStartexReport(
    rows.map(row => row.moment),
    from,
    to,
  )
  const report = rows.map((row, index): MovedMoment => {
    const before = standsAt(row, from)
    if (keepPast && hasHappened(row, from, now)) {
      return { ...row, from: before, to: before, effect: 'happened', adjusted: null }
    }
    const after = standsAt(row, to)
    const moving = row.moment.anchor === 'ttime' ? 'follows' : 'moves'
    const effect = before === after ? 'stays' : moving
    return { ...row, from: before, to: after, effect, adjusted: moves[index]?.adjusted ?? null }
  })
  return report.sort((a, b) => a.from - b.from)
}

/** What says when a moment counts. */
type Stood = Pick<PlannedMoment, 'what' | 'gate' | 'moment'>

/** The instant that counts: an opening or a start as it begins, a closing or an end of a whole day as that day ends. */
export function standsAt({ what, gate, moment }: Stood, frame: StartexFrame): Instant {
  if (gate !== null) return gateAt(gate, moment, frame)
  if (what === 'phase_end' || what === 'sign_up_closes' || what === 'rota_end')
    return resolvePhase({ start: moment, end: moment }, frame).endAt
  return resolveMoment(moment, frame).at
}

/** Fixed moments never move, so they need no keeping. */
export function hasHappened(row: Stood, frame: StartexFrame, now: Instant): boolean {
  return row.moment.anchor !== 'fixed' && standsAt(row, frame) < now
}

/** What has happened as what it now is: a stored instant. */
export function pinned(row: Stood, frame: StartexFrame): Moment {
  const timeZone = row.moment.anchor === 'ttime' ? frame.timeZone : row.moment.timeZone
  return { anchor: 'fixed', at: standsAt(row, frame), timeZone }
}

/** Why STARTEX cannot move there: once it has happened it stays, and a move must move something. */
export function moveProblem(status: ExerciseStatus, from: StartexFrame, to: StartexFrame): string | null {
  if (status === 'conduct' || status === 'closed') return 'startex_has_happened'
  const same = from.startexAt === to.startexAt && from.timeZone === to.timeZone
  return same ? 'startex_same' : null
}

/** What would no longer fit after the move: phases and rotas that end before they start, a window that closes before it opens. */
export type Broken = { phases: string[]; window: boolean }

export function brokenBy(report: readonly MovedMoment[]): Broken {
  const at = (id: string, what: PlannedMoment['what']) =>
    report.find(row => row.id === id && row.what === what)?.to
  const gate = (wanted: Gate) => report.find(row => row.what === 'activity' && row.gate === wanted)?.to
  const phases = report.flatMap(({ what, id, title, to }) => {
    if (what !== 'phase_start' && what !== 'rota_start') return []
    const end = at(id, what === 'phase_start' ? 'phase_end' : 'rota_end')
    return end !== undefined && end <= to ? [title] : []
  })
  const [opens, closes] = [gate('registration_opens'), gate('registration_closes')]
  return { phases, window: opens !== undefined && closes !== undefined && closes <= opens }
}

type Query = Record<string, string | string[] | undefined>

/** A move as the address of its preview asks for it: `to` where it is understood, else `problem`. */
export type AskedMove = {
  text: string
  choice: 'earlier' | 'later' | null
  timeZone: string
  keepPast: boolean
  to: StartexFrame | null
  problem: string | null
}

/** Reads `?startex=…&startexChoice=…&zone=…&keepPast=true`; null where nothing is asked yet. */
export function readMove(query: Query, from: StartexFrame, now: Instant): AskedMove | null {
  const one = (key: string) => [query[key]].flat()[0] ?? ''
  const text = one('startex').slice(0, 200)
  if (text === '') return null
  const choice = (['earlier', 'later'] as const).find(value => value === one('startexChoice')) ?? null
  const timeZone = timeZoneNamed(one('zone') || from.timeZone)
  const asked = { text, choice, timeZone: timeZone ?? from.timeZone, keepPast: one('keepPast') === 'true' }
  if (timeZone === null) return { ...asked, to: null, problem: 'unknown_zone' }
  const read = readMoment({ text, choice }, { frame: from, timeZone, now })
  if (!read.ok) return { ...asked, to: null, problem: read.reason }
  if (read.moment.anchor !== 'fixed') return { ...asked, to: null, problem: 'startex_not_fixed' }
  const to = { startexAt: read.moment.at, timeZone }
  const same = to.startexAt === from.startexAt && timeZone === from.timeZone
  return same ? { ...asked, to: null, problem: 'startex_same' } : { ...asked, to, problem: null }
}
