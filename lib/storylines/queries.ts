import { db } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import { asWhere, injectRows } from '@/lib/policy-rows'
import { countsOf, noInjects } from './rules'

const columns = { id: true, number: true, name: true, summary: true, version: true } as const
const ordered = [{ position: 'asc' }, { number: 'asc' }] as const

/**
 * The threads of the story and what happens in each, with the number of injects that the actor sees. Titles are plot:
 * whoever does not write the scenario reads those alone of which an inject is theirs to see.
 */
export async function getStorylines(actor: Actor, exerciseId: string) {
  if (!can(actor, 'scenario.read', { exerciseId })) return null
  const mayEdit = can(actor, 'scenario.edit', { exerciseId })
  const scenario = await db.scenario.findUnique({
    where: { exerciseId },
    select: { controllersSee: true },
  })
  const visible = asWhere(injectRows(actor, exerciseId, scenario?.controllersSee ?? 'own'))
  const [storylines, found] = await Promise.all([
    db.storyline.findMany({
      where: { exerciseId },
      select: { ...columns, incidents: { select: columns, orderBy: [...ordered] } },
      orderBy: [...ordered],
    }),
    db.inject.groupBy({
      by: ['storylineId', 'incidentId', 'state'],
      where: { exerciseId, AND: [visible] },
      _count: true,
    }),
  ])
  const counts = countsOf(found.map(({ _count, ...row }) => ({ ...row, count: _count })))
  return {
    mayEdit,
    apart: counts.storylines.get('') ?? noInjects(),
    storylines: storylines
      .filter(({ id }) => mayEdit || counts.storylines.has(id))
      .map(({ incidents, ...storyline }) => ({
        ...storyline,
        injects: counts.storylines.get(storyline.id) ?? noInjects(),
        incidents: incidents
          .filter(({ id }) => mayEdit || counts.incidents.has(id))
          .map(incident => ({ ...incident, injects: counts.incidents.get(incident.id) ?? noInjects() })),
      })),
  }
}
export type StorylineRow = NonNullable<Awaited<ReturnType<typeof getStorylines>>>['storylines'][number]
export type IncidentRow = StorylineRow['incidents'][number]
