import { expect, test } from 'vitest'
import { coverageOf, misfitsOf, newestFirst, type Technique } from './rules'

const technique = (code: string, over: Partial<Technique> = {}): Technique => ({
  ...{ code, name: `Name of ${code}`, tactics: ['stealth'], withdrawn: false, replacedBy: null },
  ...over,
})
const tactics = [
  { key: 'stealth', name: 'Stealth' },
  { key: 'impact', name: 'Impact' },
]

test('releases are counted as numbers, not as words', () => {
  expect(['9', '19', '19.1', '2', '18.10', '18.9'].toSorted(newestFirst)).toEqual([
    ...['19.1', '19', '18.10', '18.9', '9', '2'],
  ])
})

test('a part of a technique exercises the technique, once, and in each of its tactics', () => {
  const techniques = [
    technique('T1001', { tactics: ['stealth', 'impact'] }),
    technique('T1001.001', { tactics: ['stealth', 'impact'] }),
    technique('T1001.002'),
    technique('T1002'),
  ]
  const used = [
    { code: 'T1001.001', injects: 3 },
    { code: 'T1001.002', injects: 1 },
  ]
  expect(coverageOf({ tactics, techniques }, used)).toMatchObject([
    {
      key: 'stealth',
      techniques: 2,
      reached: 1,
      exercised: [{ code: 'T1001.001', injects: 3 }, { code: 'T1001.002' }],
    },
    { key: 'impact', techniques: 1, reached: 1, exercised: [{ code: 'T1001.001' }] },
  ])
})

test('what was withdrawn is shown where it is used and counts for nothing', () => {
  const techniques = [technique('T1009', { withdrawn: true }), technique('T1010')]
  expect(coverageOf({ tactics, techniques }, [{ code: 'T1009', injects: 1 }])[0]).toMatchObject({
    ...{ techniques: 1, reached: 0, exercised: [{ code: 'T1009' }] },
  })
})

test('codes are misfits of a release that does not know them or has withdrawn them', () => {
  const techniques = [technique('T1562', { withdrawn: true, replacedBy: 'T1685' }), technique('T1685')]
  const used = ['T1562', 'T1685', 'T9999'].map(code => ({ code, injects: 1 }))
  expect(misfitsOf(used, techniques)).toEqual({
    unknown: [{ code: 'T9999', injects: 1 }],
    withdrawn: [{ code: 'T1562', injects: 1, name: 'Name of T1562', replacedBy: 'T1685' }],
  })
})
