import { action } from '@/lib/action'
import { refuseIf } from '@/lib/errors'
import { can } from '@/lib/policy'
import { submitSchema } from '@/lib/registrations/schema'
import { dateOf } from '@/lib/time'

/** What the guard is there for: counting first and writing then, as one would without thinking of the others. */
export const unguarded = action({
  name: 'registration.submit_unguarded',
  input: submitSchema,
  may: (actor, input) => can(actor, 'registration.nominate', input),
  run: async ({ tx, now }, { exerciseId, participationId, registrationIds }) => {
    const delegation = { exerciseId, participationId }
    const quota = await tx.quota.findFirstOrThrow({ where: { ...delegation, roleId: null, siteId: null } })
    const taken = await tx.registration.count({ where: { ...delegation, state: 'submitted' } })
    refuseIf(taken + registrationIds.length > quota.size ? 'quota_full' : null)
    await tx.registration.updateMany({
      where: { id: { in: registrationIds }, ...delegation, state: 'draft' },
      data: { state: 'submitted', submittedAt: dateOf(now), stateAt: dateOf(now) },
    })
  },
  stale: 'none',
})
