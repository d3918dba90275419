'use server'

import { createHash } from 'node:crypto'
import { action } from '@/lib/action'
import { AppError, fieldRefusal } from '@/lib/errors'
import { can } from '@/lib/policy'
import { lockScenario } from '@/lib/scenario-lock'
import { mostAttached, typeOf } from './rules'
import { addAttachmentSchema, removeAttachmentSchema } from './schema'

/** Keeps a small file with an inject. Its type is what its bytes are, and the exercise has room for so many. */
export const addAttachment = action({
  name: 'attachment.add',
  input: addAttachmentSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, injectId, name, content }) => {
    const mime = typeOf(name, content)
    if (mime === null) throw fieldRefusal('file', 'attachment_kind')
    // One at a time, so that two do not fill the last room together.
    await lockScenario(tx, exerciseId)
    const { _sum } = await tx.attachment.aggregate({ where: { exerciseId }, _sum: { size: true } })
    if ((_sum.size ?? 0) + content.length > mostAttached)
      throw fieldRefusal('file', 'attachments_full', { megabytes: mostAttached / 1_000_000 })
    const sha256 = createHash('sha256').update(content).digest('hex')
    const { id } = await tx.attachment.create({
      data: { exerciseId, injectId, name, mime, sha256, size: content.length },
      select: { id: true },
    })
    const bytes = Uint8Array.from(content)
    await tx.attachmentContent.create({
      data: { exerciseId, attachmentId: id, bytes },
      select: { attachmentId: true },
    })
    return { id }
  },
  stale: 'none',
})

export const removeAttachment = action({
  name: 'attachment.remove',
  input: removeAttachmentSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, attachmentId: id }) => {
    const { count } = await tx.attachment.deleteMany({ where: { id, exerciseId } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: 'none',
})
