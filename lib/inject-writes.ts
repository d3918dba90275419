import type { Tx } from './db'
import type { InjectRow, PartyRef, WaitRow } from './injects/rules'
import { dateOf, momentColumns } from './time'

const plain = [
  ...(['kind', 'title', 'text', 'storylineId', 'incidentId', 'deliveryModeId', 'durationSeconds'] as const),
  ...([
    'phaseId',
    'controllerId',
    'reviewerId',
    'trigger',
    'expectedAction',
    'measure',
    'scoreLeast',
  ] as const),
  ...(['scoreMost', 'notes', 'tlp', 'releasableTo', 'keptToKindId', 'techniques', 'cves', 'cwes'] as const),
  ...(['state', 'stateReason'] as const),
] as const

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** How a column of the exercise's own keeps its values: as text, or as the row that they name. */
type ColumnKinds = ReadonlyMap<string, string>

/** The columns of an inject in which `after` differs; `before` is null for one that is being made. */
export function injectColumns(before: InjectRow | null, after: InjectRow) {
  const changed: Record<string, unknown> = {}
  for (const field of plain) if (!before || !same(before[field], after[field])) changed[field] = after[field]
  if (!before || before.scenarioAt !== after.scenarioAt)
    changed.scenarioAt = after.scenarioAt === null ? null : dateOf(after.scenarioAt)
  if (!before || !same(before.moment, after.moment))
    Object.assign(changed, momentColumns('start', after.moment))
  return changed
}

/** Writes what differs between two states of a locked inject, and nothing else: each difference is history. */
export async function saveInject(
  tx: Tx,
  exerciseId: string,
  before: InjectRow,
  after: InjectRow,
  kinds: ColumnKinds,
): Promise<void> {
  const owner = { exerciseId, injectId: after.id }
  const data = injectColumns(before, after)
  if (Object.keys(data).length > 0) await updateRow(tx, owner, data)
  if (!same(before.from, after.from)) await saveParties(tx, owner, 'from', after.from)
  if (!same(before.to, after.to)) await saveParties(tx, owner, 'to', after.to)
  if (!same(before.objectives, after.objectives)) await saveObjectives(tx, owner, before, after)
  if (!same(before.values, after.values)) await saveValues(tx, owner, before, after, kinds)
  if (!same(before.waits, after.waits)) await saveWaits(tx, owner, before.waits, after.waits)
}

type Owner = { exerciseId: string; injectId: string }

/** One statement for each set of columns, which stays prepared: what the ORM composes is parsed and planned each time. */
async function updateRow(tx: Tx, { exerciseId, injectId }: Owner, data: Record<string, unknown>) {
  const columns = Object.keys(data)
  const set = columns.map(name => `"${name}" = r."${name}"`).join(', ')
  await tx.$executeRawUnsafe(
    `UPDATE "Inject" i SET ${set} FROM jsonb_populate_record(NULL::"Inject", $3::jsonb) r
      WHERE i."id" = $1::uuid AND i."exerciseId" = $2::uuid`,
    injectId,
    exerciseId,
    JSON.stringify(data),
  )
}

async function saveParties(tx: Tx, owner: Owner, side: 'from' | 'to', refs: readonly PartyRef[]) {
  const rows = await tx.injectParty.findMany({ where: { ...owner, side } })
  const refOf = (row: (typeof rows)[number]) =>
    row.teamId !== null
      ? `team:${row.teamId}`
      : row.roleId !== null
        ? `role:${row.roleId}`
        : row.personaId !== null
          ? `persona:${row.personaId}`
          : `person:${row.registrationId}`
  const known = new Map(rows.map(row => [refOf(row), row]))
  const gone = rows.filter(row => !refs.includes(refOf(row)))
  if (gone.length > 0)
    await tx.injectParty.deleteMany({ where: { ...owner, id: { in: gone.map(({ id }) => id) } } })
  for (const [position, ref] of refs.entries()) {
    const row = known.get(ref)
    if (!row) await tx.injectParty.create({ data: partyData(owner, side, position, ref) })
    else if (row.position !== position)
      await tx.injectParty.update({ where: { id: row.id, ...owner }, data: { position } })
  }
}

const partyColumns = {
  team: 'teamId',
  role: 'roleId',
  person: 'registrationId',
  persona: 'personaId',
} as const
const isPartyKind = (kind: string): kind is keyof typeof partyColumns => kind in partyColumns

export function partyData(owner: Owner, side: 'from' | 'to', position: number, ref: PartyRef) {
  const [kind = '', id = ''] = ref.split(':')
  if (!isPartyKind(kind)) throw new Error(`no party: ${ref}`)
  return { ...owner, side, position, [partyColumns[kind]]: id }
}

async function saveObjectives(tx: Tx, owner: Owner, before: InjectRow, after: InjectRow) {
  const gone = before.objectives.filter(id => !after.objectives.includes(id))
  const added = after.objectives.filter(id => !before.objectives.includes(id))
  if (gone.length > 0) await tx.injectObjective.deleteMany({ where: { ...owner, objectiveId: { in: gone } } })
  if (added.length > 0)
    await tx.injectObjective.createMany({ data: added.map(objectiveId => ({ ...owner, objectiveId })) })
}

async function saveValues(tx: Tx, owner: Owner, before: InjectRow, after: InjectRow, kinds: ColumnKinds) {
  for (const columnId of new Set([...Object.keys(before.values), ...Object.keys(after.values)])) {
    const value = after.values[columnId]
    if (value === before.values[columnId]) continue
    const where = { ...owner, columnId }
    if (value === undefined) {
      await tx.injectValue.deleteMany({ where })
      continue
    }
    const data = valueData(kinds.get(columnId), value)
    if (before.values[columnId] === undefined) await tx.injectValue.create({ data: { ...where, ...data } })
    else await tx.injectValue.updateMany({ where, data })
  }
}

export const valueData = (kind: string | undefined, value: string) => ({
  value: kind === 'team' || kind === 'person' ? null : value,
  teamId: kind === 'team' ? value : null,
  registrationId: kind === 'person' ? value : null,
})

const waitKey = ({ afterInjectId, afterGateId, condition }: WaitRow) =>
  `${afterInjectId} ${afterGateId} ${condition}`

/** Whose waits they are: an inject's or a gate's. */
type WaitOwner = { exerciseId: string } & ({ injectId: string } | { gateId: string })

/** Writes the difference between two states of what one node waits for. The scenario is locked. */
export async function saveWaits(
  tx: Tx,
  owner: WaitOwner,
  before: readonly WaitRow[],
  after: readonly WaitRow[],
): Promise<void> {
  const left = new Map(after.map(wait => [waitKey(wait), wait]))
  for (const { afterInjectId, afterGateId, condition, delaySeconds } of before) {
    const where = { ...owner, afterInjectId, afterGateId, condition }
    const now = left.get(waitKey({ afterInjectId, afterGateId, condition, delaySeconds }))
    left.delete(waitKey({ afterInjectId, afterGateId, condition, delaySeconds }))
    if (!now) await tx.wait.deleteMany({ where })
    else if (now.delaySeconds !== delaySeconds)
      await tx.wait.updateMany({ where, data: { delaySeconds: now.delaySeconds } })
  }
  if (left.size > 0)
    await tx.wait.createMany({ data: [...left.values()].map(wait => ({ ...owner, ...wait })) })
}

/** A gate that opens with the first of these waits, and the wait for it. The scenario is locked. */
export async function openGate(tx: Tx, exerciseId: string, waits: readonly WaitRow[]): Promise<WaitRow> {
  const gateId = await makeGate(tx, exerciseId, { kind: 'any', name: '' })
  await saveWaits(tx, { exerciseId, gateId }, [], waits)
  return { afterInjectId: null, afterGateId: gateId, condition: 'released', delaySeconds: 0 }
}

/** A new gate with the next number. The scenario is locked. */
export async function makeGate(
  tx: Tx,
  exerciseId: string,
  gate: { kind: 'all' | 'any' | 'manual'; name: string },
): Promise<string> {
  const { nextGate } = await tx.scenario.update({
    where: { exerciseId },
    data: { nextGate: { increment: 1 } },
    select: { nextGate: true },
  })
  const { id } = await tx.logicGate.create({
    data: { ...gate, exerciseId, number: nextGate - 1 },
    select: { id: true },
  })
  return id
}
