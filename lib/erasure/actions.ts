'use server'

import { action, type Write } from '@/lib/action'
import { changedByEdit } from '@/lib/edit'
import { can } from '@/lib/policy'
import { beginErasing, eraseGuests, eraseRemains, maskNeeds, pseudonymise } from '@/lib/pseudonyms'
import { dateOf, type Instant, instantOf } from '@/lib/time'
import { DAY } from '@/lib/time-calendar'
import { batchSize, dueDates, letterDays } from './rules'
import { editRetentionSchema, eraseLettersSchema, eraseSchema } from './schema'

/** One step of the daily run; `left` says that there is another. Not due (STARTEX moved meanwhile): nothing happens. */
type Step = { left: boolean }

/** Erases diet, access needs and travel of some people, and with the last of them what the history says of it. */
export const eraseNeeds = action({
  name: 'erasure.needs',
  input: eraseSchema,
  may: actor => actor.kind === 'job',
  async run(write, { exerciseId, startedAt }): Promise<Step> {
    const { tx } = write
    if (!(await isDue(write, exerciseId, 'needs'))) return { left: false }
    await beginErasing(tx)
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT "registrationId" AS "id" FROM "RegistrationNeeds" WHERE "exerciseId" = ${exerciseId}::uuid
       ORDER BY 1 LIMIT ${batchSize} FOR UPDATE`
    const registrationId = { in: rows.map(({ id }) => id) }
    await tx.registrationNeeds.deleteMany({ where: { exerciseId, registrationId } })
    const left = rows.length === batchSize
    if (!left) await maskNeeds(tx, exerciseId)
    await prove(write, { exerciseId, rule: 'needs', startedAt, rows: rows.length, left })
    return { left }
  },
  stale: 'none',
})

/** Gives pseudonyms to some people of an exercise, and with the last of them forgets what else names anybody. */
export const eraseIdentities = action({
  name: 'erasure.identities',
  input: eraseSchema,
  may: actor => actor.kind === 'job',
  async run(write, { exerciseId, startedAt }): Promise<Step> {
    const { tx, now } = write
    if (!(await isDue(write, exerciseId, 'identities'))) return { left: false }
    await beginErasing(tx)
    // In the order in which everybody locks them; an edit under way is waited for, and goes too.
    const people = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Registration" WHERE "exerciseId" = ${exerciseId}::uuid AND "erasedAt" IS NULL
       ORDER BY "id" LIMIT ${batchSize} FOR UPDATE`
    await pseudonymise(tx, { exerciseId, ids: people.map(({ id }) => id), at: now })
    const left =
      people.length === batchSize || (await eraseGuests(tx, exerciseId, now, batchSize)) === batchSize
    if (!left) await eraseRemains(tx, exerciseId, now)
    await prove(write, { exerciseId, rule: 'identities', startedAt, rows: people.length, left })
    return { left }
  },
  stale: 'none',
})

/** Letters that belong to no exercise lose reader and text once nobody can need them any more. */
export const eraseLetters = action({
  name: 'erasure.letters',
  input: eraseLettersSchema,
  may: actor => actor.kind === 'job',
  async run(write, { startedAt }) {
    const { tx, now } = write
    const rows = await tx.$executeRaw`
      UPDATE "Mail" SET "recipient" = "id" || '@erased.invalid', "params" = '{"erased": true}', "secret" = NULL,
             "erasedAt" = ${dateOf(now)}, "nextAttemptAt" = NULL,
             "givenUpAt" = CASE WHEN "sentAt" IS NULL THEN coalesce("givenUpAt", ${dateOf(now)}) END
       WHERE "exerciseId" IS NULL AND "erasedAt" IS NULL AND "createdAt" < ${dateOf(now - letterDays * DAY)}`
    if (rows > 0) await prove(write, { exerciseId: null, rule: 'letters', startedAt, rows, left: false })
  },
  stale: 'none',
})

/** How long people's names are kept after ENDEX. */
export const editRetention = action({
  name: 'exercise.retention',
  input: editRetentionSchema,
  may: (actor, input) => can(actor, 'exercise.edit', input),
  async run({ tx }, { exerciseId: id, version, opened, retentionDays }) {
    const row = { table: 'Exercise', id, owner: id, version, opened } as const
    const data = await changedByEdit(tx, row, { retentionDays })
    await tx.exercise.update({ where: { id }, data, select: { id: true } })
  },
  stale: () => ['/exercises/[code]/registrations/personal-data'],
})

async function isDue({ tx, now }: Write, id: string, rule: 'needs' | 'identities'): Promise<boolean> {
  const select = { startexAt: true, endexOffset: true, retentionDays: true }
  const exercise = await tx.exercise.findUnique({ where: { id }, select })
  return exercise !== null && dueDates({ ...exercise, startexAt: instantOf(exercise.startexAt) })[rule] <= now
}

type Proof = {
  exerciseId: string | null
  rule: 'needs' | 'identities' | 'letters'
  startedAt: Instant
  rows: number
  left: boolean
}

/** Counted with the rows that went, in their transaction: a run that broke off says how far it came. */
async function prove({ tx, now }: Write, { exerciseId, rule, startedAt, rows, left }: Proof): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Erasure" ("id", "exerciseId", "rule", "startedAt", "finishedAt", "rows")
    VALUES (gen_random_uuid(), ${exerciseId}::uuid, ${rule}::"ErasureRule", ${dateOf(startedAt)}, ${left ? null : dateOf(now)}, ${rows})
    ON CONFLICT ("exerciseId", "rule", "startedAt")
    DO UPDATE SET "rows" = "Erasure"."rows" + EXCLUDED."rows", "finishedAt" = EXCLUDED."finishedAt"`
}
