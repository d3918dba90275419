import { z } from 'zod'
import { optionalLine, seenFields, tick } from '@/lib/text'

const inExercise = { exerciseId: z.uuid() }

/** In the notation of `lib/logic/notation`; empty for nothing. */
const waitsField = optionalLine(2000)

export const gateKinds = ['all', 'any', 'manual'] as const

const gateDetails = { kind: z.enum(gateKinds, { error: 'required' }), name: optionalLine(200) }

export const addGateSchema = z.object({ ...inExercise, ...gateDetails, waits: waitsField })
export const editGateSchema = z.object({
  ...inExercise,
  ...gateDetails,
  gateId: z.uuid(),
  ...seenFields,
})
export const removeGateSchema = z.object({
  ...inExercise,
  gateId: z.uuid(),
  /** also where others wait for it, which then wait no longer */
  evenIfAwaited: tick.default(false),
})

/** `seen` is what the person saw there, so that nobody's word is overwritten unseen. */
export const setWaitsSchema = z.object({
  ...inExercise,
  nodeId: z.uuid(),
  seen: waitsField,
  waits: waitsField,
})
