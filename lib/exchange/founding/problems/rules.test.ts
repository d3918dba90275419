import { describe, expect, it } from 'vitest'
import { readDocument } from '../../document/rules'
import { foundingProblems } from './rules'

/** What stands in the way of an exercise, for a document that is sound as such. */
function problems(more: object, scenario: object = {}) {
  const read = readDocument({ format: 'startex-exercise', version: 2, ...more, scenario })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return foundingProblems(read.document).map(({ path, reason, words }) =>
    [path, reason, words].join(' ').trim(),
  )
}
const wait = (kind: string, id: string) => ({ after: { kind, id } })

describe('no exercise is made of a document', () => {
  it('in which what may stand once stands twice, or has no name', () => {
    const role = { id: 'r1', name: 'Analyst', discipline: 'technical', presence: 'remote' }
    expect(problems({ roles: [role, { ...role, id: 'r2' }] })).toEqual(['roles.1 given_twice Analyst'])
    expect(problems({ roles: [{ ...role, name: ' ' }] })).toEqual(['roles.0 unnamed'])
    const storyline = { id: 's1', number: 1, name: 'Power' }
    expect(problems({}, { storylines: [storyline, { ...storyline, id: 's2', name: 'Water' }] })).toEqual([
      'storylines.1 given_twice 1',
    ])
    const party = { kind: 'role', id: 'r1' }
    expect(problems({ roles: [role] }, { injects: [{ id: 'i1', to: [party, party] }] })).toEqual([
      'injects.0.1 given_twice to role r1',
    ])
  })
  it('that goes in a circle: of teams, of objectives, of injects and gates', () => {
    const team = (id: string, parent: string) => ({ id, name: id, parent })
    expect(problems({ teams: [team('t1', 't2'), team('t2', 't1')] })).toEqual(['teams circle t1 → t2 → t1'])
    expect(problems({ teams: [team('t1', 't1')] })).toEqual(['teams circle t1 → t1'])
    const objective = { id: 'o1', number: '1', title: 'Detect', parent: 'o1' }
    expect(problems({}, { objectives: [objective] })).toEqual(['objectives circle 1 → 1'])
    const logic = {
      gates: [{ id: 'g1', number: 4, kind: 'any', waits: [wait('inject', 'i1')] }],
      injects: [{ id: 'i1', serial: '3.1', waits: [wait('gate', 'g1')] }],
    }
    expect(problems({}, logic)).toEqual(['injects circle gate 4 → 3.1 → gate 4'])
  })
  it('with what no exercise holds', () => {
    const inject = (more: object) => ({ injects: [{ id: 'i1', ...more }] })
    expect(problems({}, inject({ serial: 'a,b' }))).toEqual(['injects.0 impossible serial a,b'])
    expect(problems({}, inject({ scoreLeast: 5, scoreMost: 2 }))).toEqual(['injects.0 impossible score'])
    expect(problems({}, inject({ techniques: ['phishing'] }))).toEqual(['injects.0 impossible techniques'])
    const late = { ...wait('inject', 'i1'), delaySeconds: -1 }
    expect(problems({}, { injects: [{ id: 'i1' }, { id: 'i2', waits: [late] }] })).toEqual([
      'injects.1 impossible delaySeconds',
    ])
    expect(problems({ nations: [{ id: 'na1', kind: 'nation', code: 'EE', name: 'Estonia' }] })).toEqual([
      'nations.0 impossible EE',
    ])
    const whole = { anchor: 'dday', day: 1, minute: null, timeZone: 'UTC' }
    const activity = { id: 'a1', kind: 'briefing', title: 'Brief', audience: 'staff', start: whole }
    expect(problems({ activities: [activity] })).toEqual(['activities.0 impossible days'])
    expect(problems({ activities: [{ ...activity, days: 1 }] })).toEqual([])
  })
  it('with signs that no text may have, also halves of signs', () => {
    expect(problems({}, { injects: [{ id: 'i1', title: 'a\u0000' }] })).toEqual([
      'scenario.injects.0.title control_characters',
    ])
    expect(problems({}, { personas: [{ id: 'p1', name: 'a\ud800b' }] })).toEqual([
      'scenario.personas.0.name control_characters',
    ])
    expect(problems({}, { injects: [{ id: 'i1', text: 'two\r\nlines\tand 森🙂' }] })).toEqual([])
  })
})
