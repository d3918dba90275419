import { z } from 'zod'
import { textField, tick } from '@/lib/text'

export const askDeletionSchema = z.object({
  exerciseId: z.uuid(),
  registrationId: z.uuid(),
  note: textField(1000).default(''),
})

export const decideDeletionSchema = z
  .object({
    exerciseId: z.uuid(),
    deletionId: z.uuid(),
    granted: tick,
    /** what the person is told; needed where the answer is no */
    answer: textField(500).default(''),
  })
  .refine(({ granted, answer }) => granted || answer !== '', { error: 'required', path: ['answer'] })
