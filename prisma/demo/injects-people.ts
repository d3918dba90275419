import { dateOf } from '@/lib/time'
import { DAY } from '@/lib/time-calendar'
import type { Account, Exercise } from '../client/client'
import { mailboxOf } from './addresses'
import { accountOf } from './history'
import { nameIn } from './names'
import { demoPartners } from './nations'
import { type Making, put } from './world'

/** Those who release injects: the demo's controller first, then others whom no door lets in. */
export function addControllers(making: Making, exercise: Exercise, others: number): Account[] {
  const { world, random, dates, address } = making
  const createdAt = dateOf(dates.now - 120 * DAY)
  const made = demoPartners.slice(0, others).map(partner => {
    const { givenName, familyName } = nameIn(random.pick(partner.names), random)
    const account = put(world.Account, {
      id: random.id(),
      name: `${givenName} ${familyName}`,
      email: address(mailboxOf(givenName, familyName), 'control.lantern.example'),
      locale: null,
      timeZone: partner.zones[0] ?? null,
      emailVerified: true,
      image: null,
      ...{ createdAt, updatedAt: createdAt },
    })
    put(world.Membership, {
      id: random.id(),
      ...{ accountId: account.id, role: 'controller' as const, exerciseId: exercise.id, createdAt },
      ...{ programmeId: null, participationId: null, companyId: null },
    })
    return account
  })
  return [accountOf(making, 'controller'), ...made]
}
