/** Watch rotations for tests, benches and seeds; see `factories.ts`. */
import { type Moment, momentColumns } from '@/lib/time'
import type { Prisma, Rota, Shift } from './client/client'
import { factoryDb, type Given, nextNumber } from './factories'

const HOUR = 3600
const tTime = (offset: number): Moment => ({ anchor: 'ttime', offset })

/** Two crews of one who take turns every eight hours over the first day of play, half an hour side by side. */
export function makeRota(
  team: { id: string; exerciseId: string },
  {
    start = tTime(0),
    end = tTime(24 * HOUR),
    ...given
  }: Given<Prisma.RotaUncheckedCreateInput, 'exerciseId' | 'teamId'> & { start?: Moment; end?: Moment } = {},
): Promise<Rota> {
  return factoryDb().rota.create({
    data: {
      exerciseId: team.exerciseId,
      teamId: team.id,
      name: `Watch ${nextNumber()}`,
      lengthSeconds: 8 * HOUR,
      handoverSeconds: HOUR / 2,
      ...momentColumns('start', start),
      ...momentColumns('end', end),
      ...given,
    },
  })
}

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

export function makeCrewMember(rota: { id: string; exerciseId: string }, crew: number, who: Standing) {
  return factoryDb().crewMember.create({
    data: { exerciseId: rota.exerciseId, rotaId: rota.id, crew, ...who },
  })
}
