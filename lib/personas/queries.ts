import { db } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'

/** Who acts in the story, with the number of injects that each sends or receives, for whoever writes it. */
export async function listPersonas(actor: Actor, exerciseId: string) {
  if (!can(actor, 'scenario.edit', { exerciseId })) return []
  const [personas, parties] = await Promise.all([
    db.persona.findMany({
      where: { exerciseId },
      select: { id: true, name: true, affiliation: true, note: true, version: true },
      orderBy: { name: 'asc' },
    }),
    db.injectParty.groupBy({
      by: ['personaId', 'injectId'],
      where: { exerciseId, personaId: { not: null } },
    }),
  ])
  const named = new Map<string | null, number>()
  for (const { personaId } of parties) named.set(personaId, (named.get(personaId) ?? 0) + 1)
  return personas.map(persona => ({ ...persona, injects: named.get(persona.id) ?? 0 }))
}
export type PersonaRow = Awaited<ReturnType<typeof listPersonas>>[number]
