import type { z } from 'zod'
import { AppError, type FieldError } from '@/lib/errors'
import type { Gate } from '@/lib/schedule/kinds/rules'
import { type Length, type Moment, momentColumns, type StartexFrame } from '@/lib/time'
import { readMoments, type TypedMoment } from '@/lib/time-typed'
import type { Instant } from '@/lib/time-zones'
import { gateProblem, phaseProblem, readLength, windowProblem } from '../rules'
import type { activityFields, phaseFields } from '../schema'

/** Rows as a form sends them; one that is not included may hold anything. `key` joins activities to their phase. */
type PhaseRow = { include: false } | ({ include: true; key: string } & Typed<typeof phaseFields>)
type ActivityRow = { include: false } | ({ include: true; phase: string } & Typed<typeof activityFields>)
type Typed<Fields extends z.core.$ZodShape> = z.output<z.ZodObject<Fields>>

export type PlanRows = { phases: readonly PhaseRow[]; activities: readonly ActivityRow[] }

/**
 * Reads a whole plan as typed, row by row. Throws `invalid` with a reason beside each field that is wrong, named as
 * the form names it (`activities.3.start`).
 */
export function readPlan(rows: PlanRows, frame: StartexFrame, now: Instant) {
  const moments = readMoments(typedMoments(rows), { frame, timeZone: frame.timeZone, now })
  const problems: Record<string, FieldError> = {}
  const refuse = (field: string, reason: string | null) => {
    if (reason !== null) problems[field] ??= { reason }
  }
  const at = (field: string): Moment => {
    const moment = moments[field]
    if (!moment) throw new Error(`no moment was read for ${field}`)
    return moment
  }
  const names = new Set<string>()
  const phases = rows.phases.flatMap((row, index) => {
    if (!row.include) return []
    const path = `phases.${index}`
    const [start, end] = [at(`${path}.start`), at(`${path}.end`)]
    refuse(`${path}.end`, phaseProblem({ start, end }, frame))
    refuse(`${path}.name`, names.has(row.name) ? 'phase_name_taken' : null)
    names.add(row.name)
    const { key, name, audience } = row
    return [{ key, name, audience, ...momentColumns('start', start), ...momentColumns('end', end) }]
  })
  const window: { gate: Gate; moment: Moment }[] = []
  const activities = rows.activities.flatMap((row, index) => {
    if (!row.include) return []
    const path = `activities.${index}`
    const { phase, title, kind, audience, gate } = row
    const start = at(`${path}.start`)
    const read = readLength(row.duration, start)
    const length: Length = read.ok ? read.length : { durationSeconds: null, days: null }
    refuse(`${path}.duration`, read.ok ? gateProblem(gate, kind, start, length) : read.reason)
    if (gate !== null) {
      window.push({ gate, moment: start })
      refuse(`${path}.start`, windowProblem(window, frame))
    }
    return [{ phase, title, kind, audience, gate, ...momentColumns('start', start), ...length }]
  })
  if (Object.keys(problems).length > 0)
    throw new AppError('invalid', 'check_the_fields', { fields: problems })
  return { phases, activities }
}

function typedMoments({ phases, activities }: PlanRows): Record<string, TypedMoment> {
  const typed: Record<string, TypedMoment> = {}
  for (const [index, row] of phases.entries()) {
    if (!row.include) continue
    typed[`phases.${index}.start`] = { text: row.start, choice: row.startChoice }
    typed[`phases.${index}.end`] = { text: row.end, choice: row.endChoice }
  }
  for (const [index, row] of activities.entries()) {
    if (row.include) typed[`activities.${index}.start`] = { text: row.start, choice: row.startChoice }
  }
  return typed
}
