import { expect, test } from 'vitest'
import { idsIn, namesIn, toldField } from './rules'

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`

test('ids become names, of now or of then, and what nobody can name is said to be so', () => {
  const names = new Map([
    ...namesIn(new Map([['Storyline s', { id: id(1), number: 3, name: 'Port' }]])),
    ...namesIn(new Map([['Inject i', { id: id(2), serial: '3.1', title: 'Mail' }]])),
    ...namesIn(new Map([['MselColumn c', { id: id(3), name: 'Colour' }]])),
  ])
  const nameOf = (wanted: string) => names.get(wanted) ?? null
  const wait = { afterInjectId: id(2), afterGateId: null, condition: 'released', delaySeconds: 60 }
  const fields = [
    { field: 'storylineId', from: id(1), to: id(9) },
    { field: 'to', from: [], to: [id(2), id(9)] },
    { field: 'waits', from: [], to: [wait] },
    { field: `column:${id(3)}`, from: null, to: 'amber' },
    { field: 'start', from: null, to: { anchor: 'ttime', offset: 60 } },
    { field: 'title', from: 'Mail', to: 'Call' },
  ]
  expect(idsIn([{ fields }]).sort()).toEqual([id(1), id(2), id(3), id(9)])
  const named = (name: string) => ({ name, nation: null })
  expect(fields.map(field => toldField(field, nameOf))).toMatchObject([
    { from: { names: [named('3 Port')] }, to: { names: [null] } },
    { from: { names: [] }, to: { names: [named('3.1 Mail'), null] } },
    { from: { waits: [] }, to: { waits: [{ after: named('3.1 Mail'), delaySeconds: 60 }] } },
    { field: 'column', column: 'Colour', from: { kind: 'plain', value: null }, to: { value: 'amber' } },
    { from: { moment: null }, to: { moment: { offset: 60 } } },
    { from: { value: 'Mail' }, to: { value: 'Call' } },
  ])
})
