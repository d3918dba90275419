'use server'

import { action } from '@/lib/action'
import { changedByEdit } from '@/lib/edit'
import { AppError, fieldRefusal } from '@/lib/errors'
import { can } from '@/lib/policy'
import { dateOf } from '@/lib/time'
import { lockLinesForSeat, moveOn } from '@/lib/waiting-list'
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
 * locked first, as a confirmation takes its seat by an update of the same row. Whoever waits for a seat comes in at once.
 */
export const setSeat = action({
  name: 'seat.set',
  input: setSeatSchema,
  may: (actor, input) => can(actor, 'team.edit', input),
  run: async ({ tx, now }, { exerciseId, teamId, roleId, least, most }) => {
    const participationIds = await lockLinesForSeat(tx, { exerciseId, teamId, roleId })
    const [known] = await tx.$queryRaw<{ id: string; used: number }[]>`
      SELECT "id", "used" FROM "Seat" WHERE "exerciseId" = ${exerciseId}::uuid AND "teamId" = ${teamId}::uuid
        AND "roleId" = ${roleId}::uuid FOR UPDATE`
    if (known && most < known.used) {
      throw fieldRefusal('most', 'seats_below_used', { used: known.used, by: known.used - most })
    }
    if (known && most === 0)
      await tx.seat.delete({ where: { id: known.id, exerciseId }, select: { id: true } })
    else if (most > 0) {
      const ids = { exerciseId, teamId, roleId }
      const seats = { least, most }
      const where = { exerciseId_teamId_roleId: ids }
      await tx.seat.upsert({ where, create: { ...ids, ...seats }, update: seats, select: { id: true } })
    }
    await moveOn(tx, { exerciseId, participationIds }, dateOf(now))
  },
  stale: () => pages,
})
