'use server'

import { action } from '@/lib/action'
import { clashesIn, fingerprintOf } from '@/lib/clashes/whole/found/queries'
import { AppError } from '@/lib/errors'
import { accountOf, can } from '@/lib/policy'
import { dateOf } from '@/lib/time'
import { acceptClashSchema, reopenClashSchema } from './schema'

const pages = ['/exercises/[code]/clashes']

/**
 * Says why a clash may stand. It stands accepted for as long as it says the same; refused where it is gone or says
 * something else by now, or somebody has accepted it already.
 */
export const acceptClash = action({
  name: 'clash.accept',
  input: acceptClashSchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx, actor, now }, { exerciseId, key, fingerprint, reason }) => {
    const { found: all } = await clashesIn(exerciseId)
    const found = all.find(({ clash }) => clash.key === key)
    if (!found || fingerprintOf(found.clash) !== fingerprint) throw new AppError('conflict', 'clash_changed')
    const acceptedById = accountOf(actor)?.accountId ?? null
    // What was accepted when it said something else gives way; the same words of somebody quicker do not.
    const saved = await tx.$executeRaw`
      INSERT INTO "AcceptedClash" ("id", "exerciseId", "key", "fingerprint", "reason", "acceptedById", "acceptedAt")
      VALUES (gen_random_uuid(), ${exerciseId}::uuid, ${key}, ${fingerprint}, ${reason}, ${acceptedById}::uuid, ${dateOf(now)})
      ON CONFLICT ("exerciseId", "key") DO UPDATE
         SET "fingerprint" = EXCLUDED."fingerprint", "reason" = EXCLUDED."reason", "acceptedById" = EXCLUDED."acceptedById",
             "acceptedAt" = EXCLUDED."acceptedAt"
       WHERE "AcceptedClash"."fingerprint" <> EXCLUDED."fingerprint"`
    if (saved === 0) throw new AppError('conflict', 'clash_accepted')
  },
  stale: () => pages,
})

/** Takes an acceptance back: the clash is open again, where it is still there. */
export const reopenClash = action({
  name: 'clash.reopen',
  input: reopenClashSchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx }, { exerciseId, key }) => {
    const { count } = await tx.acceptedClash.deleteMany({ where: { exerciseId, key } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: () => pages,
})
