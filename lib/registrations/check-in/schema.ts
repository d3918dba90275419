import { z } from 'zod'

const fields = { exerciseId: z.uuid(), registrationId: z.uuid() }

export const checkInSchema = z.object({
  ...fields,
  /** when the desk saw the person, epoch ms; the line to us may have been cut since */
  seenAt: z.number().int(),
})
export const undoCheckInSchema = z.object(fields)
