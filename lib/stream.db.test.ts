import { describe, expect, it } from 'vitest'
import { makePhase } from '@/prisma/factories'
import { makeInject } from '@/prisma/scenario-factories'
import { sql } from './db'
import { accountOf } from './policy'
import { changesSince, countStreams } from './stream'
import { listener, readerOf, rename, setting, write } from './stream.fixture'
import { compareCursors } from './stream-cursor'

describe('whoever listens', () => {
  it('hears of an edit, a new row and a removed one, of rows alone and with what they are now', async () => {
    const { exercise, exerciseId, planner, inject } = await setting()
    const ear = await listener(planner, exerciseId)
    await rename(exerciseId, inject.id, 'Call to the port')
    const first = await ear.changes()
    expect(first).toMatchObject({
      rows: [{ id: inject.id, title: 'Call to the port' }],
      removed: [],
      reload: [],
    })
    const other = await makeInject(exercise)
    await write(exerciseId, ({ tx }) => tx.inject.delete({ where: { id: other.id }, select: { id: true } }))
    const second = await ear.changes()
    expect(second).toMatchObject({ from: first.to, rows: [], removed: [other.id] })
    expect(compareCursors(first.to, second.to)).toBeLessThan(0)
  })

  it('hears of what hangs on an inject as of the inject, and of lists by their name', async () => {
    const { exercise, exerciseId, planner, inject } = await setting()
    const ear = await listener(planner, exerciseId)
    await write(exerciseId, async ({ tx }) => {
      const mode = await tx.deliveryMode.create({ data: { exerciseId, name: 'Radio' } })
      const gate = await tx.logicGate.create({ data: { exerciseId, number: 1, kind: 'any' } })
      const persona = await tx.persona.create({ data: { exerciseId, name: 'A harbour master' } })
      await tx.injectParty.create({
        data: { exerciseId, injectId: inject.id, side: 'from', personaId: persona.id },
      })
      await tx.wait.create({ data: { exerciseId, gateId: gate.id, afterInjectId: inject.id } })
      return { mode: mode.id }
    })
    const { rows, reload } = await ear.changes()
    expect([rows.map(({ id }) => id), reload.toSorted()]).toEqual([
      [inject.id],
      ['gates', 'modes', 'personas'],
    ])
    const phase = await makePhase(exercise)
    await write(exerciseId, ({ tx }) =>
      tx.phase.update({ where: { id: phase.id }, data: { name: 'Play' }, select: { id: true } }),
    )
    expect(await ear.changes()).toMatchObject({ rows: [], reload: ['phases'] })
  })

  it('hears nothing of another exercise, nor of what was rolled back', async () => {
    const { exerciseId, planner, inject } = await setting()
    const elsewhere = await setting()
    const ear = await listener(planner, exerciseId)
    await rename(elsewhere.exerciseId, elsewhere.inject.id, 'Not yours')
    await write(exerciseId, async ({ tx }) => {
      await tx.inject.update({ where: { id: inject.id }, data: { title: 'Never' }, select: { id: true } })
      throw new Error('the transaction is given up')
    })
    await rename(exerciseId, inject.id, 'At last')
    expect(await ear.changes()).toMatchObject({ rows: [{ id: inject.id, title: 'At last' }] })
    expect(ear.inbox).toEqual([])
  })

  it('is told to load everything where thousands of rows have changed', async () => {
    const { exerciseId, planner } = await setting()
    const ear = await listener(planner, exerciseId)
    await write(exerciseId, ({ tx }) =>
      tx.inject.createMany({
        data: Array.from({ length: 600 }, (_, n) => ({ exerciseId, serial: `9.${n + 1}` })),
      }),
    )
    expect(await ear.changes()).toMatchObject({ rows: [], removed: [], reload: ['everything'] })
  })
})

describe('nothing is lost', () => {
  it('of a transaction that began before others and commits after them, nor do they wait for it', async () => {
    const { exercise, exerciseId, planner, inject } = await setting()
    const other = await makeInject(exercise)
    const ear = await listener(planner, exerciseId)
    let release = () => {}
    let begun = () => {}
    const held = new Promise<void>(resolve => (release = resolve))
    const underWay = new Promise<void>(resolve => (begun = resolve))
    const late = write(exerciseId, async ({ tx }) => {
      await tx.inject.update({ where: { id: inject.id }, data: { title: 'Late' }, select: { id: true } })
      begun()
      await held
    })
    await underWay
    await rename(exerciseId, other.id, 'Quick')
    expect(await ear.changes()).toMatchObject({ rows: [{ id: other.id, title: 'Quick' }] })
    release()
    await late
    expect(await ear.changes()).toMatchObject({ rows: [{ id: inject.id, title: 'Late' }] })
  })

  it('to whoever comes back with the cursor of the last message, whichever process tells it', async () => {
    const { exercise, exerciseId, planner, inject } = await setting()
    const ear = await listener(planner, exerciseId)
    await rename(exerciseId, inject.id, 'Heard')
    const { to } = await ear.changes()
    ear.leave()
    await rename(exerciseId, inject.id, 'Missed')
    const other = await makeInject(exercise)
    await rename(exerciseId, other.id, 'Missed too')
    const missed = [inject.id, other.id].sort()
    const again = await listener(planner, exerciseId, to)
    const { from, rows } = await again.changes()
    expect([from, rows.map(({ id }) => id).sort()]).toEqual([to, missed])
    // Another process has nothing but the database: the same question without anything listening.
    const elsewhere = await changesSince(await readerOf(planner, exerciseId, to))
    expect(elsewhere.rows.map(({ id }) => id).sort()).toEqual(missed)
    expect(await changesSince(await readerOf(planner, exerciseId, elsewhere.to))).toMatchObject({
      rows: [],
      removed: [],
    })
  })

  it('by whoever comes with a cursor of another database: everything is loaded again', async () => {
    const { exerciseId, planner } = await setting()
    const reader = await readerOf(planner, exerciseId, '99999999999:99999999999:')
    expect(await changesSince(reader)).toMatchObject({ reload: ['everything'] })
  })

  it('when the connection that listens is cut', async () => {
    const { exerciseId, planner, inject } = await setting()
    const ear = await listener(planner, exerciseId)
    await rename(exerciseId, inject.id, 'Before')
    await ear.changes()
    await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
               WHERE datname = current_database() AND application_name = 'startex-stream'`
    await rename(exerciseId, inject.id, 'After')
    expect(await ear.changes()).toMatchObject({ rows: [{ title: 'After' }] })
  })
})

it('a stream that was left is forgotten', async () => {
  const { exerciseId, planner } = await setting()
  const accountId = accountOf(planner)?.accountId
  const ears = [await listener(planner, exerciseId), await listener(planner, exerciseId)]
  expect(countStreams(accountId)).toBe(2)
  for (const ear of ears) ear.leave()
  expect(countStreams(accountId)).toBe(0)
})
