'use server'

import { action, type Write } from '@/lib/action'
import { AppError } from '@/lib/errors'
import { circlesAmong } from '@/lib/logic/cycles/rules'
import { graphOf } from '@/lib/logic/graph/rules'
import { can } from '@/lib/policy'
import { folded } from '@/lib/rosters/fields/rules'
import { lockScenario } from '@/lib/scenario-lock'
import { rememberedTimes } from '../list-times/rules'
import { keepForeignSchema, takeGatesSchema, takeNamesSchema } from './schema'

/**
 * Makes what the injects of a file name and the exercise does not have: all of it or nothing. Names are the same without
 * case and diacritics, so that the same file taken in again makes nothing.
 */
export const takeNames = action({
  name: 'msel_import.names',
  input: takeNamesSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, words, times, ...given }) => {
    const { nextStoryline } = await lockScenario(tx, exerciseId)
    const where = { exerciseId }
    const named = { where, select: { id: true, name: true } }
    const personas = absent(given.personas, await tx.persona.findMany(named))
    await tx.persona.createMany({ data: personas.map(name => ({ exerciseId, name })) })
    const known = await tx.deliveryMode.findMany(named)
    const modes = absent(given.modes, known)
    await tx.deliveryMode.createMany({
      data: modes.map((name, at) => ({ exerciseId, name, position: known.length + at })),
    })
    const before = await tx.storyline.findMany(named)
    const storylines = absent(given.storylines, before)
    await tx.storyline.createMany({
      data: storylines.map((name, at) => ({
        exerciseId,
        name,
        number: nextStoryline + at,
        position: before.length + at,
      })),
    })
    await tx.scenario.update({
      where,
      data: { nextStoryline: nextStoryline + storylines.length },
      select: { exerciseId: true },
    })
    await addIncidents(tx, exerciseId, given.incidents)
    const objectives = await tx.objective.findMany({ where, select: { number: true } })
    const numbers = new Set(objectives.map(({ number }) => number.toLowerCase()))
    await tx.objective.createMany({
      data: given.objectives
        .filter(({ number }) => !numbers.has(number.toLowerCase()))
        .map((objective, at) => ({ ...objective, exerciseId, position: objectives.length + at })),
    })
    const columns = await tx.mselColumn.findMany(named)
    const wanted = new Set(
      absent(
        given.columns.map(({ name }) => name),
        columns,
      ),
    )
    await tx.mselColumn.createMany({
      data: given.columns
        .filter(({ name }) => wanted.has(name))
        .map((column, at) => ({ ...column, exerciseId, position: columns.length + at })),
    })
    for (const { word, meaning } of [...words, ...(times ? rememberedTimes(times) : [])])
      await tx.mselWord.upsert({
        where: { exerciseId_word: { exerciseId, word } },
        create: { exerciseId, word, meaning },
        update: { meaning },
      })
    return namesNow(tx, exerciseId)
  },
  stale: () => ['/exercises/[code]/scenario/import'],
})

/**
 * Makes the gates of a document that the exercise does not have, once its injects are there. Nothing waits for them yet,
 * so that only they themselves could close a circle. Gives each its number here, and how many waits named nothing.
 */
export const takeGates = action({
  name: 'msel_import.gates',
  input: takeGatesSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, gates }) => {
    const { nextGate } = await lockScenario(tx, exerciseId)
    const nodes = gates.map(({ key, kind, waits }) => ({
      ...{ id: key, kind, start: null, duration: null },
      waits: waits.flatMap(({ key: after, condition, delaySeconds }) =>
        after === null ? [] : [{ after, condition, delay: delaySeconds }],
      ),
    }))
    const [circle] = circlesAmong(graphOf(nodes), new Set(gates.map(({ key }) => key)))
    if (circle) throw new AppError('refused', 'logic_circle', { params: { path: circle.path.join(' → ') } })
    const made = new Map(
      gates.map(({ key }, at) => [key, { key, id: crypto.randomUUID(), number: nextGate + at }]),
    )
    await tx.logicGate.createMany({
      data: gates.flatMap(({ key, kind, name }) => {
        const gate = made.get(key)
        return gate ? [{ id: gate.id, number: gate.number, exerciseId, kind, name }] : []
      }),
    })
    await tx.scenario.update({
      where: { exerciseId },
      data: { nextGate: nextGate + gates.length },
      select: { exerciseId: true },
    })
    const serials = gates.flatMap(({ waits }) => waits.flatMap(({ serial }) => serial ?? []))
    const injects = await tx.inject.findMany({
      where: { exerciseId, serial: { in: serials } },
      select: { id: true, serial: true },
    })
    const bySerial = new Map(injects.map(({ id, serial }) => [serial.toLowerCase(), id]))
    const waits = gates.flatMap(({ key, waits }) =>
      waits.map(({ serial, gateId, key: after, condition, delaySeconds }) => ({
        ...{ exerciseId, gateId: made.get(key)?.id ?? null, condition, delaySeconds },
        afterInjectId: serial === null ? null : (bySerial.get(serial.toLowerCase()) ?? null),
        afterGateId: gateId ?? (after === null ? null : (made.get(after)?.id ?? null)),
      })),
    )
    const sound = waits.filter(
      ({ afterInjectId, afterGateId }) => (afterInjectId === null) !== (afterGateId === null),
    )
    await tx.wait.createMany({ data: sound, skipDuplicates: true })
    return { gates: [...made.values()], lost: waits.length - sound.length }
  },
  stale: () => ['/exercises/[code]/scenario/logic', '/exercises/[code]/scenario/import'],
})

/** Keeps with injects what a file called them and said of them beyond what an inject has, for a later export. */
export const keepForeign = action({
  name: 'msel_import.keep',
  input: keepForeignSchema,
  may: (actor, input) => can(actor, 'scenario.edit', input),
  run: async ({ tx }, { exerciseId, injects }) => {
    const rows = JSON.stringify(injects)
    // Locked in the order in which every edit locks them.
    await tx.$queryRaw`
      SELECT 1 FROM "Inject" WHERE "exerciseId" = ${exerciseId}::uuid
         AND "id" IN (SELECT (r ->> 'injectId')::uuid FROM jsonb_array_elements(${rows}::jsonb) r)
       ORDER BY "id" FOR NO KEY UPDATE`
    const kept = await tx.$executeRaw`
      UPDATE "Inject" i SET "foreign" = r -> 'foreign' FROM jsonb_array_elements(${rows}::jsonb) r
       WHERE i."exerciseId" = ${exerciseId}::uuid AND i."id" = (r ->> 'injectId')::uuid
         AND i."foreign" IS DISTINCT FROM r -> 'foreign'`
    return { kept }
  },
  stale: 'none',
})

/** By which the injects that follow name things. */
async function namesNow(tx: Write['tx'], exerciseId: string) {
  const named = { where: { exerciseId }, select: { id: true, name: true } }
  return {
    personas: await tx.persona.findMany(named),
    modes: await tx.deliveryMode.findMany(named),
    storylines: await tx.storyline.findMany(named),
    incidents: await tx.incident.findMany({ ...named, select: { id: true, name: true, storylineId: true } }),
    objectives: await tx.objective.findMany({ where: { exerciseId }, select: { id: true, number: true } }),
    columns: await tx.mselColumn.findMany(named),
  }
}

/** Each new name once. */
function absent(names: readonly string[], known: readonly { name: string }[]): string[] {
  const taken = new Set(known.map(({ name }) => folded(name)))
  return names.filter(name => {
    const key = folded(name)
    if (taken.has(key)) return false
    taken.add(key)
    return true
  })
}

async function addIncidents(
  tx: Write['tx'],
  exerciseId: string,
  given: readonly { storyline: string; name: string }[],
) {
  const select = { id: true, name: true, nextIncident: true }
  const storylines = await tx.storyline.findMany({ where: { exerciseId }, select })
  for (const storyline of storylines) {
    const own = given
      .filter(incident => folded(incident.storyline) === folded(storyline.name))
      .map(({ name }) => name)
    if (own.length === 0) continue
    const owner = { exerciseId, storylineId: storyline.id }
    const known = await tx.incident.findMany({ where: owner, select: { name: true } })
    const names = absent(own, known)
    const number = storyline.nextIncident
    await tx.incident.createMany({
      data: names.map((name, at) => ({ ...owner, name, number: number + at, position: known.length + at })),
    })
    await tx.storyline.update({
      where: { id: storyline.id, exerciseId },
      data: { nextIncident: number + names.length },
      select: { id: true },
    })
  }
}
