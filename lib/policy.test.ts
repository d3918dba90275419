import { describe, expect, test } from 'vitest'
import { type Actor, can, type Grant, type Permission, permissions, type StaffRole, visitor } from './policy'
import { actorWith, here, usualActor } from './policy.fixture'

/**
 * How far each permission reaches, for whoever holds one grant. Rows are permissions; a letter says the widest thing
 * that is still reached, a dot that nothing is:
 *   o the own registration · d the own delegation · e the whole exercise · p all of the programme · A everything
 */
const reaches = `
                       platform  programme                                             exercise                                         delegation
                       admin     admin director planner controller registrar observer  director planner controller registrar observer   contact deputy reader expert
platform.administer    A         .     .        .       .          .         .         .        .       .          .         .          .       .      .      .
programme.read         A         p     p        p       p          p         p         .        .       .          .         .          .       .      .      .
programme.edit         A         p     p        .       .          .         .         .        .       .          .         .          .       .      .      .
exercise.create        A         p     p        .       .          .         .         .        .       .          .         .          .       .      .      .
exercise.read          A         p     p        p       p          p         p         e        e       e          e         e          e       e      e      e
exercise.plan          A         p     p        p       p          p         p         e        e       e          e         e          .       .      .      .
exercise.edit          A         p     p        .       .          .         .         e        .       .          .         .          .       .      .      .
exercise.move          A         p     p        .       .          .         .         e        .       .          .         .          .       .      .      .
schedule.edit          A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
team.edit              A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
nation.list            A         p     p        p       p          p         p         e        e       e          e         e          .       .      .      .
nation.edit            A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
member.edit            A         p     p        .       .          .         .         e        .       .          .         .          .       .      .      .
history.read           A         p     p        p       p          p         .         e        e       e          e         .          .       .      .      .
registration.overview  A         p     p        p       p          p         .         e        e       e          e         .          .       .      .      .
registration.decide    A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
delegation.read        A         p     p        p       p          p         .         e        e       e          e         .          d       d      d      .
delegation.edit        A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
contact.edit           A         p     p        .       .          p         .         e        .       .          e         .          d       .      .      .
registration.nominate  A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
registration.read      A         p     p        p       p          p         .         e        e       e          e         .          d       d      d      o
`

const [, , , ...lines] = reaches.trimEnd().split('\n')
const expected = new Map(
  lines.map(line => line.trim().split(/\s+/)).map(([name = '', ...cells]) => [name, cells]),
)

const ofProgramme = (role: StaffRole | 'observer'): Grant => ({
  scope: 'programme',
  role,
  programmeId: here.programmeId,
  exerciseIds: [here.exerciseId, 'sister'],
})

const holders: [string, Actor][] = [
  ['the platform’s administrator', usualActor('administrator')],
  ...(['administrator', 'director', 'planner', 'controller', 'registrar', 'observer'] as const).map(
    (role): [string, Actor] => [`a programme’s ${role}`, actorWith(ofProgramme(role))],
  ),
  ...(['director', 'planner', 'controller', 'registrar', 'observer'] as const).map(
    (role): [string, Actor] => [`an exercise’s ${role}`, usualActor(role)],
  ),
  ['a delegation’s point of contact', usualActor('point_of_contact')],
  ['a delegation’s deputy', usualActor('deputy_contact')],
  ['somebody who reads along in a delegation', usualActor('reading_contact')],
  ['an expert', usualActor('expert')],
]

/** From the nearest thing to the farthest: what each letter stands for. */
const places = [
  ['o', here],
  ['d', { ...here, registrationId: 'another of the delegation' }],
  ['e', { ...here, participationId: 'another nation', registrationId: 'one of theirs' }],
  [
    'p',
    { ...here, exerciseId: 'sister', participationId: 'another nation', registrationId: 'one of theirs' },
  ],
  [
    'A',
    {
      programmeId: 'another programme',
      exerciseId: 'another exercise',
      participationId: 'another nation',
      registrationId: 'one of theirs',
    },
  ],
] as const

/** The letter of the farthest place that is reached; fails where something nearer is not. */
function reachOf(actor: Actor, permission: Permission): string {
  const allowed = places.map(([letter, subject]) => (can(actor, permission, subject) ? letter : '.')).join('')
  expect('odepA'.startsWith(allowed.replaceAll('.', '')), `${permission}: ${allowed}`).toBe(true)
  return allowed.replaceAll('.', '').at(-1) ?? '.'
}

const names = Object.keys(permissions).filter((name): name is Permission => name in permissions)

test('the table names every permission, and no other', () => {
  expect([...expected.keys()].sort()).toEqual([...names].sort())
})

describe.each(names)('%s', permission => {
  test.each(holders)('as %s', (_name, actor) => {
    const column = holders.findIndex(([, other]) => other === actor)
    expect(reachOf(actor, permission)).toBe(expected.get(permission)?.[column])
  })

  test('as a visitor, as the holder of a link and as somebody without a part: nothing', () => {
    const strangers: Actor[] = [visitor, { kind: 'link', invitationId: 'i', grants: [] }, actorWith()]
    expect(strangers.map(actor => reachOf(actor, permission))).toEqual(['.', '.', '.'])
  })

  test('as a job of our own: everything', () => {
    expect(reachOf({ kind: 'job', name: 'night' }, permission)).toBe('A')
  })
})

test('grants add up, each with its own reach', () => {
  const both = actorWith(
    { scope: 'exercise', role: 'planner', exerciseId: here.exerciseId },
    {
      scope: 'delegation',
      role: 'point_of_contact',
      exerciseId: 'sister',
      participationId: 'ours',
      teamIds: [],
    },
  )
  expect(can(both, 'schedule.edit', { exerciseId: here.exerciseId })).toBe(true)
  expect(can(both, 'schedule.edit', { exerciseId: 'sister' })).toBe(false)
  expect(can(both, 'delegation.edit', { exerciseId: 'sister', participationId: 'ours' })).toBe(true)
  expect(can(both, 'delegation.edit', { exerciseId: here.exerciseId, participationId: 'ours' })).toBe(false)
})

test('a delegation’s id opens nothing in another exercise', () => {
  const contact = usualActor('point_of_contact')
  expect(
    can(contact, 'delegation.read', { exerciseId: 'sister', participationId: here.participationId }),
  ).toBe(false)
})
