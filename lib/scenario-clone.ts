import { Prisma } from '@/prisma/client/client'
import type { Tx } from './db'
import { type Moment, momentColumns, optionalMomentOf } from './time'

/** From which exercise to which, new ids for old ones, and each moment as the next edition has it. */
export type Retelling = {
  tx: Tx
  fromId: string
  exerciseId: string
  renamed: (id: string) => string
  again: (moment: Moment) => Moment
}

/**
 * The whole scenario in the next edition: serials stay, everything is a draft again, and nobody is responsible for it
 * yet. Experts named as sender, recipient or in a column are not taken. Teams, roles and phases must be there already.
 */
export async function cloneScenario(retelling: Retelling): Promise<void> {
  const { tx, fromId, exerciseId } = retelling
  const scenario = await tx.scenario.findUnique({ where: { exerciseId: fromId } })
  // A scenario is made by whoever writes first, and everything else hangs on it.
  if (!scenario) return
  await tx.scenario.create({ data: { ...scenario, exerciseId, version: 1 }, select: { exerciseId: true } })
  await cloneLists(retelling)
  await cloneInjects(retelling)
  await cloneWhatHangsOnInjects(retelling)
  await cloneAttachments(retelling)
}

type Row = { id: string }

/** A row of its own in the next edition. */
function anew({ renamed, exerciseId }: Retelling) {
  return <Given extends Row>({ id, ...row }: Given) => ({ ...row, id: renamed(id), exerciseId, version: 1 })
}

async function cloneLists(retelling: Retelling): Promise<void> {
  const { tx, fromId, renamed } = retelling
  const where = { exerciseId: fromId }
  const own = anew(retelling)
  const marks = await tx.scenarioMark.findMany({ where })
  const storylines = await tx.storyline.findMany({ where })
  const incidents = await tx.incident.findMany({ where })
  const modes = await tx.deliveryMode.findMany({ where })
  const personas = await tx.persona.findMany({ where })
  const objectives = await tx.objective.findMany({ where })
  const columns = await tx.mselColumn.findMany({ where })
  const gates = await tx.logicGate.findMany({ where })
  await tx.scenarioMark.createMany({ data: marks.map(own) })
  await tx.storyline.createMany({ data: storylines.map(own) })
  await tx.incident.createMany({
    data: incidents.map(incident => ({ ...own(incident), storylineId: renamed(incident.storylineId) })),
  })
  await tx.deliveryMode.createMany({ data: modes.map(own) })
  await tx.persona.createMany({ data: personas.map(own) })
  // One statement, so that an objective may come before what it stands below.
  await tx.objective.createMany({
    data: objectives.map(row => ({ ...own(row), parentId: row.parentId && renamed(row.parentId) })),
  })
  await tx.mselColumn.createMany({ data: columns.map(own) })
  await tx.logicGate.createMany({ data: gates.map(own) })
}

async function cloneInjects(retelling: Retelling): Promise<void> {
  const { tx, fromId, renamed, again } = retelling
  const injects = await tx.inject.findMany({ where: { exerciseId: fromId } })
  const own = anew(retelling)
  const other = (id: string | null) => id && renamed(id)
  await tx.inject.createMany({
    data: injects.map(inject => {
      const moment = optionalMomentOf(inject, 'start')
      return {
        ...own(inject),
        ...momentColumns('start', moment && again(moment)),
        storylineId: other(inject.storylineId),
        incidentId: other(inject.incidentId),
        deliveryModeId: other(inject.deliveryModeId),
        phaseId: other(inject.phaseId),
        keptToKindId: other(inject.keptToKindId),
        ...{ controllerId: null, reviewerId: null, createdById: null },
        ...{ state: 'draft' as const, stateReason: null },
        foreign: inject.foreign ?? Prisma.DbNull,
      }
    }),
  })
}

async function cloneWhatHangsOnInjects(retelling: Retelling): Promise<void> {
  const { tx, fromId, exerciseId, renamed } = retelling
  const where = { exerciseId: fromId }
  const nobody = { ...where, registrationId: null }
  const other = (id: string | null) => id && renamed(id)
  const parties = await tx.injectParty.findMany({ where: nobody })
  const served = await tx.injectObjective.findMany({ where })
  const values = await tx.injectValue.findMany({ where: nobody })
  const waits = await tx.wait.findMany({ where })
  await tx.injectParty.createMany({
    data: parties.map(({ id: _, injectId, teamId, roleId, personaId, side, position }) => ({
      ...{ exerciseId, injectId: renamed(injectId), side, position },
      ...{ teamId: other(teamId), roleId: other(roleId), personaId: other(personaId) },
    })),
  })
  await tx.injectObjective.createMany({
    data: served.map(({ injectId, objectiveId }) => {
      return { exerciseId, injectId: renamed(injectId), objectiveId: renamed(objectiveId) }
    }),
  })
  await tx.injectValue.createMany({
    data: values.map(({ injectId, columnId, value, teamId }) => ({
      ...{ exerciseId, value, injectId: renamed(injectId), columnId: renamed(columnId) },
      teamId: other(teamId),
    })),
  })
  await tx.wait.createMany({
    data: waits.map(({ id: _, condition, delaySeconds, ...ends }) => ({
      ...{ exerciseId, condition, delaySeconds },
      injectId: other(ends.injectId),
      gateId: other(ends.gateId),
      afterInjectId: other(ends.afterInjectId),
      afterGateId: other(ends.afterGateId),
    })),
  })
}

async function cloneAttachments({ tx, fromId, exerciseId, renamed }: Retelling): Promise<void> {
  const files = await tx.attachment.findMany({ where: { exerciseId: fromId } })
  await tx.attachment.createMany({
    data: files.map(({ id, injectId, ...file }) => {
      return { ...file, exerciseId, id: renamed(id), injectId: renamed(injectId) }
    }),
  })
  const [old, now] = [files.map(({ id }) => id), files.map(({ id }) => renamed(id))]
  // Their bytes stay in the database on their way.
  await tx.$executeRaw`
    INSERT INTO "AttachmentContent" ("attachmentId", "exerciseId", "bytes")
    SELECT m."now", ${exerciseId}::uuid, c."bytes" FROM unnest(${old}::uuid[], ${now}::uuid[]) AS m("old", "now")
      JOIN "AttachmentContent" c ON c."attachmentId" = m."old" AND c."exerciseId" = ${fromId}::uuid`
}
