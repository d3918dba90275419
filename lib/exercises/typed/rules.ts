import { fieldRefusal } from '@/lib/errors'
import type { StartexFrame } from '@/lib/time'
import { readMoments } from '@/lib/time-typed'
import type { Instant } from '@/lib/time-zones'
import { endexOffsetOf, endexProblem } from '../rules'

/** As typed, with which of two instants is meant where clocks are put back. */
type Typed = { text: string; choice: 'earlier' | 'later' | null }

/** STARTEX as typed, read from `frame`; refused unless it is a date and a time. */
export function readStartex(startex: Typed, frame: StartexFrame, now: Instant): Instant {
  const read = readMoments({ startex }, { frame, timeZone: frame.timeZone, now })
  if (read.startex.anchor !== 'fixed') throw fieldRefusal('startex', 'startex_not_fixed')
  return read.startex.at
}

/** ENDEX as typed, in seconds from STARTEX; refused unless play ends after it starts, and within a year. */
export function readEndex(endex: Typed, frame: StartexFrame, now: Instant): number {
  const read = readMoments({ endex }, { frame, timeZone: frame.timeZone, now })
  const offset = endexOffsetOf(read.endex, frame)
  const problem = endexProblem(offset)
  if (problem) throw fieldRefusal('endex', problem)
  return offset
}
