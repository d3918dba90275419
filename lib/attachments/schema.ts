import { z } from 'zod'
import { cleanName, longestAttachment } from './rules'

const inExercise = { exerciseId: z.uuid() }

export const addAttachmentSchema = z.object({
  ...inExercise,
  injectId: z.uuid(),
  name: z.string('required').transform(cleanName).pipe(z.string().min(1, 'required').max(200, 'too_long')),
  content: z
    .instanceof(Uint8Array, { error: 'required' })
    .refine(bytes => bytes.length > 0, 'attachment_empty')
    .refine(bytes => bytes.length <= longestAttachment, 'attachment_too_long'),
})
export const removeAttachmentSchema = z.object({ ...inExercise, attachmentId: z.uuid() })
