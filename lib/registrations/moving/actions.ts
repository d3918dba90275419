'use server'

import { action } from '@/lib/action'
import { AppError, refuseIf } from '@/lib/errors'
import { moveSeats, moveTeam } from '@/lib/places'
import { can } from '@/lib/policy'
import { tellExperts } from '@/lib/registration-mail'
import { dateOf } from '@/lib/time'
import { lockLinesOf, moveOn } from '@/lib/waiting-list'
import { listShortSeats, seatRefusal, underLeastRefusal } from '../places/queries'
import { holdsSeat } from '../rules'
import { moveSchema } from '../schema'
import { isMovable, movable, moveProblem, seatsMoved } from './rules'

/**
 * Gives people another team, with their seats where they hold any: all of them or none. Refused where the team has too
 * few seats, and where one that is left falls under its least, unless that is meant. Whoever waits for a seat that is
 * freed comes in at once.
 */
export const move = action({
  name: 'registration.move',
  input: moveSchema,
  may: (actor, input) => can(actor, 'registration.decide', input),
  run: async ({ tx, now }, { exerciseId, registrationIds: ids, teamId, acceptUnderLeast }) => {
    const participationIds = await lockLinesOf(tx, exerciseId, ids, { joined: teamId })
    const { people } = await moveTeam(tx, { exerciseId, ids, from: movable, teamId })
    if (people.length < ids.length) throw new AppError('not_found', 'not_found')
    const count = people.filter(({ state }) => !isMovable(state)).length
    refuseIf(moveProblem(people, teamId), { count, of: people.length })
    const { seats, seatsTaken } = await moveSeats(tx, exerciseId, seatsMoved(people, teamId))
    if (!seatsTaken) throw await seatRefusal(tx, exerciseId, seats)
    const short = await listShortSeats(tx, exerciseId, seats)
    if (short.length > 0 && !acceptUnderLeast) throw underLeastRefusal(short)
    const going = people.filter(person => person.teamId !== teamId)
    // Who only wants a team was never told of one.
    const told = going.filter(({ state }) => holdsSeat(state)).map(({ id }) => id)
    await tellExperts(tx, exerciseId, told, 'registration_moved')
    await moveOn(tx, { exerciseId, participationIds }, dateOf(now))
    return { moved: going.length, short }
  },
  stale: () => [
    '/delegation/[participationId]',
    '/exercises/[code]/registrations',
    '/exercises/[code]/teams',
    '/me',
  ],
})
