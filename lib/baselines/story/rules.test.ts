import { expect, test } from 'vitest'
import type { Image } from '../rewind/rules'
import { type ChangeEdit, storyOf } from './rules'

let id = 0
const edit = (
  changeId: string,
  table: string,
  row: string,
  field: string,
  from: unknown,
  to: unknown,
): ChangeEdit => ({
  ...{ id: ++id, changeId, table, row, field, from, to, at: id },
})

test('the story of an inject is told change by change, in the fields that people know', () => {
  const made = { id: 'i', serial: '1.1', title: 'Mail', startAnchor: null, startOffset: null }
  const timed = { ...made, startAnchor: 'ttime', startOffset: 60 }
  const party = { id: 'p', injectId: 'i', side: 'to', position: 0, teamId: 'blue' }
  const edits = [
    edit('make', 'Inject', 'i', '*', null, made),
    edit('time', 'Inject', 'i', 'startAnchor', null, 'ttime'),
    edit('time', 'Inject', 'i', 'startOffset', null, 60),
    edit('who', 'InjectParty', 'i/p', '*', null, party),
    edit('gone', 'InjectParty', 'i/p', '*', party, null),
    edit('gone', 'Inject', 'i', '*', timed, null),
    edit('back', 'Inject', 'i', '*', null, timed),
  ]
  const now = new Map<string, Image>([['Inject i', timed]])
  expect(storyOf(now, edits).map(({ changeId, kind, fields }) => ({ changeId, kind, fields }))).toEqual([
    { changeId: 'back', kind: 'added', fields: [] },
    { changeId: 'gone', kind: 'removed', fields: [] },
    { changeId: 'who', kind: 'changed', fields: [{ field: 'to', from: [], to: ['blue'] }] },
    {
      changeId: 'time',
      kind: 'changed',
      fields: [{ field: 'start', from: null, to: { anchor: 'ttime', offset: 60 } }],
    },
    { changeId: 'make', kind: 'added', fields: [] },
  ])
})
