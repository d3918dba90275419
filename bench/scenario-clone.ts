/**
 * The next edition of an exercise whose MSEL has 10,000 injects with recipients, objectives, waits and values of own
 * columns, through the action, with its history: beside a bare INSERT … SELECT of the same rows into tables with the
 * same indexes, which know no history, no foreign key and no other ids. Seconds: lower is better.
 */
import { performance } from 'node:perf_hooks'
import connect, { type Sql } from 'postgres'
import { execute } from '@/lib/action'
import { cloneExercise } from '@/lib/editions/actions'
import { env } from '@/lib/env'
import type { Actor } from '@/lib/policy'
import { programmeStaffOf } from '@/prisma/actors'
import { factoryDb, makeExercise, makeTeam, usualStartexAt } from '@/prisma/factories'
import { makeStoryline } from '@/prisma/scenario-factories'
import { fillMsel } from './injects'
import { alternate } from './line'

const tables = ['Inject', 'InjectParty', 'InjectObjective', 'InjectValue', 'Wait'] as const

async function scene(sql: Sql) {
  const exercise = await makeExercise()
  const own = { exerciseId: exercise.id }
  const db = factoryDb()
  await db.scenario.create({ data: { ...own, timeZone: exercise.timeZone } })
  await db.objective.createMany({ data: [1, 2, 3].map(n => ({ ...own, number: `${n}`, title: `Aim ${n}` })) })
  const column = await db.mselColumn.create({ data: { ...own, name: 'Cell', kind: 'text' } })
  for (let n = 0; n < 12; n++) await makeStoryline(exercise)
  for (let n = 0; n < 20; n++) await makeTeam(exercise)
  await fillMsel(sql, exercise.id)
  await sql.begin(async tx => {
    await tx`SELECT set_config('startex.change', 'off', true)`
    await tx`INSERT INTO "InjectValue" ("exerciseId", "injectId", "columnId", "value")
             SELECT "exerciseId", "id", ${column.id}::uuid, 'Cell ' || "serial" FROM "Inject" WHERE "exerciseId" = ${exercise.id}`
  })
  for (const table of tables) await sql.unsafe(`CREATE TABLE "bare${table}" (LIKE "${table}" INCLUDING ALL)`)
  return { exercise, director: await programmeStaffOf({ id: exercise.programmeId }, 'director') }
}

type Scene = Awaited<ReturnType<typeof scene>>

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

let edition = 0

async function clone({ exercise, director }: Scene, actor: Actor = director): Promise<void> {
  edition += 1
  const input = {
    programmeId: exercise.programmeId,
    fromId: exercise.id,
    code: `NEXT${edition}`,
    name: 'Next',
  }
  const result = await execute(
    cloneExercise.definition,
    actor,
    { ...input, startex: '2028-04-11 09:00' },
    usualStartexAt,
  )
  if (!result.ok) throw new Error(`The exercise was not cloned: ${result.error.reason}`)
}

async function copy(sql: Sql, { exercise }: Scene): Promise<void> {
  await sql.begin(async tx => {
    for (const table of tables) await tx.unsafe(`TRUNCATE "bare${table}"`)
    for (const table of tables)
      await tx`INSERT INTO ${tx(`bare${table}`)} SELECT * FROM ${tx(table)} WHERE "exerciseId" = ${exercise.id}`
  })
}

/** Throws where the copy has other numbers of rows. */
export async function scenarioClone(): Promise<object> {
  const sql = connect(env.databaseUrl, { max: 1, onnotice: () => {}, connection: { TimeZone: 'UTC' } })
  try {
    const made = await scene(sql)
    const measured = await alternate(
      () => seconds(() => clone(made)),
      () => seconds(() => copy(sql, made)),
    )
    const rows: Record<string, number> = {}
    for (const table of tables) {
      const counts = await sql<{ count: number }[]>`
        SELECT count(*)::int AS "count" FROM ${sql(table)} t JOIN "Exercise" e ON e."id" = t."exerciseId"
         WHERE e."id" = ${made.exercise.id} OR e."clonedFromId" = ${made.exercise.id} GROUP BY e."id"`
      rows[table] = counts[0]?.count ?? 0
      if (counts.some(({ count }) => count !== rows[table]))
        throw new Error(`A copy has other rows of ${table}`)
    }
    return { bench: 'scenario-clone', ...measured, rows, n: measured.oursEach.length, unit: 's' }
  } finally {
    await sql.end()
  }
}
