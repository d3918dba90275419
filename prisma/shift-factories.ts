/** Watch rotations for tests, benches and seeds; see `factories.ts`. */
import { type Moment, momentColumns } from '@/lib/time'
import type { Prisma, Shift } from './client/client'
import { factoryDb, type Given } from './factories'

const HOUR = 3600
const tTime = (offset: number): Moment => ({ anchor: 'ttime', offset })

/** Eight hours from STARTEX unless `start` and the rest say otherwise. */
export function makeShift(
  team: { id: string; exerciseId: string },
  {
    start = tTime(0),
    ...given
  }: Given<Prisma.ShiftUncheckedCreateInput, 'exerciseId' | 'teamId'> & { start?: Moment } = {},
): Promise<Shift> {
  return factoryDb().shift.create({
    data: {
      exerciseId: team.exerciseId,
      teamId: team.id,
      durationSeconds: 8 * HOUR,
      ...momentColumns('start', start),
      ...given,
    },
  })
}

type Standing = { registrationId: string } | { accountId: string }

export function makeDuty(shift: { id: string; exerciseId: string }, who: Standing) {
  return factoryDb().duty.create({ data: { exerciseId: shift.exerciseId, shiftId: shift.id, ...who } })
}
