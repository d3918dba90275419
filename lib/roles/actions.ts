'use server'

import { action } from '@/lib/action'
import { changedByEdit } from '@/lib/edit'
import { AppError, fieldRefusal } from '@/lib/errors'
import { can } from '@/lib/policy'
import { addRoleSchema, editRoleSchema, removeRoleSchema, setSeatSchema } from './schema'

const pages = ['/exercises/[code]/teams', '/exercises/[code]/teams/roles', '/exercises/[code]/teams/[teamId]']

export const addRole = action({
  name: 'role.add',
  input: addRoleSchema,
  may: (actor, input) => can(actor, 'team.edit', input),
  run: ({ tx }, input) => tx.role.create({ data: input, select: { id: true } }),
  stale: () => pages,
})

export const editRole = action({
  name: 'role.edit',
  input: editRoleSchema,
  may: (actor, input) => can(actor, 'team.edit', input),
  run: async ({ tx }, { exerciseId, roleId: id, version, opened, ...data }) => {
    const changed = await changedByEdit(tx, { table: 'Role', id, owner: exerciseId, version, opened }, data)
    await tx.role.update({ where: { id, exerciseId }, data: changed, select: { id: true } })
  },
  stale: () => pages,
})

/** Refused while seats or registrations name the role. */
export const removeRole = action({
  name: 'role.remove',
  input: removeRoleSchema,
  may: (actor, input) => can(actor, 'team.edit', input),
  run: async ({ tx }, { exerciseId, roleId: id }) => {
    const { count } = await tx.role.deleteMany({ where: { id, exerciseId } })
    if (count === 0) throw new AppError('not_found', 'not_found')
  },
  stale: () => pages,
})

/**
 * Sets the least and most seats of a role in a team. Refused below the number already confirmed: the row is
 * locked first, as a confirmation takes its seat by an update of the same row.
 */
export const setSeat = action({
  name: 'seat.set',
  input: setSeatSchema,
  may: (actor, input) => can(actor, 'team.edit', input),
  run: async ({ tx }, { exerciseId, teamId, roleId, least, most }) => {
    const [known] = await tx.$queryRaw<{ id: string; used: number }[]>`
      SELECT "id", "used" FROM "Seat" WHERE "exerciseId" = ${exerciseId}::uuid AND "teamId" = ${teamId}::uuid
        AND "roleId" = ${roleId}::uuid FOR UPDATE`
    if (!known) {
      if (most > 0)
        await tx.seat.create({ data: { exerciseId, teamId, roleId, least, most }, select: { id: true } })
      return
    }
    if (most < known.used) {
      throw fieldRefusal('most', 'seats_below_used', { used: known.used, by: known.used - most })
    }
    const where = { id: known.id, exerciseId }
    if (most === 0) await tx.seat.delete({ where, select: { id: true } })
    else await tx.seat.update({ where, data: { least, most }, select: { id: true } })
  },
  stale: () => pages,
})
