'use server'

import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { action } from '@/lib/action'
import { longestAttachment, typeOf } from '@/lib/attachments/rules'
import type { Tx } from '@/lib/db'
import { fieldRefusal } from '@/lib/errors'
import { readEndex, readStartex } from '@/lib/exercises/typed/rules'
import { insertRows } from '@/lib/insert-rows'
import { can } from '@/lib/policy'
import { seriesFor } from '@/lib/series'
import { dateOf, type Instant, type StartexFrame } from '@/lib/time'
import { calendarDateAt, columnOfDate } from '@/lib/time-calendar'
import { formatIso } from '@/lib/time-format'
import { withIds } from '../document/ids/rules'
import { exercise as exerciseSchema } from '../document/plan/schema'
import { instantOfIso } from '../document/rules'
import type { ExerciseDocument } from '../document/schema'
import { foundingProblems } from './problems/rules'
import { rowsOf } from './rows/rules'
import { founding, retimed } from './rules'
import { foundExerciseSchema } from './schema'

type Input = z.output<typeof foundExerciseSchema>
type Frame = NonNullable<ExerciseDocument['exercise']>

/**
 * Makes an exercise of a document: the whole plan, as a draft, in one transaction. Approvals stay, since whoever may
 * make exercises may approve; delegations begin as invited, and nobody is responsible for anything yet.
 */
export const foundExercise = action({
  name: 'exercise.found',
  input: foundExerciseSchema,
  may: (actor, input) => can(actor, 'exercise.create', input),
  run: async ({ tx, now }, input) => {
    const { programmeId, code } = input
    if (foundingProblems(input.document).length > 0) throw fieldRefusal('document', 'document_unsound')
    const { exercise, document } = planOf(input, now)
    const seriesId = await seriesFor(tx, input)
    const { consentText } = exercise
    const { id: exerciseId } = await tx.exercise.create({
      data: {
        ...{ ...exercise, programmeId, seriesId, code, name: input.name, venue: input.venue },
        startexAt: dateOf(instantOfIso(exercise.startexAt)),
        // Nobody has been asked yet. What is a text is the database's to say: whatever is not spaces alone.
        consentVersion: /^ *$/.test(consentText) ? 0 : 1,
      },
      select: { id: true },
    })
    const ids = new Map<string, string>()
    const renamed = withIds(document, (list, id) => {
      const key = `${list} ${id}`
      const known = ids.get(key) ?? crypto.randomUUID()
      ids.set(key, known)
      return known
    })
    const nations = await inviteNations(tx, renamed, {
      exerciseId,
      programmeId,
      now,
      timeZone: exercise.timeZone,
    })
    const makeId = () => crypto.randomUUID()
    for (const [table, rows] of rowsOf(renamed, { exerciseId, programmeId, ...nations, makeId }))
      await insertRows(tx, table, rows)
    await keepFiles(tx, exerciseId, renamed.files, now)
    return { exerciseId, programmeId, code }
  },
  stale: () => ['/exercises'],
})

/** The exercise as it will be, and its plan under its own STARTEX. */
function planOf(input: Input, now: Instant): { exercise: Frame; document: ExerciseDocument } {
  const { exercise: given } = input.document
  const timeZone = given?.timeZone ?? input.timeZone
  if (timeZone === null) throw fieldRefusal('timeZone', 'required')
  const from = given && { startexAt: instantOfIso(given.startexAt), timeZone }
  const startexAt = startexIn(input, from, { startexAt: now, timeZone }, now)
  if (startexAt === null) throw fieldRefusal('startex', 'required')
  const to = { startexAt, timeZone }
  const endexOffset = given?.endexOffset ?? endexIn(input, to, now)
  const { code, name } = input
  const exercise = given
    ? { ...given, startexAt: formatIso(startexAt) }
    : exerciseSchema.parse({ code, name, startexAt: formatIso(startexAt), timeZone, endexOffset })
  const { document } = founding(input.document, endexOffset)
  return { exercise, document: { ...(from ? retimed(document, from, to) : document), exercise } }
}

/** Where nobody typed another, the document's own; null where it has none. */
function startexIn(
  { startex: text, startexChoice: choice }: Input,
  own: StartexFrame | null,
  unread: StartexFrame,
  now: Instant,
): Instant | null {
  if (text === null) return own?.startexAt ?? null
  return readStartex({ text, choice }, own ?? unread, now)
}

function endexIn({ endex: text, endexChoice: choice }: Input, frame: StartexFrame, now: Instant): number {
  if (text === null) throw fieldRefusal('endex', 'required')
  return readEndex({ text, choice }, frame, now)
}

type Made = { exerciseId: string; programmeId: string; now: Instant; timeZone: string }

/** Delegations of the nations, by their codes; those that the programme does not know are made known to it. */
async function inviteNations(
  tx: Tx,
  { nations }: ExerciseDocument,
  { exerciseId, programmeId, now, timeZone }: Made,
) {
  await tx.partner.createMany({
    data: nations.map(({ kind, code, name, timeZone }) => ({ programmeId, kind, code, name, timeZone })),
    skipDuplicates: true,
  })
  const partners = await tx.partner.findMany({
    where: { programmeId, code: { in: nations.map(({ code }) => code) } },
    select: { id: true, code: true },
  })
  const byCode = new Map(partners.map(({ id, code }) => [code.toUpperCase(), id]))
  const partnerOf = new Map(nations.map(({ id, code }) => [id, byCode.get(code.toUpperCase()) ?? '']))
  const invited = nations.filter(nation => nation.invited)
  const participationOf = new Map(invited.map(({ id }) => [id, crypto.randomUUID()]))
  const participations = invited.map(({ id }) => ({
    ...{ exerciseId, programmeId, id: participationOf.get(id) ?? '' },
    partnerId: partnerOf.get(id) ?? '',
  }))
  await tx.participation.createMany({ data: participations })
  const changedOn = columnOfDate(calendarDateAt(now, timeZone))
  await tx.accession.createMany({
    data: participations.map(({ id: participationId, partnerId }) => {
      return { exerciseId, participationId, partnerId, state: 'invited' as const, changedOn }
    }),
  })
  return { partnerOf, participationOf }
}

/** The files of injects. Their types are what their bytes are; what may not be attached refuses the whole. */
async function keepFiles(
  tx: Tx,
  exerciseId: string,
  files: ExerciseDocument['files'],
  now: Instant,
): Promise<void> {
  for (const { inject: injectId, name, content } of files) {
    const bytes = Uint8Array.from(Buffer.from(content, 'base64'))
    const mime = typeOf(name, bytes)
    if (mime === null || bytes.length > longestAttachment) throw fieldRefusal('document', 'attachment_kind')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const { id } = await tx.attachment.create({
      data: { exerciseId, injectId, name, mime, sha256, size: bytes.length, addedAt: dateOf(now) },
      select: { id: true },
    })
    await tx.attachmentContent.create({
      data: { exerciseId, attachmentId: id, bytes },
      select: { attachmentId: true },
    })
  }
}
