import type { Tx } from '@/lib/db'
import { whoMayStand } from '@/lib/shift-writes'
import { patternProblem, shiftsOf } from '@/lib/shifts/pattern/rules'
import {
  endColumns,
  type Instant,
  momentOf,
  resolveMoment,
  type StartexFrame,
  startColumns,
} from '@/lib/time'
import { type Making, makingOf, type StandingShift } from './rules'

/** What of a rota its shifts are made from. */
const patternColumns = {
  id: true,
  teamId: true,
  roleId: true,
  lengthSeconds: true,
  handoverSeconds: true,
  crews: true,
  places: true,
  ...startColumns,
  ...endColumns,
} as const

type Reader = Pick<Tx, 'rota' | 'shift' | 'crewMember'>

/** A rota with its crews and what making its shifts anew would do now, both ways; null where there is none. */
export async function readMaking(
  reader: Reader,
  exerciseId: string,
  rotaId: string,
  { frame, now }: { frame: StartexFrame; now: Instant },
) {
  const rota = await reader.rota.findUnique({ where: { id: rotaId, exerciseId }, select: patternColumns })
  if (!rota) return null
  const [members, standing] = await Promise.all([
    reader.crewMember.findMany({
      where: { exerciseId, rotaId, ...whoMayStand },
      select: { crew: true, registrationId: true, accountId: true },
    }),
    standingShifts(reader, exerciseId, rotaId, frame),
  ])
  const pattern = { ...rota, start: momentOf(rota, 'start'), end: momentOf(rota, 'end') }
  const problem = patternProblem(pattern, frame)
  // A move of STARTEX may have left the end before the start: then there is nothing to make, and that is said.
  const planned = problem ? [] : shiftsOf(pattern, frame)
  const making = (afresh: boolean): Making =>
    makingOf(standing, planned, members, { places: rota.places, now, afresh })
  return { rota, members, problem, making }
}

async function standingShifts(
  reader: Reader,
  exerciseId: string,
  rotaId: string,
  frame: StartexFrame,
): Promise<StandingShift[]> {
  const rows = await reader.shift.findMany({
    where: { exerciseId, rotaId },
    select: {
      id: true,
      durationSeconds: true,
      crew: true,
      places: true,
      version: true,
      madeVersion: true,
      duties: { where: whoMayStand, select: { registrationId: true, accountId: true } },
      ...startColumns,
    },
    orderBy: { id: 'asc' },
  })
  return rows
    .map(row => ({ ...row, startAt: resolveMoment(momentOf(row, 'start'), frame).at }))
    .sort((a, b) => a.startAt - b.startAt)
}
