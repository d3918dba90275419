import { expect, it } from 'vitest'
import { guessColumns } from '@/lib/rosters/columns/rules'
import { writeCsv } from '@/lib/rosters/csv/rules'
import en from '@/messages/en/registrations.json'
import { type FileColumn, type FilePerson, fileColumns, fileRows } from './rules'

const words = {
  heading: (column: FileColumn) => en.file[column],
  state: (state: FilePerson['state']) => en.state[state],
  presence: (presence: FilePerson['presence']) => en.file[presence],
}

const person: FilePerson = {
  familyName: 'Kitahama',
  givenName: 'Sora',
  nativeName: '北浜 そら',
  email: 'sora@example.org',
  nation: { code: 'JPN' },
  company: '=HYPERLINK("http://example.org")',
  role: { name: 'Legal adviser' },
  team: null,
  site: { name: 'Harbour Hall' },
  presence: 'on_site',
  homeTimeZone: 'Asia/Tokyo',
  state: 'waitlisted',
  stateAt: Date.UTC(2027, 0, 31, 23, 30),
  stateReason: null,
  lateReason: 'Posted, late',
  waiting: { position: 3 },
}

it('says of each person what the list says, moments in UTC', () => {
  const [heading, line] = fileRows([person], words)
  const cells = new Map(fileColumns.map((column, at) => [column, line?.[at]]))
  expect(heading).toHaveLength(fileColumns.length)
  expect(cells.get('state')).toBe('Waiting')
  expect(cells.get('since')).toBe('2027-01-31T23:30:00.000Z')
  expect(cells.get('waiting')).toBe('3')
  expect(cells.get('team')).toBe('')
})

it('leaves no cell that a spreadsheet would run', () => {
  const text = writeCsv(fileRows([person], words))
  expect(text).toContain(`"'=HYPERLINK`)
  expect(text).not.toMatch(/(^|,|\n)"?=/)
})

it('comes back through the import: what a delegation writes is told by its headings', () => {
  const [headings = [], ...below] = fileRows([person], words)
  const guessed = new Map(guessColumns(headings, below).map((field, at) => [fileColumns[at], field]))
  for (const column of ['familyName', 'givenName', 'nativeName', 'email', 'company', 'role', 'team'] as const)
    expect(guessed.get(column)).toBe(column)
})
