import { Prisma } from '@/prisma/client/client'
import type { Tx } from './db'
import { readInjectIds } from './inject-ids'
import { renamed, renamedSql } from './renamed'
import { dateOf, instantOf, type Moment } from './time'

/** From which exercise to which, and a moment that the old one has so many `times` as the next edition has it. */
export type Retelling = {
  tx: Tx
  fromId: string
  exerciseId: string
  again: (moment: Moment, times: number) => Moment
}

/**
 * The whole scenario in the next edition: serials stay, everything is a draft again, and nobody is responsible for it
 * yet. Experts named as sender, recipient or in a column are not taken, nor are baselines, which are the old one's
 * history. Teams, roles and phases must be there already, under their `renamed` ids.
 */
export async function cloneScenario(retelling: Retelling): Promise<void> {
  const { tx, fromId, exerciseId } = retelling
  for (const copy of [...lists, injects(await fixedAgain(retelling)), ...hanging])
    await tx.$executeRaw(copySql(copy, fromId, exerciseId))
}

/**
 * What is looked for again and again: one's own views and those that others share, which are one's own from now on. A
 * view that names who is not taken, such as a controller, would show nothing.
 */
export async function cloneViews({ tx, fromId, exerciseId }: Retelling, accountId: string): Promise<void> {
  const views = await tx.mselView.findMany({
    where: { exerciseId: fromId, OR: [{ accountId }, { shared: true }] },
    select: { name: true, query: true, shared: true, accountId: true },
    orderBy: { id: 'asc' },
  })
  const ids = views.flatMap(({ query }) => query.match(anyId) ?? [])
  const { found } = await readInjectIds(tx, fromId, { ids, fields: [] })
  const taken = new Set(
    found.filter(({ kind }) => kind !== 'person' && kind !== 'member').map(({ id }) => id),
  )
  const whole = views.filter(({ query }) => (query.match(anyId) ?? []).every(id => taken.has(id)))
  const own = (view: (typeof views)[number]) => view.accountId === accountId
  await tx.mselView.createMany({
    data: [...whole.filter(own), ...whole.filter(view => !own(view))].map(({ name, query, shared }) => ({
      ...{ exerciseId, accountId, name, shared },
      query: query.replace(anyId, id => renamed(exerciseId, id)),
    })),
    // Two people's views of one name: the own one stays.
    skipDuplicates: true,
  })
}

const anyId = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** How the rows of one table are told again: columns with other values than the old ones, and which rows. */
type Copy = {
  table: string
  columns: readonly string[]
  /** SQL of `t`, the old row, and `x`, the two exercises */
  given?: Record<string, string>
  from?: Prisma.Sql
  where?: string
}

const columnsOf = (names: Record<string, string>) => Object.values(names)

const lists: readonly Copy[] = [
  { table: 'Scenario', columns: columnsOf(Prisma.ScenarioScalarFieldEnum) },
  { table: 'ScenarioMark', columns: columnsOf(Prisma.ScenarioMarkScalarFieldEnum) },
  { table: 'Storyline', columns: columnsOf(Prisma.StorylineScalarFieldEnum) },
  { table: 'Incident', columns: columnsOf(Prisma.IncidentScalarFieldEnum) },
  { table: 'DeliveryMode', columns: columnsOf(Prisma.DeliveryModeScalarFieldEnum) },
  { table: 'Persona', columns: columnsOf(Prisma.PersonaScalarFieldEnum) },
  { table: 'Objective', columns: columnsOf(Prisma.ObjectiveScalarFieldEnum) },
  { table: 'MselColumn', columns: columnsOf(Prisma.MselColumnScalarFieldEnum) },
  { table: 'MselWord', columns: columnsOf(Prisma.MselWordScalarFieldEnum) },
  { table: 'LogicGate', columns: columnsOf(Prisma.LogicGateScalarFieldEnum) },
]

const nobody = '"registrationId" IS NULL'
const hanging: readonly Copy[] = [
  { table: 'InjectParty', columns: columnsOf(Prisma.InjectPartyScalarFieldEnum), where: nobody },
  { table: 'InjectObjective', columns: columnsOf(Prisma.InjectObjectiveScalarFieldEnum) },
  { table: 'InjectValue', columns: columnsOf(Prisma.InjectValueScalarFieldEnum), where: nobody },
  { table: 'Wait', columns: columnsOf(Prisma.WaitScalarFieldEnum) },
  { table: 'Attachment', columns: columnsOf(Prisma.AttachmentScalarFieldEnum) },
  // Their bytes stay in the database on their way.
  { table: 'AttachmentContent', columns: columnsOf(Prisma.AttachmentContentScalarFieldEnum) },
]

const injects = (from: Prisma.Sql): Copy => ({
  table: 'Inject',
  columns: columnsOf(Prisma.InjectScalarFieldEnum),
  given: {
    ...{ startAt: 'fixed."again"', state: `'draft'`, stateReason: 'NULL' },
    ...{ controllerId: 'NULL', reviewerId: 'NULL', createdById: 'NULL' },
  },
  from,
})

/** One statement a table, so that rows may come before those of the same table that they name. */
function copySql(
  { table, columns, given = {}, from, where }: Copy,
  fromId: string,
  exerciseId: string,
): Prisma.Sql {
  const all: Record<string, string> = { exerciseId: 'x."to"', version: '1', ...given }
  // Every other id names a row that is copied too.
  const told = (name: string) =>
    all[name] ?? (/^id$|Id$/.test(name) ? renamedSql('x."to"::text', `t."${name}"`) : `t."${name}"`)
  return Prisma.sql`
    INSERT INTO ${Prisma.raw(`"${table}" (${columns.map(name => `"${name}"`).join(', ')})`)}
    SELECT ${Prisma.raw(columns.map(told).join(', '))}
      FROM (SELECT ${fromId}::uuid AS "from", ${exerciseId}::uuid AS "to") x
      JOIN ${Prisma.raw(`"${table}"`)} t ON t."exerciseId" = x."from" ${from ?? Prisma.empty}
     WHERE ${Prisma.raw(where ? `t.${where}` : 'true')}`
}

/** The fixed moments of the old injects beside those of the next edition: zones are reckoned in one place alone. */
async function fixedAgain({ tx, fromId, again }: Retelling): Promise<Prisma.Sql> {
  const moments = await tx.$queryRaw<{ at: Date; timeZone: string; times: number }[]>`
    SELECT "startAt" AS "at", "startTimeZone" AS "timeZone", count(*)::int AS "times" FROM "Inject"
     WHERE "exerciseId" = ${fromId}::uuid AND "startAnchor" = 'fixed' GROUP BY 1, 2`
  const next = moments.map(({ at, timeZone, times }) => {
    const moment = again({ anchor: 'fixed', at: instantOf(at), timeZone }, times)
    return moment.anchor === 'fixed' ? dateOf(moment.at) : at
  })
  const iso = (dates: readonly Date[]) => dates.map(date => date.toISOString())
  return Prisma.sql`
    LEFT JOIN unnest(${iso(moments.map(({ at }) => at))}::timestamptz[], ${moments.map(({ timeZone }) => timeZone)}::text[],
                     ${iso(next)}::timestamptz[]) AS fixed("at", "timeZone", "again")
      ON fixed."at" = t."startAt" AND fixed."timeZone" = t."startTimeZone"`
}
