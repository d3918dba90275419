import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nomineeSchema } from '@/lib/registrations/schema'
import { dateIn } from '../dates/rules'
import { peopleLimit, type RosterField, rosterFields } from '../fields/schema'
import { nameIn } from '../names/rules'
import { nationNamed } from '../nations/rules'
import { presenceNamed, zoneNamed } from '../values/rules'
import { checkRows, type RosterSetting } from './rules'

const id = (n: number) => `0190a000-0000-7000-8000-${String(n).padStart(12, '0')}`
const setting: RosterSetting = {
  roles: [
    { id: id(1), name: 'Network defender' },
    { id: id(2), name: 'Legal adviser' },
  ],
  teams: [{ id: id(3), name: 'Blue Team 07' }],
  companies: [{ id: id(4), name: 'Kaigan Systems' }],
  sites: [
    { id: id(5), name: 'Hall A', remote: false },
    { id: id(6), name: 'From home', remote: true },
  ],
  taken: ['Nao@Example.jp'],
  homeTimeZone: 'Asia/Tokyo',
  homeNation: 'JPN',
}
const liis = {
  familyName: 'Kask',
  givenName: 'Liis',
  email: 'liis@example.org',
  role: 'network  DEFENDER',
}
type Cells = Partial<Record<RosterField, string>>

function check(rows: Cells[], explanations: Parameters<typeof checkRows>[4] = []) {
  const grid = [[...rosterFields], ...rows.map(row => rosterFields.map(field => row[field] ?? ''))]
  return checkRows(grid, 1, rosterFields, setting, explanations)
}
const problemsOf = (cells: Cells) =>
  check([cells])[0]?.problems.map(({ field, reason }) => `${field}: ${reason}`)

describe('a row of a roster', () => {
  it('is the person that the form would send, with the delegation’s own values in empty cells', () => {
    const [row] = check([liis])
    expect(row).toMatchObject({ line: 2, problems: [] })
    expect(nomineeSchema.parse(row?.nominee)).toEqual({
      familyName: 'Kask',
      givenName: 'Liis',
      nativeName: '',
      email: 'liis@example.org',
      roleId: id(1),
      teamId: null,
      companyId: null,
      siteId: null,
      presence: 'on_site',
      homeTimeZone: 'Asia/Tokyo',
      homeNation: 'JPN',
      languages: [],
      clearanceUntilOn: null,
    })
  })
  it('names what the exercise has in words, and the rest in any of several languages', () => {
    const more: Cells = {
      ...{ team: 'blue team 07', company: 'KAIGAN SYSTEMS', site: 'hall a', presence: 'sur place' },
      ...{
        homeNation: 'Eesti',
        homeTimeZone: 'tallinn',
        languages: 'eesti / English',
        clearanceUntilOn: '31.12.2027',
      },
    }
    const [row] = check([{ ...liis, ...more }])
    expect(row?.problems).toEqual([])
    expect(nomineeSchema.parse(row?.nominee)).toMatchObject({
      ...{ teamId: id(3), companyId: id(4), siteId: id(5), presence: 'on_site', homeNation: 'EST' },
      ...{ homeTimeZone: 'Europe/Tallinn', languages: ['eesti', 'English'], clearanceUntilOn: '2027-12-31' },
    })
  })
  it('says where somebody works by the site where nothing else says it', () => {
    expect(check([{ ...liis, site: 'From home' }])[0]?.nominee.presence).toBe('remote')
    expect(problemsOf({ ...liis, site: 'From home', presence: 'on site' })).toEqual(['site: site_is_remote'])
  })
  it('is refused by the form’s own rules, each field once', () => {
    expect(problemsOf({})).toBeUndefined()
    expect(problemsOf({ givenName: 'Liis' })).toEqual([
      'email: required',
      'familyName: required',
      'role: required',
    ])
    expect(problemsOf({ ...liis, email: 'liis(at)example.org' })).toEqual(['email: not_an_email'])
    expect(problemsOf({ ...liis, familyName: 'x'.repeat(121) })).toEqual(['familyName: too_long'])
    expect(problemsOf({ ...liis, nativeName: 'a\u202eb' })).toEqual(['nativeName: control_characters'])
    expect(problemsOf({ ...liis, clearanceUntilOn: '4/3/2027' })).toEqual([
      'clearanceUntilOn: roster_date_unclear',
    ])
  })
  it('is refused with the word that is not known here', () => {
    const odd: Cells = {
      role: 'Cook',
      team: 'Red',
      company: 'Nobody',
      site: 'Moon',
      presence: 'perhaps',
      homeTimeZone: 'Mars',
      homeNation: 'Atlantis',
    }
    expect(check([{ ...liis, ...odd }])[0]?.problems).toEqual(
      expect.arrayContaining(
        Object.entries(odd).map(([field, value]) => expect.objectContaining({ field, params: { value } })),
      ),
    )
  })
  it('is understood once the delegation has said what the word means', () => {
    const cook = { ...liis, role: 'Cook', company: 'Nobody' }
    const explained = check(
      [cook],
      [
        { kind: 'role', word: 'COOK', meaning: id(2) },
        { kind: 'company', word: 'nobody', meaning: '' },
      ],
    )
    expect(explained[0]).toMatchObject({ problems: [], nominee: { roleId: id(2), companyId: '' } })
  })
  it('stands for an address that is in the file once and not yet in the delegation', () => {
    const rows = check([
      liis,
      { ...liis, givenName: 'Mari' },
      { ...liis, email: 'LIIS@example.org ' },
      { ...liis, email: 'nao@example.jp' },
    ])
    expect(rows.map(({ problems }) => problems)).toEqual([
      [],
      [{ field: 'email', reason: 'roster_email_twice', params: { line: 2 } }],
      [{ field: 'email', reason: 'roster_email_twice', params: { line: 2 } }],
      [{ field: 'email', reason: 'registration_email_taken' }],
    ])
  })
  it('is passed over when empty, and keeps its number in the file', () => {
    expect(check([liis, {}, { ...liis, email: 'mari@example.org' }]).map(({ line }) => line)).toEqual([2, 4])
  })
  it('is one of two thousand, and a later one waits for the next file', () => {
    const many = Array.from({ length: peopleLimit + 1 }, (_, at) => ({ ...liis, email: `${at}@example.org` }))
    expect(check(many).flatMap(({ line, problems }) => problems.map(({ reason }) => [line, reason]))).toEqual(
      [[peopleLimit + 2, 'roster_beyond']],
    )
  })
  it('never passes with what the form would refuse, whatever stands in it', () => {
    const words = fc.constantFrom(
      '',
      'Kask',
      'liis@example.org',
      'Hall A',
      'remote',
      '2027-01-01',
      '=1',
      '森 愛子',
      'Asia/Tokyo',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'binary' })), { maxLength: 14 }), cells => {
        for (const { nominee, problems } of checkRows([cells], 0, rosterFields, setting))
          expect(nomineeSchema.safeParse(nominee).success || problems.length > 0).toBe(true)
      }),
    )
  })
})

describe('words that people write', () => {
  it('take a whole name apart only where it says how', () => {
    expect(nameIn('Kask, Liis Maria')).toEqual({ familyName: 'Kask', givenName: 'Liis Maria' })
    expect(nameIn('VAN DER BERG Jan')).toEqual({ familyName: 'VAN DER BERG', givenName: 'Jan' })
    expect(nameIn('Jean-Luc O’NEILL')).toEqual({ familyName: 'O’NEILL', givenName: 'Jean-Luc' })
    expect(nameIn('森 愛子')).toEqual({ familyName: '森', givenName: '愛子' })
    for (const unclear of ['Liis Kask', 'Ana Maria Lopes', 'Kask', 'KASK LIIS', '森愛子', 'a, b, c', ''])
      expect(nameIn(unclear)).toBeNull()
  })
  it('are a date in one way only, or unclear', () => {
    for (const date of [
      '2027-03-23',
      '2027/3/23',
      '23.3.2027',
      '23. 3. 2027',
      '23/3/2027',
      '3/23/2027',
      '2027年3月23日',
      '２０２７/０３/２３',
      '2027-03-23T00:00:00Z',
    ])
      expect(dateIn(date)).toEqual({ date: '2027-03-23' })
    expect(dateIn('4/4/2027')).toEqual({ date: '2027-04-04' })
    expect(dateIn('4/3/2027')).toEqual({ problem: 'roster_date_unclear' })
    for (const none of ['2027-02-30', '46469', 'soon', '23.3.27'])
      expect(dateIn(none)).toEqual({ problem: 'not_a_date' })
  })
  it('name nations by code and in several languages', () => {
    for (const japan of ['JPN', 'jp', 'Japan', 'Japon', 'Jaapan', '日本'])
      expect(nationNamed(japan)).toBe('JPN')
    for (const estonia of ['EE', 'Estonia', 'Estland', 'Eesti', 'Viro', 'エストニア'])
      expect(nationNamed(estonia)).toBe('EST')
    expect(nationNamed('Berylia')).toBeNull()
  })
  it('name zones by city, and where somebody works', () => {
    expect(zoneNamed('new york')).toBe('America/New_York')
    expect(zoneNamed('EUROPE/tallinn')).toBe('Europe/Tallinn')
    expect(zoneNamed('Atlantis')).toBeNull()
    expect(presenceNamed('À distance')).toBe('remote')
    expect(presenceNamed('現地')).toBe('on_site')
    expect(presenceNamed('yes')).toBeNull()
  })
})
