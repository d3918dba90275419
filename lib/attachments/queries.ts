import { db } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import { asWhere } from '@/lib/policy-rows'
import { scenarioView } from '@/lib/scenario-view'

/** The files of an inject that the actor sees; null where they see no such inject. */
export async function listAttachments(actor: Actor, exerciseId: string, injectId: string) {
  const view = await scenarioView(actor, exerciseId)
  if (!view) return null
  const inject = await db.inject.findFirst({
    where: { id: injectId, exerciseId, AND: [asWhere(view.rule)] },
    select: {
      attachments: { select: { id: true, name: true, size: true }, orderBy: [{ name: 'asc' }] },
    },
  })
  return inject?.attachments ?? null
}

/** One file with what is in it, for whoever sees its inject. */
export async function getAttachment(actor: Actor, exerciseId: string, id: string) {
  const view = await scenarioView(actor, exerciseId)
  if (!view) return null
  const found = await db.attachment.findFirst({
    where: { id, exerciseId, inject: asWhere(view.rule) },
    select: { name: true, mime: true, content: { select: { bytes: true } } },
  })
  return found?.content ? { name: found.name, mime: found.mime, bytes: found.content.bytes } : null
}
