import { describe, expect, it } from 'vitest'
import { guessTargets, mselHeadingRow } from '../columns/rules'

const guess = (line: string) => guessTargets(line.split(', '), [line.split(', ').map(() => 'x y')])

describe('headings are known', () => {
  it.each([
    // the templates that tools bring along
    [
      'Event Number, Designated Scenario Time, Event Type, Inject Mode, From, To, Message, Expected Participant Response, Exercise Objective, Notes',
      'serial time kind mode from to text expectedAction objective notes',
    ],
    [
      'ID, Delivery Method, Local Time, Target, Title, Description, Assumptions, Notes, Expected Actions, Measure of Performance',
      'serial mode time to title text notes notes expectedAction measure',
    ],
    [
      'Control Number, Move, Group, Delivery Time, Simulated Time, Assigned To, Status, Title, Description, From Org, To Org, Details, Expected Actions',
      'serial phase own time scenarioTime controller status title text from to text expectedAction',
    ],
    [
      'Inject #, Title, Description, Scheduled Time, Scenario Day, Scenario Time, From / Source, To / Target, Delivery Method, Track, Phase, Expected Action, Notes, Responsible Controller',
      'serial title text time day scenarioTime from to mode storyline phase expectedAction notes controller',
    ],
    [
      'Number, Time, From, Faction, To, Team, Method, Subject, Message, Expected Action',
      'serial time from own to to mode title text expectedAction',
    ],
    // real ones from 2009 to 2022
    [
      'MSEL #, DATE, Time, SUBJECT, SEND FROM (Simulated), SEND TO, INJECT MODE, INJECTED BY, STORYLINE/THREAD, STATUS, NOTES/REMARKS',
      'serial date time title from to mode controller storyline status notes',
    ],
    [
      'EVENT #, INJECT DTG, Event Summary, Sent From, Sent To, METHOD, Expected Reaction to Inject, IMPLEMENTER',
      'serial time title from to mode expectedAction controller',
    ],
    [
      'Action to be taken, Timeline, Teams, Subject, Content, Comments, Expectation Description',
      'mode time to title text notes measure',
    ],
    // other languages
    [
      'N°, Date, Heure, Objet, Expéditeur, Destinataires, Moyen, Réaction attendue, Animateur, Objectifs, Remarques',
      'serial date time title from to mode expectedAction controller objective notes',
    ],
    [
      'Lfd. Nr., Tag, Uhrzeit, Betreff, Beschreibung, Absender, Empfänger, Übermittlungsart, Erwartete Reaktion, Verantwortlich, Bemerkungen',
      'serial day time title text from to mode expectedAction controller notes',
    ],
    [
      'Jrk nr, Kuupäev, Kellaaeg, Pealkiri, Kirjeldus, Saatja, Saaja, Edastusviis, Oodatav tegevus, Vastutaja, Märkused',
      'serial date time title text from to mode expectedAction controller notes',
    ],
    [
      'Número, Fecha, Hora, Asunto, Mensaje, Remitente, Destinatario, Medio, Respuesta esperada, Responsable, Observaciones',
      'serial date time title text from to mode expectedAction controller notes',
    ],
    [
      '番号, 日時, 件名, 内容, 発信者, 宛先, 手段, 期待する行動, 備考',
      'serial time title text from to mode expectedAction notes',
    ],
  ])('%s', (line, fields) => {
    expect(guess(line).join(' ')).toBe(fields)
  })

  it('by what stands below them where a word has two meanings', () => {
    const headings = ['Inject', 'Time', 'To']
    expect(
      guessTargets(headings, [
        ['1', '0900', 'BT1'],
        ['2', '0910', 'BT2'],
      ]),
    ).toEqual(['serial', 'time', 'to'])
    const long = 'A journalist calls and asks whether the ministry has been attacked.'
    expect(
      guessTargets(headings, [
        [long, '0900', 'BT1'],
        [long, '0910', 'BT2'],
      ]),
    ).toEqual(['text', 'time', 'to'])
  })
  it('by what was said of them before, whatever they say', () => {
    const remembered = new Map([
      ['faction', 'storyline' as const],
      ['notes', null],
    ])
    expect(guessTargets(['Faction', 'Notes', 'Time'], [['a', 'b', '0900']], remembered)).toEqual([
      'storyline',
      null,
      'time',
    ])
  })
})

describe('the row of the headings', () => {
  const headings = ['#', 'Time', 'Subject', 'To']
  it('is found under titles, merged cells and empty rows', () => {
    const rows = [
      ['MASTER SCENARIO EVENTS LIST'],
      ['Exercise', 'Baltic Lantern'],
      [],
      ['Date of issue: 1 March 2027'],
      headings,
      ['1', '0900', 'Go', 'BT'],
    ]
    expect(mselHeadingRow(rows)).toBe(4)
  })
  it('is the row above the events in a language that we do not know', () => {
    expect(
      mselHeadingRow([
        ['Ŝlosiloj', 'Horo', 'Afero'],
        ['1', '09:00', 'Ek'],
        ['2', '09:10', 'Du'],
      ]),
    ).toBe(0)
  })
  it('is absent where the first row is an event already, whatever words it has', () => {
    expect(
      mselHeadingRow([
        ['', 'Send a mail', 'J-60', 'team1', 'subject', 'message', 'description'],
        ['', 'Send an SMS', 'J-30', 'team2'],
      ]),
    ).toBe(-1)
    expect(
      mselHeadingRow([
        ['1', 'Phone call'],
        ['2', 'Mail'],
      ]),
    ).toBe(-1)
  })
})
