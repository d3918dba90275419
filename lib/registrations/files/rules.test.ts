import { expect, it } from 'vitest'
import { guessColumns } from '@/lib/rosters/columns/rules'
import { writeCsv } from '@/lib/sheets/csv/rules'
import ownPart from '@/messages/en/ownPart.json'
import en from '@/messages/en/registrations.json'
import { type FileColumn, type FilePerson, fileColumns, fileRows } from './rules'

const words = {
  heading: (column: FileColumn) => en.file[column],
  state: (state: FilePerson['state']) => en.state[state],
  presence: (presence: FilePerson['presence']) => en.file[presence],
  yesNo: (answer: 'yes' | 'no') => ownPart.answer[answer],
}

const none = { questions: [], answers: new Map() }

const person: FilePerson = {
  id: 'sora',
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
  const [heading, line] = fileRows([person], none, words)
  const cells = new Map(fileColumns.map((column, at) => [column, line?.[at]]))
  expect(heading).toHaveLength(fileColumns.length)
  expect(cells.get('state')).toBe('Waiting')
  expect(cells.get('since')).toBe('2027-01-31T23:30:00.000Z')
  expect(cells.get('waiting')).toBe('3')
  expect(cells.get('team')).toBe('')
})

it('leaves no cell that a spreadsheet would run', () => {
  const text = writeCsv(fileRows([person], none, words))
  expect(text).toContain(`"'=HYPERLINK`)
  expect(text).not.toMatch(/(^|,|\n)"?=/)
})

it('comes back through the import: what a delegation writes is told by its headings', () => {
  const [headings = [], ...below] = fileRows([person], none, words)
  const guessed = new Map(guessColumns(headings, below).map((field, at) => [fileColumns[at], field]))
  for (const column of ['familyName', 'givenName', 'nativeName', 'email', 'company', 'role', 'team'] as const)
    expect(guessed.get(column)).toBe(column)
})

it('gives each question of the exercise a column after the usual ones, empty where nothing was answered', () => {
  const questions = [
    { id: 'shirt', kind: 'choice' as const, wording: 'T-shirt size' },
    { id: 'laptop', kind: 'yes_no' as const, wording: 'Do you bring a laptop?' },
  ]
  const answers = new Map([['sora', { laptop: 'yes' }]])
  const [headings, line, other] = fileRows([person, { ...person, id: 'kai' }], { questions, answers }, words)
  expect(headings?.slice(fileColumns.length)).toEqual(['T-shirt size', 'Do you bring a laptop?'])
  expect(line?.slice(fileColumns.length)).toEqual(['', 'Yes'])
  expect(other?.slice(fileColumns.length)).toEqual(['', ''])
})
