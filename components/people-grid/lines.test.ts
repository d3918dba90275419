import { expect, it } from 'vitest'
import { chosenColumns, columns } from './columns'
import { type GridLine, isWritable, keyOf, withKey } from './lines'

const line: GridLine = {
  id: 'one',
  version: 4,
  values: {
    familyName: 'Satō',
    givenName: 'Sora',
    nativeName: '佐藤 空',
    email: 'sora@example.org',
    roleId: 'forensics',
    teamId: 'blue',
    companyId: null,
    siteId: 'hall',
    presence: 'on_site',
    homeTimeZone: 'Asia/Tokyo',
    languages: 'Japanese, English',
    clearanceUntilOn: null,
  },
  seated: false,
  group: false,
  state: 'draft',
  stateText: 'Draft',
  tone: 'empty',
  late: null,
  own: null,
  at: '2026-11-22T00:00:00Z',
  changed: 'today',
}
const written = columns.filter(({ kind }) => kind !== null)

it('writing what stands in a cell changes nothing', () => {
  for (const { id } of written) expect(withKey(line.values, id, keyOf(line, id))).toEqual(line.values)
})

it('writing in a cell changes that alone', () => {
  expect(withKey(line.values, 'team', '')).toEqual({ ...line.values, teamId: null })
  expect(withKey(line.values, 'role', 'legal')).toEqual({ ...line.values, roleId: 'legal' })
  expect(withKey(line.values, 'where', 'remote:')).toEqual({
    ...line.values,
    presence: 'remote',
    siteId: null,
  })
  expect(withKey(line.values, 'nativeName', '')).toEqual({ ...line.values, nativeName: '' })
})

it('a confirmed person keeps role and team, and nobody writes the state', () => {
  const closed = (of: GridLine) => columns.filter(column => !isWritable(of, column)).map(({ id }) => id)
  expect(closed(line)).toEqual(['state', 'changed'])
  expect(closed({ ...line, seated: true })).toEqual(['role', 'team', 'state', 'changed'])
})

it('the list always names the person and the state, whatever a browser remembers', () => {
  expect(chosenColumns('email.nonsense').map(({ id }) => id)).toEqual(['familyName', 'email', 'state'])
  expect(chosenColumns('').map(({ id }) => id)).toEqual(['familyName', 'state'])
  expect(chosenColumns(undefined).map(({ id }) => id)).not.toContain('email')
})
