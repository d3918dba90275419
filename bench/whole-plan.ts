/** A whole plan of so many shifts: what `clashes-full` and `clashes-one-edit` check. */
import type { PlanActivity, PlanPerson, PlanShift, WholePlan } from '@/lib/clashes/whole/plan/rules'
import type { WholeEdit } from '@/lib/clashes/whole/rules'
import { usualRest } from '@/lib/shifts/rest/rules'

/** The same numbers in each run (mulberry32). */
export function numbers(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}
type Pick = ReturnType<typeof numbers>

const HOUR = 3_600_000
const startexAt = Date.UTC(2027, 3, 20, 6)
const zones = ['Europe/Tallinn', 'Asia/Tokyo', 'America/New_York', 'Europe/Madrid']
/** Watches of each crew of two: eight hours, then sixteen off. */
const watches = 25

/**
 * Crews of two that stand a watch a day, of teams of ten crews, and of forty delegations; some faults: somebody on two
 * shifts, a shift with one alone, one who withdrew. Activities as many as an exercise of that size has.
 */
export function wholePlanOf(size: number): WholePlan {
  const pick = numbers(size)
  const crews = Math.ceil(size / watches)
  const shifts = Array.from({ length: size }, (_, at) =>
    shiftOf(`s${at}`, at % crews, Math.floor(at / crews), pick),
  )
  return {
    rest: usualRest,
    phases: [
      { id: 'planning', startAt: startexAt - 8000 * HOUR, endAt: startexAt },
      { id: 'play', startAt: startexAt, endAt: startexAt + 24 * watches * HOUR },
    ],
    activities: Array.from({ length: Math.ceil(size / 25) }, (_, at) => activityOf(`a${at}`, crews, pick)),
    shifts,
    people: Array.from({ length: crews * 2 }, (_, at) => personOf(at, pick)),
    seats: Array.from({ length: Math.ceil(crews / 10) * 5 }, (_, at) => ({
      ...{ teamId: `t${Math.floor(at / 5)}`, roleId: `r${at % 5}` },
      ...{ least: 4, used: 3 + pick(8) },
    })),
    delegations: Array.from({ length: 40 }, (_, at) => ({
      ...{ id: `d${at}`, timeZone: zones[at % 4] ?? 'UTC', contacts: 1 + (at % 3), own: [] },
    })),
  }
}

function shiftOf(id: string, crew: number, day: number, pick: Pick): PlanShift {
  const startAt = startexAt + (day * 24 + (crew % 3) * 8) * HOUR
  const both = [`p${crew * 2}`, `p${crew * 2 + 1}`]
  if (pick(100) === 0) both[1] = `p${pick(crew * 2 + 2)}`
  if (pick(200) === 0) both.pop()
  return {
    ...{ id, teamId: `t${Math.floor(crew / 10)}`, startAt, endAt: startAt + 8 * HOUR, places: 2 },
    duties: both.map(person => ({ person, standing: pick(500) === 0 ? 'withdrawn' : 'confirmed' })),
  }
}

function personOf(at: number, pick: Pick): PlanPerson {
  const other = startexAt + pick(20) * 24 * HOUR
  return {
    ...{ id: `p${at}`, timeZone: zones[at % 4] ?? 'UTC', delegationId: `d${at % 40}`, play: null },
    elsewhere:
      pick(100) > 0
        ? []
        : [{ id: `e${at}`, what: 'duty', exercise: 'OTHER27', startAt: other, endAt: other + 8 * HOUR }],
  }
}

function activityOf(id: string, crews: number, pick: Pick): PlanActivity {
  const startAt = startexAt + (pick(8000 + 24 * watches) - 8000) * HOUR
  const deadline = pick(10) === 0
  const attendees = new Set(Array.from({ length: deadline ? 0 : pick(20) }, () => pick(crews * 2)))
  return {
    ...{ id, kind: deadline ? 'deadline' : 'workshop', gate: null, wholeDays: false },
    phaseId: pick(20) === 0 ? 'play' : null,
    ...{ startAt, endAt: deadline ? null : startAt + (1 + pick(6)) * HOUR },
    ...{ place: `Room ${pick(crews)}`, online: pick(3) === 0 },
    invited: Array.from({ length: 40 }, (_, at) => `d${at}`),
    attendees: [...attendees].map(at => ({
      person: `p${at}`,
      awayIn: pick(4) === 0 ? (zones[at % 4] ?? null) : null,
    })),
  }
}

/** A planner moves a shift by up to eight hours, or puts somebody else on it. */
export function editOf(
  shift: PlanShift,
  people: number,
  pick: Pick,
): WholeEdit & { of: 'shift'; to: PlanShift } {
  const by = (pick(17) - 8) * HOUR
  const to =
    pick(2) === 0
      ? { ...shift, startAt: shift.startAt + by, endAt: shift.endAt + by }
      : {
          ...shift,
          duties: [{ person: `p${pick(people)}`, standing: 'confirmed' as const }, ...shift.duties.slice(1)],
        }
  return { of: 'shift', id: shift.id, to }
}
