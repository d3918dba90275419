import { expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { now, setting } from '@/lib/shifts/setting.fixture'
import { staffOf } from '@/prisma/actors'
import { factoryDb } from '@/prisma/factories'
import { addRota, makeShifts } from './actions'
import { countClockRotas, getMaking } from './queries'

const timeZone = 'Europe/Tallinn'
/** 09:00 on the wall of Tallinn: well before the clocks change, and on the Saturday before (28 March 2027, 03:00). */
const plain = { startexAt: Date.UTC(2027, 2, 9, 7), timeZone }
const changing = { startexAt: Date.UTC(2027, 2, 27, 7), timeZone }

it('wants a rota of wall times made anew where STARTEX moves over a change of clocks, and keeps everybody on it', async () => {
  const { exercise, exerciseId, planner, rota: typed } = await setting()
  const move = (startexAt: number) =>
    factoryDb().exercise.update({ where: { id: exerciseId }, data: { startexAt: new Date(startexAt) } })
  await move(plain.startexAt)
  const wall = { start: 'D-1 08:00', end: 'D+2 08:00', handover: '' }
  expect(await execute(addRota.definition, planner, { ...typed, ...wall }, now)).toMatchObject({ ok: true })
  const { id: rotaId } = await factoryDb().rota.findFirstOrThrow({ where: { exerciseId } })
  const make = { exerciseId, rotaId, afresh: false, expects: { make: 9, remove: 0, lost: 0 } }
  expect(await execute(makeShifts.definition, planner, make, now)).toMatchObject({ ok: true })
  const director = await staffOf(exercise, 'director')
  expect(await countClockRotas(director, exerciseId, plain, now)).toBe(0)
  expect(await countClockRotas(director, exerciseId, changing, now)).toBe(1)
  // Only a director moves STARTEX.
  expect(await countClockRotas(planner, exerciseId, changing, now)).toBe(0)

  await move(changing.startexAt)
  const before = await lengths()
  expect(before.map(([, hours]) => hours)).toEqual(Array(9).fill(8))
  expect((await getMaking(planner, exerciseId, rotaId, now))?.keeping).toMatchObject({
    relength: 1,
    make: 0,
    remove: 0,
    stay: 8,
  })
  const again = { ...make, expects: { make: 0, remove: 0, lost: 0 } }
  expect(await execute(makeShifts.definition, planner, again, now)).toMatchObject({ ok: true })
  const after = await lengths()
  expect(after.map(([id]) => id)).toEqual(before.map(([id]) => id))
  // The sixth, from 00:00 to 08:00 on the Sunday, has an hour less.
  expect(after.map(([, hours]) => hours)).toEqual([8, 8, 8, 8, 8, 7, 8, 8, 8])
  expect((await getMaking(planner, exerciseId, rotaId, now))?.keeping).toMatchObject({ relength: 0, stay: 9 })

  async function lengths() {
    const rows = await factoryDb().shift.findMany({
      where: { rotaId },
      orderBy: [{ startDay: 'asc' }, { startMinute: 'asc' }],
    })
    return rows.map(({ id, durationSeconds }) => [id, durationSeconds / 3600] as const)
  }
})
