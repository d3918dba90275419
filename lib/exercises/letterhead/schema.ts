import { z } from 'zod'
import { emailField, emptyAsNull, optionalLine, seenFields, textField } from '@/lib/text'

/** It stands beside our address in the head of a letter: nothing in it may look like another address. */
const senderName = optionalLine(80).refine(name => !/[<>@"]/.test(name), 'sender_name')

/** An address that answers are sent to; quoted and other odd ones, which `z.email` refuses too, stay out of heads. */
const replyTo = emptyAsNull(emailField)

export const editLetterheadSchema = z.object({
  exerciseId: z.uuid(),
  ...seenFields,
  mailName: senderName,
  mailReplyTo: replyTo,
  mailFooter: textField(500),
})
