import { expect, it } from 'vitest'
import { encodeUtf8 } from '@/lib/sheets/encoding/rules'
import { readExchange } from '../files/rules'
import { noChoices } from '../times/rules'
import { summaryOf } from './rules'

const check = (json: object) => {
  const bytes = encodeUtf8(JSON.stringify({ format: 'startex-exercise', ...json }))
  return summaryOf(readExchange(bytes, { name: 'x.json', times: noChoices(Date.UTC(2026, 10, 22)) }))
}

it('says of a whole exercise what it holds, and why none could be made of it', () => {
  const scenario = { injects: [{ id: 'i1', start: { anchor: 'ttime', offset: 60 } }] }
  const teams = [
    { id: 't1', name: 'Blue' },
    { id: 't2', name: 'Blue' },
  ]
  expect(check({ version: 2, scenario })).toMatchObject({
    ...{ format: 'startex-json', injects: 1, withTime: 1, warnings: [], errors: [] },
  })
  expect(check({ version: 1, scenario, teams }).warnings).toEqual([
    {
      ...{ row: null, column: 'teams.1', reason: 'given_twice' },
      words: 'No exercise can be made of this: it is given twice: Blue',
    },
  ])
  expect(check({ version: 4, scenario }).errors[0]?.reason).toBe('document_unsound')
})
