/** Delegations and their people, made as in `factories.ts`. */
import { holdsPlace, holdsSeat } from '@/lib/registrations/rules'
import type {
  Exercise,
  Participation,
  Partner,
  Person,
  Prisma,
  Question,
  Registration,
  Team,
} from './client/client'
import { factoryDb, type Given, makeRole, makeTeam, nextNumber, usualStartexAt } from './factories'

/** Three letters by counter: AAA, AAB… A test that shows a nation's name gives its ISO code. */
function lettersOf(n: number): string {
  return [676, 26, 1].map(place => String.fromCharCode(65 + (Math.floor(n / place) % 26))).join('')
}

export function makePartner(
  programme: { id: string },
  given: Given<Prisma.PartnerUncheckedCreateInput, 'programmeId'> = {},
): Promise<Partner> {
  const n = nextNumber()
  return factoryDb().partner.create({
    data: { programmeId: programme.id, kind: 'nation', code: lettersOf(n), name: `Nation ${n}`, ...given },
  })
}

/** Confirmed unless told otherwise; makes a nation where no `partnerId` is given. */
export async function makeParticipation(
  exercise: Pick<Exercise, 'id' | 'programmeId'>,
  given: Given<Prisma.ParticipationUncheckedCreateInput, 'exerciseId' | 'programmeId'> = {},
): Promise<Participation> {
  const partnerId = given.partnerId ?? (await makePartner({ id: exercise.programmeId })).id
  return factoryDb().participation.create({
    data: {
      exerciseId: exercise.id,
      programmeId: exercise.programmeId,
      state: 'confirmed',
      ...given,
      partnerId,
    },
  })
}

export function makeTeamNation(team: Pick<Team, 'id' | 'exerciseId'>, participation: { id: string }) {
  const data = { exerciseId: team.exerciseId, teamId: team.id, participationId: participation.id }
  return factoryDb().teamNation.create({ data })
}

type Delegation = Pick<Participation, 'id' | 'exerciseId'>

/** Ten places of the whole delegation, or of one `roleId` or `siteId`. */
export function makeQuota(
  participation: Delegation,
  given: Given<Prisma.QuotaUncheckedCreateInput, 'exerciseId' | 'participationId'> = {},
) {
  return factoryDb().quota.create({
    data: { exerciseId: participation.exerciseId, participationId: participation.id, size: 10, ...given },
  })
}

export function makeCompany(
  participation: Delegation,
  given: Given<Prisma.CompanyUncheckedCreateInput, 'exerciseId' | 'participationId'> = {},
) {
  return factoryDb().company.create({
    data: {
      exerciseId: participation.exerciseId,
      participationId: participation.id,
      name: `Company ${nextNumber()}`,
      ...given,
    },
  })
}

export function makePerson(
  programme: { id: string },
  given: Given<Prisma.PersonUncheckedCreateInput, 'programmeId'> = {},
): Promise<Person> {
  const n = nextNumber()
  return factoryDb().person.create({
    data: {
      programmeId: programme.id,
      email: `expert${n}@example.org`,
      givenName: 'Liis',
      familyName: `Kask${n}`,
      homeNation: 'EST',
      ...given,
    },
  })
}

/** Somebody of a delegation in the line of an activity, unless told otherwise; no place is counted. */
export async function makeAttendance(
  participation: Pick<Participation, 'id' | 'exerciseId' | 'programmeId' | 'partnerId'>,
  activity: { id: string },
  given: Given<Prisma.AttendanceUncheckedCreateInput, 'exerciseId' | 'activityId'> = {},
) {
  const { id: participationId, exerciseId, programmeId, partnerId } = participation
  const { id: personId, email, givenName, familyName } = await makePerson({ id: programmeId })
  const at = new Date(usualStartexAt - 60 * 86_400_000)
  return factoryDb().attendance.create({
    data: {
      ...{ exerciseId, programmeId, partnerId, participationId, activityId: activity.id },
      ...{ personId, email, givenName, familyName, presence: 'on_site', stateAt: at, signedUpAt: at },
      ...given,
    },
  })
}

/**
 * A draft of a person of its own in a role of its own, unless given. In a state that holds a place or a seat it is
 * counted in the delegation's quotas and the team's seats, where there are any: a full one throws.
 */
export async function makeRegistration(
  participation: Pick<Participation, 'id' | 'exerciseId' | 'programmeId'>,
  given: Given<Prisma.RegistrationUncheckedCreateInput, 'exerciseId' | 'participationId'> = {},
): Promise<Registration> {
  const person = given.personId
    ? await factoryDb().person.findUniqueOrThrow({ where: { id: given.personId } })
    : await makePerson({ id: participation.programmeId }, given.email ? { email: given.email } : {})
  const roleId = given.roleId ?? (await makeRole({ id: participation.exerciseId })).id
  const state = given.state ?? 'draft'
  const seated = holdsSeat(state) && !given.teamId
  const made = await factoryDb().registration.create({
    data: {
      exerciseId: participation.exerciseId,
      participationId: participation.id,
      email: person.email,
      givenName: person.givenName,
      familyName: person.familyName,
      nativeName: person.nativeName,
      presence: 'on_site',
      homeTimeZone: 'Europe/Tallinn',
      stateAt: new Date(usualStartexAt - 60 * 86_400_000),
      ...(state === 'draft' ? {} : { submittedAt: new Date(usualStartexAt - 61 * 86_400_000) }),
      ...(state === 'declined' ? { stateReason: 'No seat is left in this role' } : {}),
      ...(state === 'waitlisted' ? { waitsFor: 'decision' as const } : {}),
      ...(seated ? { teamId: (await makeTeam({ id: participation.exerciseId })).id } : {}),
      ...given,
      personId: person.id,
      roleId,
    },
  })
  await count(made)
  return made
}

async function count(row: Registration): Promise<void> {
  if (holdsPlace(row.state)) {
    const scopes = [{ roleId: null, siteId: null }, { roleId: row.roleId }]
    await factoryDb().quota.updateMany({
      where: {
        participationId: row.participationId,
        OR: row.siteId ? [...scopes, { siteId: row.siteId }] : scopes,
      },
      data: { used: { increment: 1 } },
    })
  }
  if (holdsSeat(row.state) && row.teamId) {
    await factoryDb().seat.updateMany({
      where: { exerciseId: row.exerciseId, teamId: row.teamId, roleId: row.roleId },
      data: { used: { increment: 1 } },
    })
  }
}

/** An optional question of a line of text, asked of everybody. */
export function makeQuestion(
  exercise: { id: string },
  given: Given<Prisma.QuestionUncheckedCreateInput, 'exerciseId'> = {},
): Promise<Question> {
  const wording = `Question ${nextNumber()}`
  return factoryDb().question.create({ data: { exerciseId: exercise.id, kind: 'text', wording, ...given } })
}

export function makeAnswer(registration: Registration, question: { id: string }, value: string) {
  const { exerciseId, id: registrationId, version } = registration
  return factoryDb().answer.create({
    data: { exerciseId, registrationId, questionId: question.id, value, version },
  })
}
