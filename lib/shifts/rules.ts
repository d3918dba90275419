import type { ConflictDetail } from '@/lib/errors'
import { conflictsAsTyped } from '@/lib/schedule/rules'
import { parseDuration } from '@/lib/time-parse'

export const shiftPages = () => [
  '/exercises/[code]/schedule/shifts',
  '/exercises/[code]/schedule/shifts/[rotaId]',
  '/exercises/[code]/schedule/shifts/people',
  '/exercises/[code]/schedule/shifts/shift/[shiftId]',
  '/exercises/[code]/timeline',
  '/me',
]

/** Crews go by letters: 1 is A, 26 is Z. */
export const crewLetter = (crew: number) => String.fromCharCode(64 + crew)

/** A length as typed, in seconds, or why it is none. */
export function readSeconds(text: string): { ok: true; seconds: number } | { ok: false; reason: string } {
  const read = parseDuration(text)
  return read.ok ? read : { ok: false, reason: read.problem }
}

/** Why a single shift cannot last so long: its bounds are the database's. */
export function shiftLengthProblem(seconds: number): string | null {
  return seconds < 60 || seconds > 604_800 ? 'shift_lasts_between' : null
}

const fields: Record<string, string> = { lengthSeconds: 'length', handoverSeconds: 'handover' }

/** Conflicts name columns, the forms of rotas and shifts have fields, and theirs reads as it is typed. */
export function shiftConflicts(
  conflicts: readonly ConflictDetail[],
  typed: Record<string, string>,
): ConflictDetail[] {
  return conflictsAsTyped(
    conflicts.map(conflict => {
      const field = fields[conflict.field] ?? conflict.field
      return { ...conflict, field, theirs: typed[field] ?? conflict.theirs }
    }),
    typed,
  )
}
