import { db, sql } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { asSql, type RowRule } from '@/lib/policy-rows'
import { scenarioView } from '@/lib/scenario-view'
import { instantOf } from '@/lib/time'
import {
  type AttackDomain,
  attackDomains,
  coverageOf,
  type Matrix,
  misfitsOf,
  newestFirst,
  type Tactic,
  type Used,
} from './rules'

/** Every matrix that has been loaded, the newest release first, with how many exercises use it; for administrators. */
export async function listReleases(actor: Actor) {
  if (!can(actor, 'platform.administer', {})) return null
  const [matrices, uses] = await Promise.all([
    db.attackRelease.findMany({
      select: {
        ...{ id: true, release: true, domain: true, tactics: true, loadedAt: true },
        _count: { select: { techniques: true } },
      },
    }),
    db.scenario.groupBy({ by: ['attackRelease'], _count: true }),
  ])
  const usedBy = new Map(uses.map(({ attackRelease, _count }) => [attackRelease, _count]))
  return matrices
    .map(({ tactics, loadedAt, _count, ...matrix }) => ({
      ...matrix,
      ...{ loadedAt: instantOf(loadedAt), techniques: _count.techniques },
      ...{ tactics: tacticsIn(tactics).length, exercises: usedBy.get(matrix.release) ?? 0 },
    }))
    .sort((a, b) => newestFirst(a.release, b.release) || place(a.domain) - place(b.domain))
}
export type ReleaseRow = NonNullable<Awaited<ReturnType<typeof listReleases>>>[number]

const place = (domain: AttackDomain) => attackDomains.indexOf(domain)

/** The techniques that an exercise chooses from, for whoever sees anything of its scenario; none without a release. */
export async function listTechniques(actor: Actor, exerciseId: string) {
  if ((await scenarioView(actor, exerciseId)) === null) return null
  const matrices = await matricesOf([await releaseOf(exerciseId)])
  return matrices.flatMap(({ techniques }) => techniques)
}

/**
 * What the injects that the actor sees exercise of ATT&CK, by the release that the exercise has chosen; for planners
 * also what any other release would say of the codes that are in use.
 */
export async function getAttack(actor: Actor, exerciseId: string) {
  if (!can(actor, 'scenario.read', { exerciseId })) return null
  const view = await scenarioView(actor, exerciseId)
  if (view === null) return null
  const [release, used, loaded] = await Promise.all([
    releaseOf(exerciseId),
    usedOf(view.rule),
    view.seesAll ? db.attackRelease.findMany({ select: { release: true } }) : [],
  ])
  const releases = [...new Set([...loaded.map(one => one.release), release])].sort(newestFirst)
  const matrices = await matricesOf(releases.filter(one => one !== ''))
  const of = (wanted: string) => matrices.filter(one => one.release === wanted)
  const misfits = (wanted: string) =>
    misfitsOf(
      used,
      of(wanted).flatMap(({ techniques }) => techniques),
    )
  return {
    mayEdit: view.seesAll,
    ...{ release, loaded: of(release).length > 0, used: used.length, misfits: misfits(release) },
    matrices: of(release).map(({ domain, ...matrix }) => ({ domain, tactics: coverageOf(matrix, used) })),
    others: releases
      .filter(other => other !== release && of(other).length > 0)
      .map(other => ({
        ...{ release: other, misfits: misfits(other) },
        techniques: of(other).reduce(
          (sum, { techniques }) => sum + techniques.filter(one => !one.withdrawn).length,
          0,
        ),
        domains: of(other).map(({ domain }) => domain),
      })),
  }
}
export type Attack = NonNullable<Awaited<ReturnType<typeof getAttack>>>

async function releaseOf(exerciseId: string): Promise<string> {
  const scenario = await db.scenario.findUnique({ where: { exerciseId }, select: { attackRelease: true } })
  return scenario?.attackRelease ?? ''
}

type StoredMatrix = Matrix & { release: string; domain: AttackDomain }

async function matricesOf(releases: readonly string[]): Promise<StoredMatrix[]> {
  const found = await db.attackRelease.findMany({
    where: { release: { in: [...releases] } },
    select: {
      ...{ release: true, domain: true, tactics: true },
      techniques: {
        select: { code: true, name: true, tactics: true, withdrawn: true, replacedBy: true },
        orderBy: { code: 'asc' },
      },
    },
  })
  return found
    .map(({ tactics, ...matrix }) => ({ ...matrix, tactics: tacticsIn(tactics) }))
    .sort((a, b) => place(a.domain) - place(b.domain))
}

function tacticsIn(stored: unknown): Tactic[] {
  if (!Array.isArray(stored)) return []
  return stored.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'key' in one && 'name' in one
      ? [{ key: String(one.key), name: String(one.name) }]
      : [],
  )
}

/** The codes of the injects that the rule shows; where one stands in an inject twice it counts once. */
async function usedOf(rule: RowRule): Promise<Used[]> {
  const { text, values } = asSql(rule, 'i', 1)
  return sql.unsafe<Used[]>(
    `SELECT c."code", count(DISTINCT i."id")::int AS "injects" FROM "Inject" i, unnest(i."techniques") AS c("code")
      WHERE ${text} GROUP BY 1 ORDER BY 1`,
    values,
  )
}
