'use server'

import { action } from '@/lib/action'
import type { Tx } from '@/lib/db'
import { AppError, type FieldError, refuseIf } from '@/lib/errors'
import { addJob } from '@/lib/jobs'
import { linkAccounts } from '@/lib/people-links'
import { can } from '@/lib/policy'
import { rosterPatience } from '@/lib/roster-parts'
import { folded } from '@/lib/rosters/fields/rules'
import { dateOf } from '@/lib/time'
import { Prisma } from '@/prisma/client/client'
import { getDoor } from '../door/queries'
import { nominateProblem } from '../door/rules'
import { partyOf } from '../rules'
import { submit } from '../states/actions'
import { listStaleRows } from './queries'
import { addRosterSchema, dropRosterSchema, part, type RosterWords, stageRosterSchema } from './schema'

const pages = [
  '/delegation',
  '/delegation/[participationId]',
  '/delegation/[participationId]/people/import',
  '/exercises/[code]/registrations',
  '/me',
]

type Roster = { exerciseId: string; participationId: string; rosterId: string }

/** Takes in some rows of a file. Nobody is on the list yet, and what is not added is forgotten after an hour. */
export const stageRoster = action({
  name: 'roster.stage',
  input: stageRosterSchema,
  may: (actor, input) => can(actor, 'registration.nominate', input),
  run: async ({ tx, actor, now }, { rows, ...key }) => {
    const { exerciseId, participationId, rosterId } = key
    const door = await getDoor(tx, exerciseId, participationId)
    refuseIf(nominateProblem(door, partyOf(actor, participationId), now))
    const old = dateOf(now - rosterPatience)
    // By hand: the ORM takes several times as long over the JSON of a part.
    const kept = await tx.$queryRaw<{ part: number }[]>`
      WITH gone AS (
        DELETE FROM "RosterPart" WHERE "participationId" = ${participationId}::uuid AND "stagedAt" < ${old}),
      waiting AS (
        SELECT count(*) AS "parts" FROM "RosterPart" WHERE "participationId" = ${participationId}::uuid AND "stagedAt" >= ${old}
           AND ("rosterId", "part") <> (${rosterId}::uuid, ${key.part}::int))
      INSERT INTO "RosterPart" ("exerciseId", "participationId", "rosterId", "part", "rows", "stagedAt")
      SELECT ${exerciseId}::uuid, ${participationId}::uuid, ${rosterId}::uuid, ${key.part}::int, ${JSON.stringify(rows)}::jsonb, ${dateOf(now)}
        FROM waiting WHERE "parts" < ${part.most}
      ON CONFLICT ("participationId", "rosterId", "part") DO UPDATE SET "rows" = EXCLUDED."rows", "stagedAt" = EXCLUDED."stagedAt"
      RETURNING "part"`
    refuseIf(kept.length === 0 ? 'rosters_waiting' : null)
    const again = { jobKey: `roster:${participationId}:${rosterId}`, runAt: now + rosterPatience }
    await addJob(tx, 'forget_roster', { participationId, rosterId }, again)
  },
  stale: 'none',
})

/** Puts everybody who was sent on the list, as drafts or submitted: all of them or, with the rows that no longer fit
 * named, nobody. */
export const addRoster = action({
  name: 'roster.add',
  input: addRosterSchema,
  may: (actor, input) => can(actor, 'registration.nominate', input),
  run: async (write, { parts, people, submit: atOnce, lateReason, columns, explanations, ...roster }) => {
    const { tx, actor, now } = write
    const { exerciseId, participationId } = roster
    // One file of a delegation at a time: the second is judged by what the first has left.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`roster ${participationId}`}, 0))`
    const door = await getDoor(tx, exerciseId, participationId)
    refuseIf(nominateProblem(door, partyOf(actor, participationId), now))
    await refuseIncomplete(tx, roster, parts, people)
    await setNestedLoops(tx, 'off')
    await refuseStale(tx, roster)
    const programmeId = await namePeople(tx, roster)
    const added = await writeRegistrations(tx, { ...roster, programmeId }, dateOf(now))
    const registrationIds = atOnce ? await registrationsOf(tx, roster) : []
    await setNestedLoops(tx, 'on')
    // As if they had been chosen in the list: the same door, places, line and letters.
    const submission = {
      exerciseId,
      participationId,
      registrationIds,
      lateReason,
      whenFull: 'refuse' as const,
    }
    if (atOnce) await submit.definition.run(write, submission)
    await rememberWords(tx, roster, { columns, explanations })
    await tx.rosterPart.deleteMany({ where: roster })
    return { added, submitted: atOnce }
  },
  stale: () => pages,
})

/** Forgets what was sent and not added. */
export const dropRoster = action({
  name: 'roster.drop',
  input: dropRosterSchema,
  may: (actor, input) => can(actor, 'registration.nominate', input),
  run: async ({ tx }, roster) => {
    await tx.rosterPart.deleteMany({ where: roster })
  },
  stale: 'none',
})

async function refuseIncomplete(tx: Tx, roster: Roster, parts: number, people: number): Promise<void> {
  const [sent] = await tx.$queryRaw<{ parts: number; people: number }[]>`
    SELECT count(*)::int AS "parts", coalesce(sum(jsonb_array_length("rows")), 0)::int AS "people" FROM "RosterPart"
     WHERE "exerciseId" = ${roster.exerciseId}::uuid AND "participationId" = ${roster.participationId}::uuid
       AND "rosterId" = ${roster.rosterId}::uuid`
  refuseIf(sent?.parts === parts && sent.people === people ? null : 'roster_incomplete')
}

async function refuseStale(tx: Tx, roster: Roster): Promise<void> {
  const stale = await listStaleRows(tx, roster)
  if (stale.length === 0) return
  const fields: Record<string, FieldError> = {}
  for (const { line, field, reason, params } of stale)
    fields[`${line}.${field}`] = params ? { reason, params } : { reason }
  const count = new Set(stale.map(({ line }) => line)).size
  throw new AppError('refused', 'roster_rows_stale', { params: { count }, fields })
}

/** Rows that this transaction has made have no statistics yet: a join with them would be planned for a handful, and two
 * thousand against two thousand by nested loops take seconds where a hash takes milliseconds. */
async function setNestedLoops(tx: Tx, to: 'on' | 'off'): Promise<void> {
  // What is turned off counts as dear before Postgres 18, and what is dear would be compiled first.
  await tx.$executeRaw`SELECT set_config('enable_nestloop', ${to}, true), set_config('jit', 'off', true)`
}

/** The rows of a roster as a relation `sent`, with the columns that are asked for. */
function sent({ exerciseId, participationId, rosterId }: Roster, columns: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT r.* FROM "RosterPart" p, jsonb_to_recordset(p."rows") AS r(${columns})
    WHERE p."exerciseId" = ${exerciseId}::uuid AND p."participationId" = ${participationId}::uuid
      AND p."rosterId" = ${rosterId}::uuid) sent`
}

const names = Prisma.raw(
  '"email" citext, "givenName" text, "familyName" text, "nativeName" text, "homeNation" text',
)
const address = Prisma.raw('"email" citext')
const registered =
  Prisma.raw(`"line" int, "email" citext, "givenName" text, "familyName" text, "nativeName" text,
  "companyId" uuid, "roleId" uuid, "teamId" uuid, "siteId" uuid, "presence" text, "homeTimeZone" text, "languages" jsonb,
  "clearanceUntilOn" date`)

/** Makes the people of the programme who are not there yet, by address, so that two files name them in one order. */
async function namePeople(tx: Tx, roster: Roster): Promise<string> {
  const { programmeId } = await tx.exercise.findUniqueOrThrow({
    where: { id: roster.exerciseId },
    select: { programmeId: true },
  })
  await tx.$executeRaw`
    INSERT INTO "Person" ("id", "programmeId", "email", "givenName", "familyName", "nativeName", "homeNation")
    SELECT gen_random_uuid(), ${programmeId}::uuid, "email", "givenName", "familyName", "nativeName", "homeNation"
      FROM ${sent(roster, names)} ORDER BY "email"
    ON CONFLICT ("programmeId", "email") DO NOTHING`
  await linkAccounts(tx, programmeId, Prisma.sql`SELECT "email" FROM ${sent(roster, address)}`)
  return programmeId
}

/** Gives how many were written. */
async function writeRegistrations(
  tx: Tx,
  roster: Roster & { programmeId: string },
  at: Date,
): Promise<number> {
  const { exerciseId, participationId, programmeId } = roster
  return tx.$executeRaw`
    INSERT INTO "Registration" ("id", "exerciseId", "participationId", "personId", "companyId", "roleId", "teamId", "siteId", "email",
      "givenName", "familyName", "nativeName", "presence", "homeTimeZone", "languages", "clearanceUntilOn", "stateAt")
    SELECT gen_random_uuid(), ${exerciseId}::uuid, ${participationId}::uuid, person."id", "companyId", "roleId", "teamId", "siteId",
           sent."email", sent."givenName", sent."familyName", sent."nativeName", "presence"::"Presence", "homeTimeZone",
           ARRAY(SELECT jsonb_array_elements_text("languages")), "clearanceUntilOn", ${at}
      FROM ${sent(roster, registered)}
      JOIN "Person" person ON person."programmeId" = ${programmeId}::uuid AND person."email" = sent."email"
     ORDER BY "line"`
}

async function registrationsOf(tx: Tx, roster: Roster): Promise<string[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT r."id" FROM ${sent(roster, address)}
      JOIN "Registration" r ON r."exerciseId" = ${roster.exerciseId}::uuid
       AND r."participationId" = ${roster.participationId}::uuid AND r."email" = sent."email"`
  return found.map(({ id }) => id)
}

async function rememberWords(
  tx: Tx,
  { exerciseId, participationId }: Roster,
  words: RosterWords,
): Promise<void> {
  const known = new Map<string, { kind: string; word: string; meaning: string }>()
  const keep = (kind: string, text: string, meaning: string) => {
    const word = folded(text).slice(0, 200)
    if (word !== '') known.set(`${kind} ${word}`, { kind, word, meaning })
  }
  for (const { heading, field } of words.columns) keep('column', heading, field ?? '')
  for (const { kind, word, meaning } of words.explanations) keep(kind, word, meaning)
  const all = [...known.values()]
  if (all.length === 0) return
  const column = (key: 'kind' | 'word' | 'meaning') => all.map(word => word[key])
  await tx.$executeRaw`
    INSERT INTO "RosterWord" ("exerciseId", "participationId", "kind", "word", "meaning")
    SELECT ${exerciseId}::uuid, ${participationId}::uuid, w.* FROM unnest(${column('kind')}::text[], ${column('word')}::text[], ${column('meaning')}::text[]) AS w
    ON CONFLICT ("participationId", "kind", "word") DO UPDATE SET "meaning" = EXCLUDED."meaning"`
}
