import type { Logic } from '@/lib/catalogue/keeping/logic/rules'
import type { Place } from '@/lib/catalogue/place/rules'
import type { InjectRow } from '@/lib/injects/rules'
import { instantOf, optionalMomentOf } from '@/lib/time'
import type { Exercise, Inject, InjectParty } from '../client/client'
import type { World } from './world'

/** What injects of the demo name, as the database would say it. */
export function placeOf(world: World, exercise: Exercise): Place {
  const own = <Row extends { exerciseId: string }>(rows: readonly Row[]) =>
    rows.filter(({ exerciseId }) => exerciseId === exercise.id)
  return {
    frame: { startexAt: instantOf(exercise.startexAt), timeZone: exercise.timeZone },
    marks: own(world.ScenarioMark).map(mark => ({ ...mark, scenarioAt: instantOf(mark.scenarioAt) })),
    ...{ storylines: own(world.Storyline), incidents: own(world.Incident), modes: own(world.DeliveryMode) },
    ...{ personas: own(world.Persona), teams: own(world.Team), kinds: own(world.TeamKind) },
    ...{ roles: own(world.Role), phases: own(world.Phase), objectives: own(world.Objective) },
    columns: own(world.MselColumn),
  }
}

export function logicOf(world: World, { id }: Exercise): Logic {
  const own = <Row extends { exerciseId: string }>(rows: readonly Row[]) =>
    rows.filter(({ exerciseId }) => exerciseId === id)
  return {
    injects: own(world.Inject).map(inject => ({ ...inject, moment: optionalMomentOf(inject, 'start') })),
    gates: own(world.LogicGate),
    waits: own(world.Wait),
  }
}

/** Injects with what hangs on them. */
export function rowsOf(world: World, injects: readonly Inject[]): InjectRow[] {
  const ids = new Set(injects.map(({ id }) => id))
  const hanging = <Row extends { injectId: string | null }>(rows: readonly Row[]) => {
    const found = new Map<string, Row[]>()
    for (const row of rows)
      if (row.injectId !== null && ids.has(row.injectId))
        found.set(row.injectId, [...(found.get(row.injectId) ?? []), row])
    return (id: string) => found.get(id) ?? []
  }
  const [parties, objectives, values, waits] = [
    hanging(world.InjectParty),
    hanging(world.InjectObjective),
    hanging(world.InjectValue),
    hanging(world.Wait),
  ]
  return injects.map(inject => {
    const { id, scenarioAt } = inject
    const refs = (side: 'from' | 'to') =>
      parties(id)
        .filter(party => party.side === side)
        .sort((a, b) => a.position - b.position)
        .map(refOf)
    return {
      ...inject,
      moment: optionalMomentOf(inject, 'start'),
      scenarioAt: scenarioAt && instantOf(scenarioAt),
      ...{ from: refs('from'), to: refs('to'), waits: waits(id) },
      objectives: objectives(id).map(({ objectiveId }) => objectiveId),
      values: Object.fromEntries(
        values(id).map(({ columnId, value, teamId }) => [columnId, value ?? teamId ?? '']),
      ),
    }
  })
}

function refOf({ teamId, roleId, personaId, registrationId }: InjectParty): string {
  if (teamId !== null) return `team:${teamId}`
  if (roleId !== null) return `role:${roleId}`
  return personaId !== null ? `persona:${personaId}` : `person:${registrationId}`
}
