import { db } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { type MselTarget, mselFields } from '../fields/schema'

/** What was said of headings before, by the folded heading; null for whoever writes no scenario. */
export async function listMselWords(
  actor: Actor,
  exerciseId: string,
): Promise<[string, MselTarget][] | null> {
  if (!can(actor, 'scenario.edit', { exerciseId })) return null
  const words = await db.mselWord.findMany({ where: { exerciseId }, select: { word: true, meaning: true } })
  return words.flatMap(({ word, meaning }): [string, MselTarget][] => {
    if (meaning === '' || meaning === 'own') return [[word, meaning || null]]
    const field = mselFields.find(known => known === meaning)
    return field ? [[word, field]] : []
  })
}
