import {
  columnsOf,
  type Lists,
  type Shapes,
  type TimelineItem,
  tableOf,
  type Words,
} from '@/lib/timeline/columns/rules'
import { DAY, HOUR, MINUTE } from '@/lib/timeline/wall/rules'

/** Numbers between 0 and 1, the same for a seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export type Size = { injects: number; shifts: number; people: number; seed?: number }

const STARTEX = Date.UTC(2027, 3, 20, 6)
const NATIONS = 40
const NAMES = 'abcdefghijklmnopqrstuvwxyz'

const listOf = <Row>(count: number, make: (place: number) => Row) =>
  Array.from({ length: count }, (_, place) => make(place))

function listsOf(people: number): Lists {
  return {
    phases: listOf(6, n => ({ id: `p${n}`, name: `Phase ${n}` })),
    storylines: listOf(24, n => ({ id: `s${n}`, number: n + 1, name: `Storyline ${n + 1}` })),
    controllers: listOf(30, n => ({ id: `c${n}`, name: `Controller ${n}` })),
    roles: listOf(12, n => ({ id: `r${n}`, name: `Role ${n}` })),
    nations: listOf(NATIONS, n => ({ id: `N${n}`, code: `N${n}`, name: `Nation ${n}` })),
    teams: listOf(60, n => ({
      ...{ id: `t${n}`, name: `Team ${n}`, kind: n < 50 ? 'Blue' : 'Red', letter: 'B', swatch: 'blue' },
      ...{ parent: n % 10 === 9 ? n - 1 : -1, nations: [n % NATIONS, (n * 7) % NATIONS] },
    })),
    people: listOf(people, n => ({ id: `registration:${n}`, name: `Person ${n}`, nation: n % NATIONS })),
  }
}

const bare = {
  ...{ code: '', wholeDays: false, pinned: true, movable: true, phaseId: null, storylineId: null },
  ...{ controllerId: null, teamIds: [], roleIds: [], personIds: [], place: '', places: 0, filled: 0 },
  ...{ beganAt: null, endedAt: null, endAt: null, tone: null, moment: '', timeZone: null, audience: null },
} as const

/**
 * An exercise of any size, the same for a seed: a year of planning, four days of play with nearly all injects, shifts
 * round the clock. The words are such as would be read, since their lengths decide what has room.
 */
export function planOf({ injects, shifts, people, seed = 1 }: Size): { shapes: Shapes; words: Words } {
  const next = seeded(seed)
  const upTo = (count: number) => Math.floor(next() * count)
  const word = () => listOf(3 + upTo(8), () => NAMES[upTo(26)]).join('')
  const words = (count: number) => listOf(count, word).join(' ')
  const items: TimelineItem[] = [
    ...listOf(6, n => {
      const startAt = STARTEX - (300 - n * 60) * DAY
      return {
        ...bare,
        kind: 'phase' as const,
        id: `p${n}`,
        label: `Phase ${n}`,
        startAt,
        endAt: startAt + 60 * DAY,
      }
    }),
    ...listOf(40, n => ({
      ...{ ...bare, id: `a${n}`, label: words(3), startAt: STARTEX - upTo(300) * DAY, wholeDays: true },
      kind: (['conference', 'workshop', 'deadline', 'visit'] as const)[n % 4] ?? 'visit',
    })),
    ...listOf(injects, n => {
      const early = n % 20 === 0
      const startAt = STARTEX + (early ? -upTo(60 * 24 * 60) : upTo(4 * 24 * 60)) * MINUTE
      return {
        ...{
          ...bare,
          kind: 'inject' as const,
          id: `i${n}`,
          code: `${n % 24}.${n}`,
          label: words(2 + upTo(4)),
        },
        ...{ startAt, endAt: n % 3 === 0 ? startAt + (5 + upTo(120)) * MINUTE : null },
        ...{
          storylineId: `s${n % 24}`,
          controllerId: `c${n % 30}`,
          phaseId: `p${n % 6}`,
          pinned: n % 4 !== 0,
        },
        ...{ teamIds: n % 5 === 0 ? ['t1', 't2', 't3'] : [`t${n % 60}`] },
      }
    }),
    ...listOf(shifts, n => {
      const startAt = STARTEX + Math.floor(n / 250) * 8 * HOUR
      const crew = people === 0 ? [] : listOf(4, place => `registration:${(n * 4 + place) % people}`)
      return {
        ...{ ...bare, kind: 'shift' as const, id: `w${n}`, label: `Watch ${n % 250}`, startAt },
        ...{ endAt: startAt + 8 * HOUR, teamIds: [`t${n % 60}`], roleIds: [`r${n % 12}`], personIds: crew },
        ...{ places: 5, filled: crew.length },
      }
    }),
  ]
  const links = listOf(Math.floor(injects / 4), n => ({
    id: `i${4 * n}`,
    after: `i${Math.max(0, 4 * n - 1)}`,
  }))
  const frame = { cursor: '', home: 'Europe/Tallinn', startexAt: STARTEX, endexAt: STARTEX + 4 * DAY }
  return columnsOf({ ...frame, lists: listsOf(people) }, items, links)
}

export const tableFor = (size: Size) => tableOf(planOf(size).shapes)
