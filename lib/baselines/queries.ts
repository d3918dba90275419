import { db } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { namesOf } from '@/lib/row-names'
import { type Instant, instantOf } from '@/lib/time'
import { injectDifferences, listDifferences } from './differences/rules'
import { ofInject } from './restoring/rules'
import { type Cut, type Rows, rewind } from './rewind/rules'
import { momentsSince } from './rows/queries'
import { storyOf } from './story/rules'
import { idsIn, namesIn, toldField } from './telling/rules'

/** Injects of a comparison that stand on one page. */
const differencesOnPage = 50
/** Changes of one inject that its history shows. */
const mostChanges = 200

/** The baselines of an exercise, the latest first, with how many injects have changed since; for planners. */
export async function listBaselines(actor: Actor, exerciseId: string) {
  if (!can(actor, 'scenario.edit', { exerciseId })) return []
  const rows = await db.$queryRaw<BaselineRow[]>`
    SELECT b."id", b."name", b."note", b."at", b."injects", a."name" AS "by",
           (SELECT count(DISTINCT split_part(f."row", '/', 1))::int FROM "Change" c JOIN "ChangeField" f ON f."changeId" = c."id"
             WHERE c."exerciseId" = b."exerciseId" AND f."id" > b."behind"
               AND f."table" IN ('Inject', 'InjectParty', 'InjectObjective', 'InjectValue', 'Wait')) AS "touched"
      FROM "Baseline" b LEFT JOIN "Account" a ON a."id" = b."createdById"
     WHERE b."exerciseId" = ${exerciseId}::uuid ORDER BY b."behind" DESC, b."at" DESC`
  return rows.map(({ at, ...row }) => ({ ...row, at: instantOf(at) }))
}

type BaselineRow = {
  id: string
  name: string
  note: string
  at: Date
  injects: number
  by: string | null
  touched: number
}
export type BaselineEntry = Awaited<ReturnType<typeof listBaselines>>[number]

/** A moment to compare: a baseline, an instant, or as it is now. */
export type Point = { baselineId: string } | { at: Instant } | 'now'

/** How the whole scenario differs between two moments, injects page by page; for planners, who see all of it. `null`
 * where the actor does not, or a baseline is not there; `too_much` where more has changed than can be looked through. */
export async function compareMoments(actor: Actor, exerciseId: string, from: Point, to: Point, page: number) {
  if (!can(actor, 'scenario.edit', { exerciseId })) return null
  const sides = await readSides(exerciseId, [from, to])
  if (sides === null || sides === 'too_much') return sides
  const [before, after] = sides
  const injects = injectDifferences(before, after)
  const lists = listDifferences(before, after)
  const shown = injects.slice((page - 1) * differencesOnPage, page * differencesOnPage)
  const nameOf = await namer(exerciseId, [...shown, ...lists], before, after)
  const told = <Entry extends (typeof injects | typeof lists)[number]>(entry: Entry) => ({
    ...entry,
    fields: entry.fields.map(field => toldField(field, nameOf)),
  })
  const count = (kind: string) => injects.filter(one => one.kind === kind).length
  return {
    injects: shown.map(told),
    lists: lists.map(told),
    counts: { added: count('added'), removed: count('removed'), changed: count('changed') },
    pages: Math.max(1, Math.ceil(injects.length / differencesOnPage)),
  }
}

export type Comparison = Exclude<Awaited<ReturnType<typeof compareMoments>>, null | 'too_much'>

/** Both moments from one look at the database, so that nobody's change falls between rows and history. */
async function readSides(
  exerciseId: string,
  points: [Point, Point],
): Promise<[Rows, Rows] | null | 'too_much'> {
  return db.$transaction(
    async tx => {
      const cuts: (Cut | null)[] = []
      for (const point of points) {
        if (point === 'now') cuts.push(null)
        else if ('at' in point) cuts.push(point)
        else {
          const where = { id: point.baselineId, exerciseId }
          const found = await tx.baseline.findFirst({ where, select: { behind: true } })
          if (!found) return null
          cuts.push({ behind: Number(found.behind) })
        }
      }
      const looks = []
      for (const cut of cuts) looks.push(cut === null ? nothing : await momentsSince(tx, exerciseId, cut))
      const [one, other] = looks
      if (!one || !other) return 'too_much'
      const now = new Map([...one.now, ...other.now])
      const edits = [...new Map([...one.edits, ...other.edits].map(edit => [edit.id, edit])).values()]
      edits.sort((a, b) => a.id - b.id)
      const [from, to] = cuts.map(cut => (cut === null ? now : rewind(now, edits, cut)))
      return [from ?? now, to ?? now]
    },
    { isolationLevel: 'RepeatableRead' },
  )
}

const nothing = { edits: [], now: new Map() }

async function namer(
  exerciseId: string,
  differences: Parameters<typeof idsIn>[0],
  ...sides: readonly Rows[]
) {
  const then = namesIn(...sides)
  const now = await namesOf(exerciseId, idsIn(differences))
  return (id: string) => now.get(id) ?? then.get(id) ?? null
}

/** Everything that was done to one inject, the latest first, also when it is gone; null for whoever plans nothing here. */
export async function getInjectStory(actor: Actor, exerciseId: string, injectId: string) {
  if (!can(actor, 'scenario.edit', { exerciseId })) return null
  const look = await db.$transaction(tx => momentsSince(tx, exerciseId, { behind: 0 }, injectId), {
    isolationLevel: 'RepeatableRead',
  })
  if (look === null) return null
  const story = storyOf(ofInject(look.now, injectId), look.edits).slice(0, mostChanges)
  const changes = await db.change.findMany({
    where: { id: { in: story.map(({ changeId }) => changeId) }, exerciseId },
    select: { id: true, at: true, actorKind: true, actorLabel: true, action: true, reason: true },
  })
  const byId = new Map(changes.map(change => [change.id, change]))
  const nameOf = await namer(exerciseId, story, ...story.flatMap(({ before, after }) => [before, after]))
  return story.flatMap(({ changeId, kind, fields }) => {
    const change = byId.get(changeId)
    if (!change) return []
    const { at, ...how } = change
    return [{ ...how, at: instantOf(at), kind, fields: fields.map(field => toldField(field, nameOf)) }]
  })
}

export type InjectStory = NonNullable<Awaited<ReturnType<typeof getInjectStory>>>
