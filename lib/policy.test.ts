import { describe, expect, test } from 'vitest'
import { type Actor, can, type Permission, permissions, visitor } from './policy'
import { actorWith, farthest, here, holders, tableOf, usualActor } from './policy.fixture'

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
scenario.edit          A         p     p        p       .          .         .         e        e       .          .         .          .       .      .      .
scenario.read          A         p     p        p       p          .         .         e        e       e          .         .          .       .      .      .
scenario.approve       A         p     p        .       .          .         .         e        .       .          .         .          .       .      .      .
nation.list            A         p     p        p       p          p         p         e        e       e          e         e          .       .      .      .
nation.edit            A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
member.edit            A         p     p        .       .          .         .         e        .       .          .         .          .       .      .      .
history.read           A         p     p        p       p          p         .         e        e       e          e         .          .       .      .      .
question.edit          A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
registration.overview  A         p     p        p       p          p         .         e        e       e          e         .          .       .      .      .
registration.decide    A         p     p        .       .          p         .         e        .       .          e         .          .       .      .      .
delegation.read        A         p     p        p       p          p         .         e        e       e          e         .          d       d      d      .
delegation.edit        A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
contact.edit           A         p     p        .       .          p         .         e        .       .          e         .          d       .      .      .
registration.nominate  A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
attendance.list        A         p     p        p       p          p         .         e        e       e          e         .          .       .      .      .
attendance.edit        A         p     p        p       .          p         .         e        e       .          e         .          .       .      .      .
attendance.read        A         p     p        p       p          p         .         e        e       e          e         .          d       d      d      .
attendance.sign_up     A         p     p        p       .          p         .         e        e       .          e         .          d       d      .      .
attendance.sign_up_self  .       .     .        .       .          .         .         .        .       .          .         .          .       .      .      o
company.nominate       A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      .
registration.read      A         p     p        p       p          p         .         e        e       e          e         .          d       d      d      o
registration.fill      .         .     .        .       .          .         .         .        .       .          .         .          .       .      .      o
registration.needs     A         p     p        .       .          p         .         e        .       .          e         .          d       d      .      o
`

const expected = tableOf(reaches)
const reachOf = (actor: Actor, permission: Permission) => farthest(subject => can(actor, permission, subject))

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
    const strangers: Actor[] = [visitor, { kind: 'link', linkId: 'l', name: 'L', grants: [] }, actorWith()]
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

test('a company’s contact puts up the own company’s people and reaches nothing else', () => {
  const contact = usualActor('company_contact')
  const nearest = { ...here, programmeId: here.programmeId }
  const held = names.filter(permission => can(contact, permission, nearest))
  expect(held.sort()).toEqual(['company.nominate', 'exercise.read'])
  expect(can(contact, 'company.nominate', { ...here, companyId: 'another of the delegation' })).toBe(false)
  expect(can(contact, 'company.nominate', { ...here, companyId: undefined })).toBe(false)
  expect(can(contact, 'company.nominate', { ...here, participationId: 'another nation' })).toBe(false)
})
