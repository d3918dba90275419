/** Accounts and actors for tests and benches: with rows behind them, or pure for the tests of rules and policy. */
import type { Actor, ContactRole, StaffRole } from '@/lib/policy'
import { loadActor } from '@/lib/session'
import type { Account, Company, Membership, Participation, Prisma, Registration } from './client/client'
import { factoryDb, type Given, nextNumber } from './factories'

export function makeAccount(given: Given<Prisma.AccountUncheckedCreateInput> = {}): Promise<Account> {
  const n = nextNumber()
  return factoryDb().account.create({
    data: { email: `account${n}@example.org`, name: `Account ${n}`, emailVerified: true, ...given },
  })
}

/** The role says how far it must reach: an exercise for staff, `participationId` too for a point of contact. */
export function makeMembership(
  account: { id: string },
  given: Given<Prisma.MembershipUncheckedCreateInput, 'accountId' | 'role'> &
    Pick<Prisma.MembershipUncheckedCreateInput, 'role'>,
): Promise<Membership> {
  return factoryDb().membership.create({ data: { accountId: account.id, ...given } })
}

/** Somebody signed in, with no part in anything. */
export async function actorWithoutRole(
  given: Given<Prisma.AccountUncheckedCreateInput> = {},
): Promise<Actor> {
  return loadActor((await makeAccount(given)).id)
}

export async function administrator(): Promise<Actor> {
  const account = await makeAccount()
  await makeMembership(account, { role: 'administrator' })
  return loadActor(account.id)
}

/** A member of one exercise's staff, or an observer of it. */
export async function staffOf(
  exercise: { id: string },
  role: Exclude<StaffRole, 'administrator'> | 'observer' = 'director',
): Promise<Actor> {
  const account = await makeAccount()
  await makeMembership(account, { role, exerciseId: exercise.id })
  return loadActor(account.id)
}

/** The same for all exercises of a programme that there are now. */
export async function programmeStaffOf(
  programme: { id: string },
  role: StaffRole | 'observer' = 'director',
): Promise<Actor> {
  const account = await makeAccount()
  await makeMembership(account, { role, programmeId: programme.id })
  return loadActor(account.id)
}

export async function contactOf(
  participation: Pick<Participation, 'id' | 'exerciseId'>,
  role: ContactRole = 'point_of_contact',
): Promise<Actor> {
  const account = await makeAccount()
  const { id: participationId, exerciseId } = participation
  await makeMembership(account, { role, exerciseId, participationId })
  return loadActor(account.id)
}

/** The person of a registration, signed in: the account is made and linked. */
export async function expertOf(registration: Pick<Registration, 'personId' | 'email'>): Promise<Actor> {
  const account = await makeAccount({ email: registration.email })
  await factoryDb().person.update({ where: { id: registration.personId }, data: { accountId: account.id } })
  return loadActor(account.id)
}

/** Who speaks for a company's people inside a delegation. */
export async function companyContactOf(
  company: Pick<Company, 'id' | 'exerciseId' | 'participationId'>,
): Promise<Actor> {
  const account = await makeAccount()
  const { id: companyId, exerciseId, participationId } = company
  await makeMembership(account, { role: 'company_contact', exerciseId, participationId, companyId })
  return loadActor(account.id)
}
