/** An exercise that is over, with people of whom much is written: everything that has to go. */
import { execute } from '@/lib/action'
import { db, sql } from '@/lib/db'
import { endexAt } from '@/lib/exercises/rules'
import { queueMail } from '@/lib/mail'
import { instantOf } from '@/lib/time'
import { factoryDb } from '@/prisma/factories'
import { editRegistration, nominate } from '../registrations/actions'
import { now as registering, setting } from '../registrations/setting.fixture'

export const DAY = 86_400_000
let numbers = 0

/** A word that nobody else has, so that it can be looked for in the whole database. */
const rare = (what: string) => `${what}zq${++numbers}xj`

export async function overExercise() {
  const given = await setting()
  const { exercise, ids, contact, role, team } = given
  const question = await factoryDb().question.create({
    data: { exerciseId: exercise.id, kind: 'text', wording: rare('Which laptop') },
  })

  /** Somebody nominated and edited by the real actions, so that the history speaks of them. */
  async function somebody(person: { email?: string } = {}) {
    const words = {
      givenName: rare('Given'),
      familyName: rare('Family'),
      nativeName: rare('Native'),
      diet: rare('Diet'),
      answer: rare('Answer'),
      reason: rare('Reason'),
    }
    const email = person.email ?? `${rare('mail')}@example.org`
    const form = {
      ...ids,
      email,
      givenName: words.givenName,
      familyName: rare('Misspelt'),
      nativeName: words.nativeName,
      roleId: role.id,
      teamId: team.id,
      presence: 'on_site',
      homeTimeZone: 'Asia/Kathmandu',
      homeNation: 'JPN',
      languages: ['en'],
    }
    const made = await execute(nominate.definition, contact, form, registering)
    if (!made.ok) throw new Error(JSON.stringify(made))
    const row = await factoryDb().registration.findFirstOrThrow({ where: { ...ids, email } })
    const edit = {
      ...form,
      familyName: words.familyName,
      registrationId: row.id,
      version: row.version,
      reason: words.reason,
    }
    const edited = await execute(editRegistration.definition, contact, edit, registering)
    if (!edited.ok) throw new Error(JSON.stringify(edited))
    const registrationId = row.id
    await db.$transaction(async tx => {
      await tx.$queryRaw`
        WITH c AS (INSERT INTO "Change" ("id", "at", "actorKind", "action", "exerciseId", "actorLabel")
                   VALUES (gen_random_uuid(), now(), 'job', 'own_part.save', ${exercise.id}::uuid, '') RETURNING "id")
        SELECT set_config('startex.change', "id"::text, true) FROM c`
      const owner = { exerciseId: exercise.id, registrationId }
      await tx.registrationNeeds.create({ data: { ...owner, diet: words.diet } })
      await tx.answer.create({ data: { ...owner, questionId: question.id, value: words.answer } })
      await queueMail(tx, {
        cause: `about:${registrationId}`,
        recipient: email,
        locale: 'en',
        exerciseId: exercise.id,
        registrationId,
        template: 'registration_declined',
        params: { exercise: 'LS27', role: 'Lead', team: 'none', reason: words.reason, timeZone: 'UTC' },
      })
    })
    return { id: registrationId, email, words: [...Object.values(words), email] }
  }

  const endex = endexAt({ startexAt: instantOf(exercise.startexAt), endexOffset: exercise.endexOffset })
  return { ...given, endex, question, somebody }
}

/** Where in the whole database these words still stand: tables, once each. */
export async function tracesOf(words: readonly string[]): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`
    SELECT relname AS "name" FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`
  const found: string[] = []
  for (const { name } of tables) {
    const [row] = await sql.unsafe<{ n: number }[]>(
      `SELECT count(*)::int AS "n" FROM "${name}" t
        WHERE EXISTS (SELECT FROM unnest($1::text[]) w WHERE position(lower(w) IN lower(t::text)) > 0)`,
      [[...words]],
    )
    if ((row?.n ?? 0) > 0) found.push(name)
  }
  return found
}
