import { expect, it } from 'vitest'
import { bySerial, inTime } from './rules'

it('counts serials as people do', () => {
  const serials = ['10.1', '3.12', 'INJ-10', '3.2', 'INJ-9', '3', 'inj-1a']
  expect(serials.sort(bySerial)).toEqual(['3', '3.2', '3.12', '10.1', 'inj-1a', 'INJ-9', 'INJ-10'])
})

it('puts what has no time at the end, and what is at one time in the order of serials', () => {
  const injects = ['2.10', '1.1', '2.9', '1.2'].map(serial => ({ id: serial, serial }))
  const times = new Map([
    ['2.10', 60],
    ['2.9', 60],
    ['1.2', -60],
  ])
  expect(inTime(injects, times)).toEqual(['1.2', '2.9', '2.10', '1.1'])
})
