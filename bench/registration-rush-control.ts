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

/** The same for a seat: the seats taken are counted, then one more person is confirmed. */
export const unguardedConfirm = action({
  name: 'registration.confirm_unguarded',
  input: submitSchema,
  may: (actor, input) => can(actor, 'registration.decide', input),
  run: async ({ tx, now }, { exerciseId, registrationIds }) => {
    const where = { exerciseId, id: { in: registrationIds } }
    const { roleId, teamId } = await tx.registration.findFirstOrThrow({ where })
    const seat = await tx.seat.findFirstOrThrow({ where: { exerciseId, roleId, teamId: teamId ?? '' } })
    const taken = await tx.registration.count({ where: { exerciseId, roleId, teamId, state: 'confirmed' } })
    refuseIf(taken + registrationIds.length > seat.most ? 'seat_full' : null)
    await tx.registration.updateMany({
      where: { ...where, state: 'waitlisted' },
      data: { state: 'confirmed', waitsFor: null, stateAt: dateOf(now) },
    })
  },
  stale: 'none',
})
