import { z } from 'zod'
import { lineField, seenFields } from '@/lib/text'

const inExercise = { exerciseId: z.uuid() }
const one = { ...inExercise, modeId: z.uuid() }

export const addModeSchema = z.object({ ...inExercise, name: lineField(120) })
export const editModeSchema = z.object({ ...one, name: lineField(120), ...seenFields })
export const moveModeSchema = z.object({ ...one, direction: z.enum(['up', 'down']) })
export const removeModeSchema = z.object(one)
