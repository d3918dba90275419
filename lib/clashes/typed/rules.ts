import type { PlanInject } from '@/lib/clashes/plan/rules'
import type { PlanEdit } from '@/lib/clashes/rules'
import { teamsIn, waitFrom } from '@/lib/clashes/source/rules'
import { type FieldValue, type InjectField, injectKinds, reopens } from '@/lib/injects/rules'
import { isWaitNotation } from '@/lib/logic/notation/rules'
import { type Names, readWaits } from '@/lib/logic/typed/rules'
import type { StartexFrame } from '@/lib/time'
import { parseDuration, parseMoment } from '@/lib/time-parse'

type Around = { names: Pick<Names, 'injectOf' | 'gateNumbered'>; frame: StartexFrame }

/** A gate that there would be, if somebody meant what is typed. */
const typedGate = 'typed'

/**
 * What a field would make of the plan if it held that: none for fields that no check looks at. Null for what cannot be
 * said: a time that is none, a wait for what is not there. Values are as `readCell` gives them.
 */
export function typedEdits(
  inject: PlanInject,
  field: InjectField,
  value: FieldValue,
  around: Around,
): PlanEdit[] | null {
  if (field === 'start') return startEdits(inject, String(value ?? ''), around)
  if (field === 'waits') return waitsEdits(inject, String(value ?? ''), around)
  const changed = changedBy(inject, field, value)
  return changed && edits(inject, field, changed)
}

/** What was approved has to be looked at again: then less of it must be finished. */
function edits(inject: PlanInject, field: InjectField, changed: Partial<PlanInject>): PlanEdit[] {
  if (Object.keys(changed).length === 0) return []
  const state = reopens(inject.state, field) ? 'review' : inject.state
  return [{ of: 'inject', id: inject.id, to: { ...inject, state, ...changed } }]
}

const idOrNull = (value: FieldValue) => (typeof value === 'string' && value !== '' ? value : null)
const listOf = (value: FieldValue) => (Array.isArray(value) ? value : [])

function changedBy({ has }: PlanInject, field: InjectField, value: FieldValue): Partial<PlanInject> | null {
  const held = Array.isArray(value) ? value.length > 0 : value !== null && value !== ''
  switch (field) {
    case 'kind':
      return { kind: injectKinds.find(kind => kind === value) ?? 'inject' }
    case 'title':
    case 'text':
    case 'trigger':
      return { has: { ...has, [field]: held } }
    case 'deliveryModeId':
      return { has: { ...has, mode: held } }
    case 'from':
      return { has: { ...has, sender: held } }
    case 'to':
      return { has: { ...has, recipient: held }, toTeams: teamsIn(listOf(value)) }
    case 'objectives':
      return { objectives: listOf(value) }
    case 'phaseId':
    case 'controllerId':
      return { [field]: idOrNull(value) }
    case 'duration':
      return durationOf(String(value ?? ''))
    default:
      return {}
  }
}

function durationOf(text: string): Partial<PlanInject> | null {
  if (text === '') return { durationSeconds: null }
  const parsed = parseDuration(text)
  return parsed.ok ? { durationSeconds: parsed.seconds } : null
}

/** Cleared, a pinned inject follows what it waits for again; cleared once more, it waits for nothing. */
function startEdits(inject: PlanInject, text: string, { names, frame }: Around): PlanEdit[] | null {
  if (text === '') return edits(inject, 'start', { moment: null, ...(inject.moment ? {} : { waits: [] }) })
  if (isWaitNotation(text)) return waitsEdits({ ...inject, moment: null }, text, { names, frame })
  const parsed = parseMoment(text, { frame, timeZone: frame.timeZone })
  return parsed.ok ? edits(inject, 'start', { moment: parsed.moment }) : null
}

function waitsEdits(inject: PlanInject, text: string, { names }: Around): PlanEdit[] | null {
  const read = readWaits(text, 'all', names)
  if (!read.ok) return null
  const waits = read.waits.map(waitFrom)
  if (read.mode === 'all' || waits.length < 2) return edits(inject, 'waits', { moment: inject.moment, waits })
  const gate = { id: typedGate, number: 0, kind: 'any', waits } as const
  return [
    { of: 'gate', id: gate.id, to: gate },
    ...edits(inject, 'waits', {
      moment: inject.moment,
      waits: [{ after: typedGate, condition: 'released', delay: 0 }],
    }),
  ]
}
