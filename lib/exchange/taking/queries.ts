import { db, sql } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { type MselTarget, mselFields } from '../fields/schema'
import { storedForeign } from '../foreign/schema'
import type { Kept } from '../kept/rules'
import { type ListTimes, timesRemembered } from '../list-times/rules'

/** What was said of headings before, by the folded heading; null for whoever writes no scenario. */
export async function listMselWords(
  actor: Actor,
  exerciseId: string,
): Promise<[string, MselTarget][] | null> {
  if (!can(actor, 'scenario.edit', { exerciseId })) return null
  const where = { exerciseId, NOT: { word: { startsWith: ':' } } }
  const words = await db.mselWord.findMany({ where, select: { word: true, meaning: true } })
  return words.flatMap(({ word, meaning }): [string, MselTarget][] => {
    if (meaning === '') return [[word, null]]
    if (meaning === 'own' || meaning === 'kept') return [[word, meaning]]
    const field = mselFields.find(known => known === meaning)
    return field ? [[word, field]] : []
  })
}

/** What was said of the times of the last list; null for whoever writes no scenario. */
export async function getListTimes(actor: Actor, exerciseId: string): Promise<ListTimes | null> {
  if (!can(actor, 'scenario.edit', { exerciseId })) return null
  const where = { exerciseId, word: { startsWith: ':' } }
  const words = await db.mselWord.findMany({ where, select: { word: true, meaning: true } })
  return timesRemembered(new Map(words.map(({ word, meaning }) => [word, meaning])))
}

/** What injects keep of the files that they came from, by inject; null for whoever writes no scenario. */
export async function listKept(actor: Actor, exerciseId: string): Promise<Record<string, Kept> | null> {
  if (!can(actor, 'scenario.edit', { exerciseId })) return null
  const injects = await sql<{ id: string; foreign: unknown }[]>`
    SELECT "id", "foreign" FROM "Inject" WHERE "exerciseId" = ${exerciseId} AND "foreign" IS NOT NULL`
  return Object.fromEntries(
    injects.flatMap(({ id, foreign }) => {
      const read = storedForeign(foreign)
      return read ? [[id, read]] : []
    }),
  )
}
