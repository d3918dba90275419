import { demoPeople } from '@/lib/accounts/demo-people'
import { dateOf } from '@/lib/time'
import { DAY } from '@/lib/time-calendar'
import type { Account, Exercise, Membership, Participation, Programme } from '../client/client'
import { mailboxOf } from './addresses'
import { nameIn } from './names'
import { demoPartners } from './nations'
import { type Making, one, put } from './world'

/** Accounts of the demo's people and of a point of contact for every delegation. None has a password. */
export function addAccounts(
  making: Making,
  programme: Programme,
  exercise: Exercise,
  delegations: ReadonlyMap<string, Participation>,
): void {
  for (const { name, email, role, nation, locale, timeZone } of demoPeople) {
    const account = addAccount(making, { name, email, locale, timeZone })
    if (role === 'expert') continue
    const own = nation === null ? null : one([...delegations], ([code]) => code === nation)[1]
    const scope =
      role === 'director'
        ? { programmeId: programme.id }
        : own
          ? { exerciseId: exercise.id, participationId: own.id }
          : role === 'administrator'
            ? {}
            : { exerciseId: exercise.id }
    addMembership(making, account, { role, ...scope, ...companyOf(making, role, own) })
  }
  for (const partner of demoPartners) {
    const own = one([...delegations], ([code]) => code === partner.code)[1]
    const { givenName, familyName } = nameIn(making.random.pick(partner.names), making.random)
    const email = making.address(mailboxOf(givenName, familyName), `mod.${partner.domain}`)
    const name = `${givenName} ${familyName}`
    const account = addAccount(making, { name, email, locale: null, timeZone: partner.zones[0] ?? null })
    addMembership(making, account, {
      role: 'point_of_contact',
      exerciseId: exercise.id,
      participationId: own.id,
    })
  }
}

/** A company's contact speaks for the first one of the nation. */
function companyOf({ world }: Making, role: string, own: Participation | null) {
  if (role !== 'company_contact' || own === null) return {}
  return { companyId: one(world.Company, ({ participationId }) => participationId === own.id).id }
}

function addAccount(
  { world, random, dates }: Making,
  known: Pick<Account, 'name' | 'email' | 'locale' | 'timeZone'>,
): Account {
  const createdAt = dateOf(dates.now - 210 * DAY)
  return put(world.Account, {
    id: random.id(),
    ...known,
    emailVerified: true,
    image: null,
    createdAt,
    updatedAt: createdAt,
  })
}

function addMembership(
  { world, random, dates }: Making,
  account: Account,
  membership: Pick<Membership, 'role'> &
    Partial<Pick<Membership, 'programmeId' | 'exerciseId' | 'participationId' | 'companyId'>>,
): void {
  put(world.Membership, {
    id: random.id(),
    accountId: account.id,
    programmeId: null,
    exerciseId: null,
    participationId: null,
    companyId: null,
    createdAt: dateOf(dates.now - 210 * DAY),
    ...membership,
  })
}
