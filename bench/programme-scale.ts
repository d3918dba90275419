/**
 * What the registrar's page asks of the database, in exercises of 500, 5,000 and 50,000 registrations: the numbers of
 * all nations, roles and teams, and one page of people. The growth is what counts: ten times the people may cost ten
 * times as much, and no more.
 */
import { performance } from 'node:perf_hooks'
import connect from 'postgres'
import { env } from '@/lib/env'
import type { Actor } from '@/lib/policy'
import { getRegistrationOverview } from '@/lib/registrations/overview/queries'
import { listRegistrations } from '@/lib/registrations/queries'
import { listFilterSchema } from '@/lib/registrations/schema'
import { staffOf } from '@/prisma/actors'
import { makeParticipation, makeQuota } from '@/prisma/delegation-factories'
import { makeExercise, makeRole, makeSeat, makeTeam } from '@/prisma/factories'
import { addCrowd } from './people'

const sizes = [500, 5_000, 50_000] as const
const rounds = 15

type Scene = { size: number; exerciseId: string; actor: Actor; times: number[] }

async function scene(sql: connect.Sql, size: number): Promise<Scene> {
  const exercise = await makeExercise({ status: 'registration' })
  const many = <T>(count: number, make: () => Promise<T>) => Promise.all(Array.from({ length: count }, make))
  const nations = await many(45, () => makeParticipation(exercise))
  const roles = await many(20, () => makeRole(exercise))
  const teams = await many(40, () => makeTeam(exercise))
  for (const nation of nations) await makeQuota(nation, { size: 100 })
  for (const team of teams) for (const role of roles.slice(0, 8)) await makeSeat(team, role, { most: 100 })
  const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id)
  const crowd = { participationIds: ids(nations), roleIds: ids(roles), teamIds: ids(teams) }
  await addCrowd(sql, { exerciseId: exercise.id, count: size, ...crowd })
  return { size, exerciseId: exercise.id, actor: await staffOf(exercise, 'registrar'), times: [] }
}

/** As the page asks: both at once. */
async function look({ exerciseId, actor, size, times }: Scene): Promise<void> {
  const start = performance.now()
  const [overview, list] = await Promise.all([
    getRegistrationOverview(actor, exerciseId),
    listRegistrations(actor, { exerciseId, participationId: null }, listFilterSchema.parse({})),
  ])
  times.push(performance.now() - start)
  const counted = Object.values(overview?.all ?? {}).reduce((sum, count) => sum + count, 0)
  if (counted !== size || list.total !== size)
    throw new Error(`${counted} and ${list.total} of ${size} counted`)
}

/** Throws where the page counts other numbers than there are. */
export async function programmeScale(): Promise<object> {
  const sql = connect(env.databaseUrl, { max: 1, onnotice: () => {}, connection: { TimeZone: 'UTC' } })
  try {
    const scenes: Scene[] = []
    for (const size of sizes) scenes.push(await scene(sql, size))
    // In turn, so that whatever else the machine does meets all sizes; the first look of each is not counted.
    for (let round = 0; round <= rounds; round++) for (const one of scenes) await look(one)
    const median = ({ times }: Scene) => times.slice(1).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
    const ms = scenes.map(median)
    const growth = ms.slice(1).map((time, at) => Number((time / (ms[at] ?? 1)).toFixed(2)))
    return {
      ...{ bench: 'programme-scale', sizes, ms: ms.map(time => Number(time.toFixed(1))), growth, n: rounds },
      ...{ unit: 'ms; growth for ten times the people', target: 'growth at most 10' },
    }
  } finally {
    await sql.end()
  }
}
