import { expect, test } from 'vitest'
import { minuteIn } from './rules'

test('an hour of the night is read as people write it', () => {
  expect(['22:00', '2200', '22h30', '9:05', '930', '00.00', ' 6:00 '].map(minuteIn)).toEqual([
    1320, 1320, 1350, 545, 570, 0, 360,
  ])
})

test('what is no time of a day is not read as one', () => {
  for (const text of ['24:00', '7', '12:60', 'noon', '', '-1:00', '12345'])
    expect(minuteIn(text), text).toBe(null)
})
