import { execute } from '@/lib/action'
import type { Actor } from '@/lib/policy'
import { staffOf } from '@/prisma/actors'
import { factoryDb, makeExercise, makeTeam } from '@/prisma/factories'
import { makeInject, makePersona, makeStoryline } from '@/prisma/scenario-factories'
import { bringIn } from './bringing/actions'
import { keepInCatalogue } from './keeping/actions'

export const now = Date.UTC(2026, 10, 22)

type Outcome<Data> = Promise<{ ok: true; data: Data } | { ok: false; error: { reason: string } }>

/** What came of an action; throws its reason where it was refused. */
export async function done<Data>(result: Outcome<Data>): Promise<Data> {
  const outcome = await result
  if (!outcome.ok) throw new Error(outcome.error.reason)
  return outcome.data
}

/** Two exercises of one programme with a planner each, of which the first has a storyline worth keeping. */
export async function twoExercises() {
  const here = await makeExercise()
  const there = await makeExercise({ programmeId: here.programmeId })
  const [planner, elsewhere] = [await staffOf(here, 'planner'), await staffOf(there, 'planner')]
  return { here, there, planner, elsewhere, ...(await powerGrid(here)) }
}

/** Three injects of one incident: the second follows the first, the third the second through a gate. */
async function powerGrid(exercise: { id: string; programmeId: string }) {
  const prisma = factoryDb()
  const storyline = await makeStoryline(exercise, { number: 3, name: 'Power grid', summary: 'It goes dark' })
  const [exerciseId, storylineId] = [exercise.id, storyline.id]
  const incident = await prisma.incident.create({
    data: { exerciseId, storylineId, number: 1, name: 'Blackout' },
  })
  const team = await makeTeam(exercise, { name: 'Blue 1' })
  const minister = await makePersona(exercise, 'Minister of Nordavia')
  const thread = { storylineId, incidentId: incident.id }
  const first = await makeInject(exercise, {
    ...{ ...thread, serial: '3.1', title: 'Feeder trips', startAnchor: 'ttime', startOffset: 3600 },
  })
  const second = await makeInject(exercise, { ...thread, serial: '3.2', title: 'Control room calls' })
  const third = await makeInject(exercise, { ...thread, serial: '3.3', title: 'Shops close', tlp: 'amber' })
  const gate = await prisma.logicGate.create({ data: { exerciseId, number: 1, kind: 'all', name: '' } })
  await prisma.wait.createMany({
    data: [
      { exerciseId, injectId: second.id, afterInjectId: first.id, delaySeconds: 1200 },
      { exerciseId, gateId: gate.id, afterInjectId: second.id },
      { exerciseId, injectId: third.id, afterGateId: gate.id, delaySeconds: 600 },
    ],
  })
  await prisma.injectParty.createMany({
    data: [
      { exerciseId, injectId: first.id, side: 'from', personaId: minister.id },
      { exerciseId, injectId: first.id, side: 'to', teamId: team.id },
    ],
  })
  return { storyline, incident, injects: { first, second, third } }
}

type Given = Record<string, unknown>

export const keep = (actor: Actor, exercise: { id: string }, given: Given) =>
  execute(keepInCatalogue.definition, actor, { exerciseId: exercise.id, ...given }, now)

export const bring = (actor: Actor, exercise: { id: string }, given: Given) =>
  execute(
    bringIn.definition,
    actor,
    {
      ...{ exerciseId: exercise.id, number: 1, into: 'new', storyline: 'Power grid', start: 'T+2h' },
      ...given,
    },
    now,
  )
