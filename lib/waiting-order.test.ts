import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextInLine, type Room, type SeatRoom, type Waiting } from './waiting-order'

const nation = 'JPN'
const whole = (free: number): Room => ({ participationId: nation, roleId: null, siteId: null, free })
const ofRole = (roleId: string, free: number): Room => ({ ...whole(free), roleId })

function waiting(id: string, given: Partial<Waiting> = {}): Waiting {
  const usual = { participationId: nation, roleId: 'legal', siteId: null, teamId: null }
  return { id, ...usual, waitsFor: 'place', groupId: null, ...given }
}

describe('a freed place', () => {
  it('goes to whoever waits longest', () => {
    expect(nextInLine([waiting('a'), waiting('b')], [whole(1)], [])).toEqual(['a'])
    expect(nextInLine([waiting('a'), waiting('b'), waiting('c')], [whole(2)], [])).toEqual(['a', 'b'])
    expect(nextInLine([waiting('a')], [whole(0)], [])).toEqual([])
  })
  it('passes those who wait for another role', () => {
    const line = [waiting('a', { roleId: 'forensics' }), waiting('b')]
    expect(nextInLine(line, [whole(5), ofRole('forensics', 0)], [])).toEqual(['b'])
  })
  it('goes to a group when all of them fit, and until then to nobody behind it', () => {
    const group = ['a', 'b', 'c'].map(id => waiting(id, { groupId: 'g' }))
    expect(nextInLine([...group, waiting('d')], [whole(2)], [])).toEqual([])
    expect(nextInLine([...group, waiting('d')], [whole(3)], [])).toEqual(['a', 'b', 'c'])
    expect(nextInLine([waiting('d'), ...group], [whole(3)], [])).toEqual(['d'])
  })
  it('goes to nobody of a delegation that has been given none', () => {
    expect(nextInLine([waiting('a')], [], [])).toEqual([])
  })
})

describe('a freed seat', () => {
  const blue = (id: string, given: Partial<Waiting> = {}) =>
    waiting(id, { waitsFor: 'seat', teamId: 'blue', ...given })
  const seat = (free: number): SeatRoom => ({ teamId: 'blue', roleId: 'legal', free })
  it('takes a place of the nation with it', () => {
    expect(nextInLine([blue('a')], [whole(1)], [seat(1)])).toEqual(['a'])
    expect(nextInLine([blue('a')], [whole(0)], [seat(1)])).toEqual([])
    expect(nextInLine([blue('a')], [whole(1)], [seat(0)])).toEqual([])
    expect(nextInLine([blue('a')], [whole(1)], [])).toEqual([])
  })
  it('goes to the nation of the team that waits longest', () => {
    const line = [blue('a', { participationId: 'EST' }), blue('b')]
    const rooms = [whole(1), { ...whole(1), participationId: 'EST' }]
    expect(nextInLine(line, rooms, [seat(1)])).toEqual(['a'])
  })
})

describe('whatever the line and the limits', () => {
  const role = fc.constantFrom('legal', 'forensics', 'media')
  const site = fc.constantFrom('tallinn', 'riga', null)
  const one = fc.record({
    participationId: fc.constantFrom('JPN', 'EST'),
    roleId: role,
    siteId: site,
    teamId: fc.constantFrom('blue', 'red'),
    waitsFor: fc.constantFrom('place' as const, 'seat' as const),
    group: fc.constantFrom(null, null, 'g', 'h'),
  })
  const lines = fc.array(one, { maxLength: 20 }).map(some =>
    some.map(
      ({ group, ...rest }, at): Waiting => ({
        ...rest,
        id: String(at),
        groupId: group && rest.waitsFor === 'place' ? `${group} of ${rest.participationId}` : null,
      }),
    ),
  )
  const free = fc.integer({ min: 0, max: 6 })
  const limits = fc
    .record({ jpn: free, est: free, legal: free, riga: free, blue: free, red: free })
    .map(({ jpn, est, legal, riga, blue, red }) => {
      const room = (participationId: string, n: number, part: Partial<Room> = {}): Room => ({
        ...{ participationId, roleId: null, siteId: null, free: n },
        ...part,
      })
      const seat = (teamId: string, n: number) =>
        ['legal', 'forensics', 'media'].map(roleId => ({ teamId, roleId, free: n }))
      return {
        rooms: [
          room('JPN', jpn),
          room('EST', est),
          room('JPN', legal, { roleId: 'legal' }),
          room('EST', riga, { siteId: 'riga' }),
        ],
        seats: [...seat('blue', blue), ...seat('red', red)],
      }
    })
  const fits = (some: readonly Waiting[], { rooms, seats }: { rooms: Room[]; seats: SeatRoom[] }) =>
    rooms.every(
      room =>
        some.filter(
          who =>
            who.participationId === room.participationId &&
            (room.roleId === null || who.roleId === room.roleId) &&
            (room.siteId === null || who.siteId === room.siteId),
        ).length <= room.free,
    ) &&
    seats.every(
      seat =>
        some.filter(
          who => who.waitsFor === 'seat' && who.teamId === seat.teamId && who.roleId === seat.roleId,
        ).length <= seat.free,
    )

  it('no limit is overrun, and a group comes whole or not at all', () => {
    fc.assert(
      fc.property(lines, limits, (line, given) => {
        const next = new Set(nextInLine(line, given.rooms, given.seats))
        expect(
          fits(
            line.filter(({ id }) => next.has(id)),
            given,
          ),
        ).toBe(true)
        for (const { groupId } of line) {
          if (groupId === null) continue
          const whole = line.filter(other => other.groupId === groupId).map(({ id }) => next.has(id))
          expect(new Set(whole).size).toBe(1)
        }
      }),
    )
  })

  it('nobody overtakes whoever asks for the same', () => {
    fc.assert(
      fc.property(lines, limits, (line, given) => {
        const next = new Set(nextInLine(line, given.rooms, given.seats))
        const same = (a: Waiting, b: Waiting) =>
          a.groupId === null &&
          b.groupId === null &&
          (['participationId', 'roleId', 'siteId', 'teamId', 'waitsFor'] as const).every(
            key => a[key] === b[key],
          )
        line.forEach((behind, at) => {
          if (!next.has(behind.id)) return
          for (const ahead of line.slice(0, at))
            if (same(ahead, behind)) expect(next.has(ahead.id)).toBe(true)
        })
      }),
    )
  })

  it('whoever is left alone at the head of the line stays for want of something', () => {
    fc.assert(
      fc.property(lines, limits, (line, given) => {
        const [first] = line
        if (!first || first.groupId !== null) return
        const next = nextInLine(line, given.rooms, given.seats)
        expect(next.includes(first.id)).toBe(fits([first], given))
      }),
    )
  })
})
