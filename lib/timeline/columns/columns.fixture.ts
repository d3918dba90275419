import fc from 'fast-check'
import { itemKinds, type Link, type Lists, type TimelineItem } from '@/lib/timeline/columns/rules'

const DAY = 86_400_000

/** Lists to name things in: a few of each. */
export const someLists: Lists = {
  phases: [
    { id: 'p1', name: 'Scripting' },
    { id: 'p2', name: 'Play' },
  ],
  storylines: [
    { id: 's1', number: 1, name: 'Grid' },
    { id: 's2', number: 2, name: 'Water' },
  ],
  controllers: [{ id: 'c1', name: 'Dobiesław' }],
  roles: [
    { id: 'r1', name: 'Analyst' },
    { id: 'r2', name: 'Lawyer' },
  ],
  nations: [
    { id: 'EST', code: 'EST', name: 'Estonia' },
    { id: 'JPN', code: 'JPN', name: 'Japan' },
  ],
  teams: [
    { id: 't1', name: 'Blue 1', kind: 'Blue', letter: 'B', swatch: '#0000ff', parent: -1, nations: [0, 1] },
    { id: 't2', name: 'Blue 2', kind: 'Blue', letter: 'B', swatch: '#0000ff', parent: 0, nations: [1] },
  ],
  people: [
    { id: 'account:a', name: 'Eerik', nation: -1 },
    { id: 'registration:b', name: 'Sora', nation: 1 },
  ],
}

const idOf = (list: readonly { id: string }[]) => fc.option(fc.constantFrom(...list.map(({ id }) => id)))
const idsOf = (list: readonly { id: string }[]) => fc.subarray(list.map(({ id }) => id))

/** Items as they could stand on any timeline, each id once. */
export const someItems: fc.Arbitrary<TimelineItem[]> = fc.uniqueArray(
  fc
    .record({
      kind: fc.constantFrom(...itemKinds),
      id: fc.integer({ min: 0, max: 40 }).map(n => `i${n}`),
      code: fc.constantFrom('', '1.1', '1.2'),
      label: fc.string({ maxLength: 8 }),
      startAt: fc.integer({ min: -30 * DAY, max: 30 * DAY }),
      length: fc.option(fc.integer({ min: 0, max: 3 * DAY })),
      wholeDays: fc.boolean(),
      pinned: fc.boolean(),
      movable: fc.boolean(),
      phaseId: idOf(someLists.phases),
      storylineId: idOf(someLists.storylines),
      controllerId: idOf(someLists.controllers),
      teamIds: idsOf(someLists.teams),
      roleIds: idsOf(someLists.roles),
      personIds: idsOf(someLists.people),
      place: fc.constantFrom('', 'Tallinn'),
      moment: fc.constantFrom('', 'D-28 09:00'),
      timeZone: fc.constantFrom(null, 'Asia/Tokyo'),
      audience: fc.constantFrom(null, 'public' as const, 'staff' as const),
      places: fc.integer({ min: 1, max: 9 }),
      filled: fc.integer({ min: 0, max: 9 }),
      beganAt: fc.option(fc.integer({ min: 0, max: DAY })),
      endedAt: fc.option(fc.integer({ min: DAY, max: 2 * DAY })),
      tone: fc.constantFrom(null, 'good' as const, 'bad' as const, 'quiet' as const),
    })
    .map(({ length, ...item }): TimelineItem => {
      const shift = item.kind === 'shift' || item.kind === 'registration' ? {} : { places: 0, filled: 0 }
      return { ...item, ...shift, endAt: length === null ? null : item.startAt + length }
    }),
  { selector: ({ id }) => id, maxLength: 25 },
)

/** Waits among these items. */
export function someLinks(items: readonly TimelineItem[]): fc.Arbitrary<Link[]> {
  if (items.length === 0) return fc.constant([])
  const id = fc.constantFrom(...items.map(item => item.id))
  return fc.uniqueArray(fc.record({ id, after: id }), {
    selector: link => `${link.id} ${link.after}`,
    maxLength: 10,
  })
}
