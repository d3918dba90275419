import { expect, test } from 'vitest'
import { readTable } from './rules'

test('a table is read by its headings, tactics by key or by name', () => {
  const read = readTable(
    [
      'name;ID;Deprecated;tactics',
      'Phishing;t1566;;initial-access',
      'Spearphishing Link;T1566.002;no;Initial Access, Command and Control',
      'Binary Padding;T1009;yes;stealth',
    ].join('\n'),
  )
  expect(read).toEqual({
    ...{ ok: true, domain: null, version: null },
    tactics: [
      { key: 'initial-access', name: 'Initial Access' },
      { key: 'command-and-control', name: 'Command and Control' },
      { key: 'stealth', name: 'Stealth' },
    ],
    techniques: [
      { code: 'T1009', name: 'Binary Padding', tactics: ['stealth'], withdrawn: true, replacedBy: null },
      { code: 'T1566', name: 'Phishing', tactics: ['initial-access'], withdrawn: false, replacedBy: null },
      {
        ...{ code: 'T1566.002', name: 'Spearphishing Link', withdrawn: false, replacedBy: null },
        tactics: ['initial-access', 'command-and-control'],
      },
    ],
  })
})

test('rows of tactics say the order and what they are called', () => {
  const read = readTable(
    'id,name,tactics,replaced by\nTA0005,Stealth,stealth,\nTA0040,Impact,,\nT1562,Impair,impact;stealth,T1685\n',
  )
  expect(read).toMatchObject({
    tactics: [
      { key: 'stealth', name: 'Stealth' },
      { key: 'impact', name: 'Impact' },
    ],
    techniques: [{ code: 'T1562', tactics: ['impact', 'stealth'], replacedBy: 'T1685' }],
  })
})

test('a table without these columns, or without techniques, is refused', () => {
  expect(readTable('one,two\nT1566,Phishing')).toEqual({ ok: false, problem: 'attack_no_columns' })
  expect(readTable('id,name\nphishing,T1566')).toEqual({ ok: false, problem: 'attack_no_techniques' })
  expect(readTable('')).toEqual({ ok: false, problem: 'attack_no_columns' })
})
