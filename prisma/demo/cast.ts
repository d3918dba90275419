import { demoPeople } from '@/lib/accounts/demo-people'
import type { Participation, Person, Registration } from '../client/client'
import { type Making, one, type World } from './world'

type Delegations = ReadonlyMap<string, Participation>

/** The demo's expert is one of Japan's, confirmed for forensics in a blue team. Before the quotas are counted. */
export function castExpert({ world }: Making, delegations: Delegations): void {
  const { email, name } = one(demoPeople, person => person.role === 'expert')
  const [givenName = '', familyName = ''] = name.split(' ')
  const japan = one([...delegations], ([code]) => code === 'JPN')[1]
  const team = one(world.Team, row => row.exerciseId === japan.exerciseId && row.name === 'Blue Team 07')
  const role = one(
    world.Role,
    row => row.exerciseId === japan.exerciseId && row.name === 'Digital forensics expert',
  )
  const registration = one(
    world.Registration,
    row =>
      row.participationId === japan.id &&
      row.teamId === team.id &&
      row.roleId === role.id &&
      row.state === 'confirmed',
  )
  const person = one(world.Person, row => row.id === registration.personId)
  const known = { givenName, familyName, nativeName: '南原 空', email }
  Object.assign(person, known)
  Object.assign(registration, known, { companyId: null })
}

/** Links the demo's expert to the account; after the accounts. */
export function linkExpert({ world }: Making): void {
  const { email } = one(demoPeople, person => person.role === 'expert')
  one(world.Person, row => row.email === email).accountId = one(world.Account, row => row.email === email).id
}

/** Six experts whom both their nation and an organisation name: the registrar sees that, the delegations do not. */
export function nameTwice({ world }: Making, delegations: Delegations): void {
  let named = 0
  for (const code of ['EU', 'NATO']) {
    const { id } = one([...delegations], ([key]) => key === code)[1]
    const own = world.Registration.filter(row => row.participationId === id)
    for (const registration of own.filter((_, index) => index % 7 === 3).slice(0, 3)) {
      const home = one(world.Person, row => row.id === registration.personId).homeNation
      const nation = one([...delegations], ([key]) => key === home)[1]
      const twin = world.Registration.filter(row => row.participationId === nation.id)[named * 5]
      if (twin) reuse(world, registration, twin)
      named += 1
    }
  }
}

function reuse(world: World, registration: Registration, twin: Registration): void {
  const replaced = world.Person.findIndex((row: Person) => row.id === registration.personId)
  world.Person.splice(replaced, 1)
  const { personId, email, givenName, familyName, nativeName } = twin
  Object.assign(registration, { personId, email, givenName, familyName, nativeName })
}

/** Two whom an organisation has written otherwise than their nation has, at other addresses: likely one person each. */
export function spellTwice({ world }: Making, delegations: Delegations): void {
  const stands = (row: Registration) => row.state === 'endorsed' || row.state === 'confirmed'
  const of = (code: string) => {
    const { id } = one([...delegations], ([key]) => key === code)[1]
    return world.Registration.filter(row => row.participationId === id && stands(row))
  }
  const known = new Set<string>()
  for (const [nation, organisation] of [
    ['POL', 'NATO'],
    ['EST', 'EU'],
  ] as const) {
    const at = (row: Registration) => /[^a-z ]/i.test(row.givenName + row.familyName)
    const twin = one(of(nation), row => at(row) && !known.has(row.personId))
    const other = one(of(organisation), row => !of(nation).some(own => own.personId === row.personId))
    const plain = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ł', 'l')
    // In capitals and the other way round, as lists of organisations often are.
    const name = {
      givenName: plain(twin.familyName).toUpperCase(),
      familyName: plain(twin.givenName),
      nativeName: '',
    }
    Object.assign(other, name)
    Object.assign(
      one(world.Person, row => row.id === other.personId),
      { ...name, homeNation: nation },
    )
    known.add(twin.personId)
  }
}
