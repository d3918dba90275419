import type { Moment, StartexFrame } from '@/lib/time'
import { DAY, epochDayAt, localMillis } from '@/lib/time-calendar'
import { localToInstant } from '@/lib/time-wall'

export type Recast = { moment: Moment; adjusted: 'skipped' | 'repeated' | null }

/**
 * A moment of one edition in the next. D-days and T-times say the same again; a fixed one moves by as many calendar
 * days as STARTEX's home date and keeps its wall time. Where that is skipped or repeated, the later instant, flagged.
 */
export function recast(moment: Moment, from: StartexFrame, to: StartexFrame): Recast {
  if (moment.anchor !== 'fixed') return { moment, adjusted: null }
  const days = epochDayAt(to.startexAt, to.timeZone) - epochDayAt(from.startexAt, from.timeZone)
  const { timeZone } = moment
  const wall = localToInstant(localMillis(moment.at, timeZone) + days * DAY, timeZone)
  if (wall.kind === 'one') return { moment: { ...moment, at: wall.at }, adjusted: null }
  return { moment: { ...moment, at: wall.later }, adjusted: wall.kind }
}
