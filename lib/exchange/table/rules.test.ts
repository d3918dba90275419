import { describe, expect, it } from 'vitest'
import { formatMoment } from '@/lib/time-format'
import { momentOfDocument } from '../document/rules'
import type { Party } from '../document/schema'
import { lookAt, understandSheet } from '../files/rules'
import { noChoices, type TimeChoices } from '../times/rules'

const read = (rows: string[][], times: Partial<TimeChoices> = {}) => {
  const sheet = { name: 'MSEL', rows }
  return understandSheet(sheet, 'xlsx', lookAt(sheet), {
    ...noChoices(Date.UTC(2026, 10, 22)),
    timeZone: 'Europe/Tallinn',
    ...times,
  })
}
const times = (rows: string[][], more: Partial<TimeChoices> = {}) =>
  read(rows, more).document.scenario.injects.map(({ start }) =>
    start ? formatMoment(momentOfDocument(start), 'Europe/Tallinn') : '',
  )
const reasons = (rows: string[][]) => read(rows).notes.map(({ row, reason }) => `${row ?? '-'} ${reason}`)
const heads = ['#', 'Time', 'Subject', 'From', 'To']
const row = (number: string, time: string, subject = 'Go', from = '', to = '') => [
  number,
  time,
  subject,
  from,
  to,
]

describe('a list of events', () => {
  it('has its days between them, and empty rows at its end', () => {
    const rows = [
      ['MSEL', '', '', '', ''],
      heads,
      ['DAY 1 – Tuesday 20 April 2027', '', '', '', ''],
      row('1', '0900'),
      row('2', '09h30'),
      ['Wednesday, 21 April 2027', '', '', '', ''],
      row('3', '9:00 AM'),
      ['Day 3'],
      row('4', '1000'),
      ['', '', '', '', ''],
      [],
    ]
    expect(times(rows)).toEqual(['2027-04-20 09:00', '2027-04-20 09:30', '2027-04-21 09:00', 'D+2 10:00'])
    expect(reasons(rows)).toEqual(['- times_in_zone'])
    expect(read(rows).lines).toEqual([4, 5, 7, 9])
  })
  it('has its day in a column, as a number, a date or a D-day', () => {
    const headings = ['No', 'Day', 'Time', 'Title']
    const list = [
      ['1', '1', '0900', 'a'],
      ['2', 'Day 2', '10:00', 'b'],
      ['3', 'D+3', '1100', 'c'],
      ['4', '22.4.2027', '1200', 'd'],
    ]
    expect(times([headings, ...list])).toEqual(['D-DAY 09:00', 'D+1 10:00', 'D+3 11:00', '2027-04-22 12:00'])
  })
  it('has times of day alone, on D-day or on the chosen launch date', () => {
    const rows = [heads, row('1', '0900'), row('2', '23:30')]
    expect(times(rows)).toEqual(['D-DAY 09:00', 'D-DAY 23:30'])
    expect(reasons(rows)).toEqual(['- times_in_zone', '2 time_no_day', '3 time_no_day'])
    expect(times(rows, { launchOn: '2027-04-20' })).toEqual(['2027-04-20 09:00', '2027-04-20 23:30'])
  })
  it('counts its bare numbers in hours, or in minutes where they are many', () => {
    expect(times([heads, row('1', 'T+5'), row('2', 'T+30')])).toEqual(['T+05:00:00', 'T+1d 06:00:00'])
    expect(times([heads, row('1', 'T+5'), row('2', 'T+240')])).toEqual(['T+00:05:00', 'T+04:00:00'])
  })
  it('has several recipients in a cell, apart where each stands alone elsewhere', () => {
    const { document } = read([
      heads,
      row('1', '0900', 'a', 'Ministry of Foreign Affairs', 'BT1, BT2'),
      row('2', '0900', 'b', 'Command and Control', 'BT1\nBT3; White'),
      row('3', '0900', 'c', 'bt1', 'BT1 and BT3 & White'),
    ])
    const names = new Map(
      [...document.teams, ...document.scenario.personas].map(({ id, name }) => [id, name]),
    )
    const said = (parties: Party[]) =>
      parties.map(party => `${party.kind} ${'id' in party ? names.get(party.id) : ''}`)
    expect(document.scenario.injects.map(({ from, to }) => [said(from), said(to)])).toEqual([
      [['persona Ministry of Foreign Affairs'], ['team BT1', 'team BT2']],
      [['persona Command and Control'], ['team BT1', 'team BT3', 'team White']],
      [['team BT1'], ['team BT1', 'team BT3', 'team White']],
    ])
  })
  it('keeps what is not understood in the notes, and says where', () => {
    const headings = ['#', 'Time', 'Subject', 'TLP', 'Duration', 'Type', 'Score', 'Notes', 'Weather']
    const { document, notes } = read([
      headings,
      ['1', 'on order', 'a', 'secret', 'long', 'Vignette', 'good', 'Careful', 'rain'],
    ])
    const [inject] = document.scenario.injects
    expect(inject?.notes).toBe(
      'Careful\nTime: on order\nDuration: long\nType: Vignette\nTLP: secret\nScore: good',
    )
    expect(notes.map(({ row, column, reason }) => [row, column, reason])).toEqual([
      [2, 1, 'time_unclear'],
      [2, 4, 'duration_unclear'],
      [2, 5, 'kind_unclear'],
      [2, 3, 'tlp_unclear'],
      [2, 6, 'score_unclear'],
    ])
    expect(document.scenario.columns.map(({ id, name }) => [id, name])).toEqual([['c1', 'Weather']])
    expect(inject?.values).toEqual({ c1: 'rain' })
  })
  it('keeps no serial twice, and waits for what it names', () => {
    const { document, notes } = read([
      heads,
      row('1.1', '0900'),
      row('1.2', 'after 1.3 + 20m'),
      row('1.3', 'after 1.1 (failed) + 1h'),
      row('1.1', '1000'),
      row('1.4', 'after 9.9'),
    ])
    expect(document.scenario.injects.map(({ serial, waits }) => [serial, waits])).toEqual([
      ['1.1', []],
      ['1.2', [{ after: { kind: 'inject', id: 'i3' }, condition: 'released', delaySeconds: 1200 }]],
      ['1.3', [{ after: { kind: 'inject', id: 'i1' }, condition: 'failed', delaySeconds: 3600 }]],
      [null, []],
      ['1.4', []],
    ])
    expect(notes.slice(1).map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'time_no_day'],
      [5, 'serial_repeated'],
      [5, 'time_no_day'],
      [6, 'wait_unknown'],
    ])
  })
  it('may repeat its headings on every page and have headings of its own between events', () => {
    const rows = [heads, row('1', '0900'), heads, ['PHASE 2: ATTACK', '', '', '', ''], row('2', '1000')]
    expect(reasons(rows)).toEqual([
      '- times_in_zone',
      '2 time_no_day',
      '3 row_repeats_headings',
      '4 row_is_heading',
      '5 time_no_day',
    ])
  })
  it('names storylines, incidents, phases, modes and objectives once each', () => {
    const headings = ['No', 'Storyline', 'Incident', 'Phase', 'Method', 'Objective', 'Title']
    const { document } = read([
      headings,
      ['1', 'Power', 'Blackout', 'Crisis', 'E-mail', '1.1 Detect; 1.2 Report', 'a'],
      ['2', 'power', 'Blackout', 'Crisis', 'e-mail', '1.2', 'b'],
      ['3', 'Water', 'Blackout', 'Recovery', 'Phone', 'Obj 1.1: Detect', 'c'],
    ])
    const { scenario, phases } = document
    expect(scenario.storylines.map(({ name, number }) => [name, number])).toEqual([
      ['Power', 1],
      ['Water', 2],
    ])
    expect(scenario.incidents.map(({ storyline, number }) => [storyline, number])).toEqual([
      ['s1', 1],
      ['s2', 1],
    ])
    expect(scenario.modes.map(({ name }) => name)).toEqual(['E-mail', 'Phone'])
    expect(phases.map(({ name }) => name)).toEqual(['Crisis', 'Recovery'])
    expect(scenario.objectives.map(({ number, title }) => `${number} ${title}`)).toEqual([
      '1.1 Detect',
      '1.2 Report',
    ])
    expect(scenario.injects.map(({ objectives }) => objectives)).toEqual([['o1', 'o2'], ['o2'], ['o1']])
  })
})
