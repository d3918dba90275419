import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { asKnown, parse, parseBoth, type Result } from './answer'
import { isRetryable } from './database-errors'
import { db, type Tx } from './db'
import { AppError, publicError } from './errors'
import { type Actor, accountOf } from './policy'
import { currentActor } from './session'
import { textField } from './text'
import { currentInstant, dateOf, type Instant } from './time'

/** What a write is given: the transaction that holds it and its history, who acts, and when. */
export type Write = { tx: Tx; actor: Actor; now: Instant; changeId: string }

/** One write, said whole. Nothing is optional, so nothing is forgotten. */
export type Definition<Input extends z.ZodType, Data> = {
  /** noun.verb, as the history and the log name it */
  name: string
  /** what the browser sends, beside `requestId` and `reason` */
  input: Input
  /** whether this actor may, judged by the ids in the input: `run` repeats them in every `where` */
  may: (actor: Actor, input: z.output<Input>) => boolean
  /** what it returns is kept for a repeated request, except what stands under `once` */
  run: (write: Write, input: z.output<Input>) => Promise<Data>
  /** paths whose pages show what changed; `none` where a stream updates them */
  stale: 'none' | ((input: z.output<Input>, data: Data) => string[])
}

const envelopeSchema = z.object({
  /** made by the client once a form: a repeated request has one effect */
  requestId: z.uuid().default(() => crypto.randomUUID()),
  reason: textField(500).optional(),
})

/** Where a write belongs, as its own input says, which `may` has judged, and then its result. */
const placeSchema = z.object({ exerciseId: z.uuid().nullish(), programmeId: z.uuid().nullish() })

type Envelope = z.output<typeof envelopeSchema> & z.output<typeof placeSchema>

const attempts = 3

/**
 * Runs a write without a browser: parse, `may`, one transaction of `run` and its history. Never throws; what the
 * rules refuse comes back in their words, what is our fault is logged and named by a reference.
 */
export async function execute<Input extends z.ZodType, Data>(
  definition: Definition<Input, Data>,
  actor: Actor,
  input: unknown,
  now: Instant,
): Promise<Result<Data>> {
  try {
    const [parsed, envelope] = parseBoth(definition.input, envelopeSchema, input)
    if (!definition.may(actor, parsed)) throw refusal(actor)
    const place = placeSchema.safeParse(parsed).data
    return { ok: true, data: await writeOnce(definition, actor, parsed, { ...envelope, ...place }, now) }
  } catch (error) {
    return { ok: false, error: publicError(asKnown(error, definition.name)) }
  }
}

/** A write as the browser calls it, with its definition beside it for tests, benches and other entries. */
export type ServerAction<Input extends z.ZodType, Data> = ((input: unknown) => Promise<Result<Data>>) & {
  definition: Definition<Input, Data>
}

/** Wraps a definition for the browser: the actor from the database, then revalidation of what went stale. */
export function action<Input extends z.ZodType, Data>(
  definition: Definition<Input, Data>,
): ServerAction<Input, Data> {
  const run = async (input: unknown): Promise<Result<Data>> => {
    const result = await execute(definition, await currentActor(), input, currentInstant())
    if (result.ok && definition.stale !== 'none') {
      const stale = definition.stale(parse(definition.input, input), result.data)
      // A pattern such as /exercises/[code] means every page of it.
      for (const path of stale) path.includes('[') ? revalidatePath(path, 'page') : revalidatePath(path)
    }
    return result
  }
  return Object.assign(run, { definition })
}

async function writeOnce<Input extends z.ZodType, Data>(
  definition: Definition<Input, Data>,
  actor: Actor,
  input: z.output<Input>,
  envelope: Envelope,
  now: Instant,
): Promise<Data> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(async tx => {
        const changeId = await openChange(tx, definition.name, actor, envelope, now)
        if (changeId === null) return earlierResult<Data>(tx, definition.name, actor, envelope)
        const data = await definition.run({ tx, actor, now, changeId }, input)
        await closeChange(tx, changeId, data)
        return data
      })
    } catch (error) {
      if (attempt === attempts || !isRetryable(error)) throw error
    }
  }
}

/** Begins the history of this transaction, or null where the same request was already carried out. A second
 * caller with the same id waits here for the first to commit. */
async function openChange(
  tx: Tx,
  name: string,
  actor: Actor,
  envelope: Envelope,
  now: Instant,
): Promise<string | null> {
  const accountId = accountOf(actor)?.accountId ?? null
  const linkId = actor.kind === 'link' ? actor.linkId : null
  const label = actor.kind === 'visitor' ? '' : actor.name
  const opened = await tx.$queryRaw<{ id: string }[]>`
    WITH change AS (
      INSERT INTO "Change" ("id", "at", "actorKind", "accountId", "linkId", "actorLabel", "action", "reason", "programmeId", "exerciseId")
      VALUES (${envelope.requestId}::uuid, ${dateOf(now)}, ${actor.kind}::"ActorKind", ${accountId}::uuid, ${linkId}::uuid, ${label}, ${name},
              ${envelope.reason || null}, ${envelope.programmeId ?? null}::uuid, ${envelope.exerciseId ?? null}::uuid)
      ON CONFLICT ("id") DO NOTHING RETURNING "id")
    SELECT set_config('startex.change', "id"::text, true) AS "id" FROM change`
  return opened[0]?.id ?? null
}

/** Keeps what the caller was told, for a repeated request, and where the write turned out to belong. */
async function closeChange(tx: Tx, changeId: string, data: unknown): Promise<void> {
  if (data === undefined || data === null) return
  const { exerciseId = null, programmeId = null } = placeSchema.safeParse(data).data ?? {}
  // In SQL, since every write waits for it: what the ORM composes is never kept prepared.
  await tx.$executeRaw`
    UPDATE "Change" SET "result" = ${JSON.stringify(data, withoutOnce)}::jsonb,
           "exerciseId" = coalesce(${exerciseId}::uuid, "exerciseId"),
           "programmeId" = coalesce(${programmeId}::uuid, "programmeId")
     WHERE "id" = ${changeId}::uuid`
}

/** What `run` returns under `once` (a link with its token) is told to the first caller and kept nowhere. */
function withoutOnce(key: string, value: unknown): unknown {
  return key === 'once' ? undefined : value
}

async function earlierResult<Data>(tx: Tx, name: string, actor: Actor, envelope: Envelope): Promise<Data> {
  const earlier = await tx.change.findUnique({ where: { id: envelope.requestId } })
  // A visitor cannot be recognised: what another one was told would go to whoever learns the id.
  const sameActor =
    earlier?.actorKind === actor.kind &&
    (actor.kind === 'account'
      ? earlier.accountId === actor.accountId
      : actor.kind === 'link'
        ? earlier.linkId === actor.linkId
        : actor.kind === 'job')
  if (!earlier || earlier.action !== name || !sameActor) throw new AppError('conflict', 'request_id_reused')
  // What `run` returned, as it went through JSON the first time too.
  return (earlier.result ?? undefined) as Data
}

function refusal(actor: Actor): AppError {
  return actor.kind === 'visitor'
    ? new AppError('unauthenticated', 'sign_in_first')
    : new AppError('forbidden', 'not_yours')
}
