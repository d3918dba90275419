'use server'

import { action, type Write } from '@/lib/action'
import { AppError, fieldRefusal } from '@/lib/errors'
import { insertInjects, insertWaits } from '@/lib/inject-inserts'
import { accountOf, can } from '@/lib/policy'
import { lockScenario } from '@/lib/scenario-lock'
import { nextSerials } from '@/lib/scenario-plan'
import { type Prospect, readProspect } from './queries'
import type { Bringing } from './rules'
import { bringSchema } from './schema'

/**
 * Brings a version of an entry into an exercise, with fresh serials, at the time that was typed: as one change, all of it
 * or nothing. What it names is found by name or made; the rest goes into the notes.
 */
export const bringIn = action({
  name: 'catalogue.bring_in',
  input: bringSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async (write, input) => {
    const { tx, actor, now } = write
    const { exerciseId } = input
    await lockScenario(tx, exerciseId)
    const prospect = await readProspect(tx, actor, input, now)
    if (!prospect) throw new AppError('not_found', 'not_found')
    const { plan, version, place, problem } = prospect
    if (problem) throw refusalOf(problem)
    const entry = await tx.catalogueEntry.findFirst({
      where: { id: input.entryId, retired: false },
      select: { id: true },
    })
    if (!entry) throw new AppError('refused', 'catalogue_retired')
    const storylineId = plan.injects[0]?.storylineId ?? null
    await makeAround(write, exerciseId, plan, place)
    const serials = await nextSerials(tx, exerciseId, storylineId, plan.injects.length)
    const rows = plan.injects.map((row, at) => ({ ...row, serial: serials[at] ?? '' }))
    const beside = { createdById: accountOf(actor)?.accountId ?? null, catalogueVersionId: version.id }
    const kinds = new Map(place.columns.map(({ id, kind }) => [id, kind]))
    await insertInjects(
      tx,
      exerciseId,
      rows.map(row => ({ row, ...beside })),
      kinds,
    )
    await insertWaits(tx, exerciseId, rows)
    await tx.wait.createMany({
      data: plan.gates.flatMap(({ id: gateId, waits }) =>
        waits.map(wait => ({ ...wait, exerciseId, gateId })),
      ),
    })
    return { injects: rows.length, first: serials[0] ?? '', last: serials.at(-1) ?? '', storylineId }
  },
  stale: () => [
    '/exercises/[code]/scenario/storylines',
    '/exercises/[code]/scenario/catalogue',
    '/exercises/[code]/scenario/catalogue/[entryId]',
    '/exercises/[code]/scenario/catalogue/[entryId]/bring-in',
  ],
})

function refusalOf(problem: NonNullable<Prospect['problem']>): AppError {
  if ('field' in problem) return fieldRefusal(problem.field, problem.reason)
  if (problem.reason === 'catalogue_kind_missing')
    return new AppError('refused', problem.reason, { params: { names: problem.names.join(', ') } })
  const field = problem.reason === 'catalogue_storyline_needed' ? 'into' : 'start'
  return fieldRefusal(field, problem.reason)
}

/** What the injects need beside them: their storyline and incidents, actors and modes, and the gates among them. */
async function makeAround(
  { tx }: Pick<Write, 'tx'>,
  exerciseId: string,
  plan: Bringing,
  place: Prospect['place'],
): Promise<void> {
  const { personas, modes, gates, storyline, incidents } = plan
  const where = { exerciseId }
  const select = { nextStoryline: true, nextGate: true }
  const data = {
    nextStoryline: { increment: storyline ? 1 : 0 },
    nextGate: { increment: gates.length },
  }
  const { nextStoryline, nextGate } = await tx.scenario.update({ where, data, select })
  await tx.persona.createMany({ data: personas.map(persona => ({ ...persona, exerciseId })) })
  await tx.deliveryMode.createMany({
    data: modes.map((mode, at) => ({ ...mode, exerciseId, position: place.modes.length + at })),
  })
  if (storyline)
    await tx.storyline.create({
      data: { ...storyline, exerciseId, number: nextStoryline - 1, position: place.storylines.length },
      select: { id: true },
    })
  await tx.logicGate.createMany({
    data: gates.map(({ id, kind, name }, at) => {
      return { id, kind, name, exerciseId, number: nextGate - gates.length + at }
    }),
  })
  const storylineId = plan.injects[0]?.storylineId
  if (!storylineId || incidents.length === 0) return
  const { nextIncident } = await tx.storyline.update({
    where: { id: storylineId, exerciseId },
    data: { nextIncident: { increment: incidents.length } },
    select: { nextIncident: true },
  })
  const before = place.incidents.filter(incident => incident.storylineId === storylineId).length
  await tx.incident.createMany({
    data: incidents.map((incident, at) => ({
      ...{ ...incident, exerciseId, storylineId },
      ...{ number: nextIncident - incidents.length + at, position: before + at },
    })),
  })
}
