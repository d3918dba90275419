'use server'

import { action } from '@/lib/action'
import { AppError, refuseIf } from '@/lib/errors'
import { accountOf, can } from '@/lib/policy'
import { dateOf } from '@/lib/time'
import { lockLinesOf } from '@/lib/waiting-list'
import { decline } from '../states/actions'
import { readDouble } from './queries'
import { verdictProblem } from './rules'
import { decideDoubleSchema, reopenDoubleSchema } from './schema'

const pages = [
  '/delegation',
  '/delegation/[participationId]',
  '/exercises/[code]/registrations',
  '/exercises/[code]/registrations/doubles',
  '/me',
]

/**
 * Decides whether two registrations are one human being's. Where they are, the one that does not stay is declined, with
 * the same reason. Refused where the evidence is no longer what was read, or somebody else was quicker.
 */
export const decideDouble = action({
  name: 'double.decide',
  input: decideDoubleSchema,
  may: (actor, input) => can(actor, 'registration.decide', input),
  run: async (write, { fingerprint, verdict, keptId: asked, reason, ...pair }) => {
    const { tx, actor, now } = write
    const { exerciseId, registrationId, otherId } = pair
    // Before anything is read or written: whoever decides at the same moment, or withdraws one of them, waits here.
    await lockLinesOf(tx, exerciseId, [registrationId, otherId])
    const finding = await readDouble(tx, pair)
    if (finding?.fingerprint !== fingerprint) throw new AppError('conflict', 'double_changed')
    const keptId = verdict === 'same' ? asked : null
    refuseIf(verdictProblem(finding, verdict, keptId))
    // By hand: an earlier verdict on other facts gives way, and one by which a registration went that stands again; any
    // other on these facts does not, whoever comes at the same moment.
    const saved = await tx.$executeRaw`
      INSERT INTO "DoubleVerdict" ("exerciseId", "registrationId", "otherExerciseId", "otherId", "verdict", "keptId", "reason",
                                   "fingerprint", "decidedAt", "decidedById")
      VALUES (${exerciseId}::uuid, ${registrationId}::uuid, ${finding.otherExerciseId}::uuid, ${otherId}::uuid,
              ${verdict}::"DoubleVerdictKind", ${keptId}::uuid, ${reason}, ${fingerprint}, ${dateOf(now)},
              ${accountOf(actor)?.accountId ?? null}::uuid)
      ON CONFLICT ("registrationId", "otherId") DO UPDATE
         SET "verdict" = EXCLUDED."verdict", "keptId" = EXCLUDED."keptId", "reason" = EXCLUDED."reason",
             "fingerprint" = EXCLUDED."fingerprint", "decidedAt" = EXCLUDED."decidedAt", "decidedById" = EXCLUDED."decidedById"
       WHERE "DoubleVerdict"."fingerprint" <> EXCLUDED."fingerprint"
          OR ("DoubleVerdict"."verdict" = 'same' AND EXCLUDED."otherExerciseId" = EXCLUDED."exerciseId")`
    if (saved === 0) throw new AppError('conflict', 'double_decided')
    if (keptId === null) return { declined: 0 }
    const leaves = keptId === registrationId ? otherId : registrationId
    await decline.definition.run(write, { exerciseId, registrationIds: [leaves], reason })
    return { declined: 1 }
  },
  stale: () => pages,
})

/** Takes a decision back. Whoever was declined by it stays so until the delegation's registration is reopened. */
export const reopenDouble = action({
  name: 'double.reopen',
  input: reopenDoubleSchema,
  may: (actor, input) => can(actor, 'registration.decide', input),
  run: async ({ tx }, pair) => {
    const { count } = await tx.doubleVerdict.deleteMany({ where: pair })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: () => pages,
})
