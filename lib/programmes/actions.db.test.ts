import { expect, test } from 'vitest'
import { execute } from '@/lib/action'
import { administrator, programmeStaffOf } from '@/prisma/actors'
import { factoryDb, makeProgramme, makeSeries, nextNumber } from '@/prisma/factories'
import { createProgramme, createSeries } from './actions'
import { listProgrammes } from './queries'

const form = () => ({
  code: `HC${nextNumber()}`,
  name: 'Harbour Cyber Centre',
  host: 'Harbour Foundation',
  city: 'Tallinn',
  timeZone: 'Europe/Tallinn',
})

test('an administrator makes a programme, others do not', async () => {
  const sent = form()
  expect(await execute(createProgramme.definition, await administrator(), sent, 0)).toMatchObject({
    ok: true,
  })
  const director = await programmeStaffOf(await makeProgramme(), 'director')
  expect(await execute(createProgramme.definition, director, form(), 0)).toMatchObject({
    error: { code: 'forbidden' },
  })
})

test('a code of a programme is given once, also to two at the same time', async () => {
  const boss = await administrator()
  const sent = form()
  const results = await Promise.all(
    [sent, sent].map(input => execute(createProgramme.definition, boss, input, 0)),
  )
  expect(results.filter(result => result.ok)).toHaveLength(1)
  expect(results.find(result => !result.ok)).toMatchObject({
    error: { fields: { code: { reason: 'programme_code_taken' } } },
  })
})

test('a programme has a zone that exists', async () => {
  const sent = { ...form(), timeZone: 'Mars/Olympus' }
  expect(await execute(createProgramme.definition, await administrator(), sent, 0)).toMatchObject({
    error: { fields: { timeZone: { reason: 'unknown_zone' } } },
  })
})

test("a series belongs to the organiser's own programme and its code is its own there", async () => {
  const programme = await makeProgramme()
  const director = await programmeStaffOf(programme, 'director')
  const series = { programmeId: programme.id, code: 'LS', name: 'Locked Harbour' }
  expect(await execute(createSeries.definition, director, series, 0)).toMatchObject({ ok: true })
  expect(await execute(createSeries.definition, director, series, 0)).toMatchObject({
    error: { fields: { code: { reason: 'series_code_taken' } } },
  })
  const elsewhere = { ...series, programmeId: (await makeProgramme()).id }
  expect(await execute(createSeries.definition, director, elsewhere, 0)).toMatchObject({
    error: { code: 'forbidden' },
  })
  expect(await factoryDb().series.count({ where: { code: 'LS' } })).toBe(1)
})

test('only programmes in which one may make exercises are offered', async () => {
  const programme = await makeProgramme()
  const series = await makeSeries(programme)
  const mine = await listProgrammes(await programmeStaffOf(programme, 'director'))
  expect(mine).toMatchObject([{ id: programme.id, series: [{ id: series.id }] }])
  expect(await listProgrammes(await programmeStaffOf(programme, 'planner'))).toEqual([])
  expect(await listProgrammes({ kind: 'visitor' })).toEqual([])
  const all = await listProgrammes(await administrator())
  expect(all.length).toBeGreaterThan(1)
})
