import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookingFinding, type Candidate, compare, doublesAmong, verdictProblem } from './rules'

const aiko: Candidate = {
  id: 'a',
  participationId: 'japan',
  personId: 'one',
  email: 'aiko.mori@mod.example',
  givenName: 'Aiko',
  familyName: 'Mori',
  nativeName: '森 愛子',
  homeNation: 'JPN',
  roleId: 'legal',
  teamId: 'blue',
  state: 'confirmed',
}
const other = (more: Partial<Candidate>): Candidate => ({
  ...aiko,
  ...{ id: 'b', participationId: 'nato', personId: 'two', email: 'a.mori@nato.example', roleId: 'law' },
  ...{ nativeName: '', state: 'submitted' },
  ...more,
})
const kinds = (one: Candidate) => compare(aiko, one)?.evidence.map(({ kind }) => kind) ?? null

describe('two registrations are taken for one human being’s', () => {
  it('surely where the address is one, in two delegations', () => {
    expect(compare(aiko, other({ personId: 'one' }))?.kind).toBe('same_person')
    expect(compare(aiko, other({ personId: 'one', participationId: 'japan' }))).toBeNull()
  })
  it('likely where the name is alike and something else speaks for it too', () => {
    expect(kinds(other({}))).toEqual(['same_name', 'same_home_nation'])
    expect(kinds(other({ homeNation: 'USA' }))).toBeNull()
    // A mailbox that only repeats the name says nothing more.
    expect(kinds(other({ homeNation: 'USA', email: 'aiko.mori@nato.example' }))).toBeNull()
    const own = { ...aiko, email: 'falcon77@mod.example' }
    const theirs = other({ homeNation: 'USA', email: 'Falcon77@nato.example' })
    expect(compare(own, theirs)?.evidence.map(({ kind }) => kind)).toEqual(['same_name', 'same_mailbox'])
    expect(kinds(other({ givenName: 'Mori', familyName: 'Aiko' }))).toEqual([
      'swapped_name',
      'same_home_nation',
    ])
  })
  it('not by a mailbox that belongs to an office, nor by nation or role alone', () => {
    const office = { email: 'cert@nato.example', homeNation: 'USA' }
    expect(compare({ ...aiko, email: 'cert@mod.example' }, other(office))).toBeNull()
    expect(kinds(other({ familyName: 'Sato', roleId: 'legal' }))).toBeNull()
  })
  it('by a near name only in the same role of the same nation', () => {
    const near = { givenName: 'Aiku', familyName: 'Morishima' }
    const long = { ...aiko, familyName: 'Morishima' }
    expect(compare(long, other({ ...near, roleId: 'legal' }))?.evidence[0]).toEqual({ kind: 'near_name' })
    expect(compare(long, other(near))).toBeNull()
  })
})

describe('what a decision rests on', () => {
  const twin = other({ personId: 'one', state: 'endorsed' })
  const facts = (one: Candidate) => compare(aiko, one)?.facts
  it('stays while a registration goes its way, and changes with a seat, a name or an address', () => {
    expect(facts({ ...twin, state: 'submitted' })).toBe(facts(twin))
    expect(facts({ ...twin, teamId: 'red' })).toBe(facts(twin))
    const seated = { ...twin, state: 'confirmed' as const, teamId: 'red' }
    expect(
      new Set([twin, seated, { ...seated, teamId: 'white' }, { ...twin, givenName: 'Ai' }].map(facts)).size,
    ).toBe(4)
  })
  it('does not depend on the order of the two', () => {
    expect(compare(twin, aiko)).toEqual(compare(aiko, twin))
  })
})

it('two exercises of one person count where they overlap, and not where one begins as the other ends', () => {
  const own = { startexAt: 100, endexAt: 200 }
  const booking = {
    registrationId: 'a',
    otherId: 'b',
    exerciseId: 'e',
    roleId: 'r',
    startexAt: 150,
    endexAt: 250,
  }
  expect(bookingFinding(booking, own)?.evidence).toContainEqual({ kind: 'overlap', from: 150, to: 200 })
  expect(bookingFinding({ ...booking, startexAt: 200 }, own)).toBeNull()
  expect(bookingFinding({ ...booking, startexAt: 20, endexAt: 100 }, own)).toBeNull()
})

it('a decision fits what was found', () => {
  const pair = { kind: 'likely', registrationId: 'a', otherId: 'b' } as const
  expect(verdictProblem(pair, 'different', null)).toBeNull()
  expect(verdictProblem({ ...pair, kind: 'same_person' }, 'different', null)).toBe('double_is_same')
  expect(verdictProblem(pair, 'same', 'b')).toBeNull()
  expect(verdictProblem(pair, 'same', null)).toBe('double_keep_one')
  expect(verdictProblem(pair, 'same', 'c')).toBe('double_keep_one')
  expect(verdictProblem({ ...pair, kind: 'double_booked' }, 'same', 'a')).toBe('double_other_exercise')
  expect(verdictProblem({ ...pair, kind: 'double_booked' }, 'same', 'b')).toBeNull()
  expect(verdictProblem({ ...pair, kind: 'double_booked' }, 'accepted', null)).toBeNull()
})

describe('a list of people', () => {
  const of = <T>(...values: T[]) => fc.constantFrom(...values)
  const person = fc.record({
    participationId: of('p1', 'p2', 'p3'),
    personId: fc.integer({ min: 0, max: 40 }).map(String),
    email: of('fox12@x.example', 'fox12@y.example', 'jorg.muller@y.example', 'info@y.example'),
    givenName: of('Jörg', 'Joerg', 'Jorg', 'Kristiina', 'Kristina', 'Юлія'),
    familyName: of('Müller', 'Mueller', 'Kristiina', 'Tamm', 'Tamme', 'Jorg'),
    nativeName: of('', '', '森 愛子'),
    homeNation: of('EST', 'JPN'),
    roleId: of('r1', 'r2'),
    teamId: of('t1', 't2', null),
    state: of('submitted' as const, 'confirmed' as const),
  })
  it('brings exactly the pairs that comparing everybody with everybody brings', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 14 }), list => {
        const people = list.map((one, at) => ({ ...one, id: String(at).padStart(3, '0') }))
        const slow = people.flatMap((a, at) => people.slice(at + 1).flatMap(b => compare(a, b) ?? []))
        const sorted = (found: typeof slow) => found.map(one => JSON.stringify(one)).sort()
        expect(sorted(doublesAmong(people))).toEqual(sorted(slow))
      }),
      { numRuns: 300 },
    )
  })
  it('ends where the list is nothing but doubles', () => {
    const same = Array.from({ length: 3000 }, (_, at) =>
      other({ id: String(at), personId: String(at), participationId: `p${at}` }),
    )
    const from = performance.now()
    expect(doublesAmong(same)).toHaveLength(2000)
    expect(performance.now() - from).toBeLessThan(2000)
  })
})
