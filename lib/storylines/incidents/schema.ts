import { z } from 'zod'
import { lineField, seenFields, textField } from '@/lib/text'

const inStoryline = { exerciseId: z.uuid(), storylineId: z.uuid() }
const details = { ...inStoryline, name: lineField(200), summary: textField(4000) }
const one = { ...inStoryline, incidentId: z.uuid() }

export const addIncidentSchema = z.object(details)
export const editIncidentSchema = z.object({ ...details, ...one, ...seenFields })
export const moveIncidentSchema = z.object({ ...one, direction: z.enum(['up', 'down']) })
export const removeIncidentSchema = z.object(one)
