/**
 * Rows for tests, benches and seeds: `makeX(owner, overrides)` inserts one believable row and returns it. The owner
 * comes first and its ids are inherited; whatever is left out gets a sensible value, codes and e-mails by counter.
 * They write on a connection of their own that keeps no history, to the database of `lib/env`. Delegations and their
 * people are in `delegation-factories.ts`, accounts and actors in `actors.ts`.
 */
import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { type Instant, type Moment, momentColumns } from '@/lib/time'
import { type Exercise, type Prisma, PrismaClient, type Programme, type Team } from './client/client'

let connected: PrismaClient | undefined

/** The client of the factories: what it writes leaves no history. */
export function factoryDb(): PrismaClient {
  connected ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env.databaseUrl,
      options: '-c timezone=UTC -c startex.change=off',
      max: 4,
    }),
  })
  return connected
}

let made = 0
/** 1, 2, 3… within this process: what makes codes, names and e-mails unique. */
export function nextNumber(): number {
  made += 1
  return made
}

/** STARTEX of exercises that name none: Tuesday 13 April 2027, 09:00 in Tallinn. */
export const usualStartexAt: Instant = Date.UTC(2027, 3, 13, 6)

export type Given<Input, Own extends keyof Input = never> = Partial<Omit<Input, Own>>
type OwnMoment = { start?: Moment }

export function makeProgramme(given: Given<Prisma.ProgrammeUncheckedCreateInput> = {}): Promise<Programme> {
  const n = nextNumber()
  return factoryDb().programme.create({
    data: {
      code: `PRG${n}`,
      name: `Exercise programme ${n}`,
      host: 'Harbour Cyber Centre',
      city: 'Tallinn',
      timeZone: 'Europe/Tallinn',
      ...given,
    },
  })
}

export function makeSeries(
  programme: { id: string },
  given: Given<Prisma.SeriesUncheckedCreateInput, 'programmeId'> = {},
) {
  const n = nextNumber()
  return factoryDb().series.create({
    data: { programmeId: programme.id, code: `SER${n}`, name: `Series ${n}`, ...given },
  })
}

/** Makes programme and series too where none are given. `startexAt` as an instant. */
export async function makeExercise({
  startexAt = usualStartexAt,
  programmeId,
  seriesId,
  ...given
}: Given<Prisma.ExerciseUncheckedCreateInput, 'startexAt'> & {
  startexAt?: Instant
} = {}): Promise<Exercise> {
  const n = nextNumber()
  const owner = programmeId ?? (await makeProgramme()).id
  const series = seriesId ?? (await makeSeries({ id: owner })).id
  return factoryDb().exercise.create({
    data: {
      programmeId: owner,
      seriesId: series,
      code: `EX${n}`,
      name: `Exercise ${n}`,
      venue: 'Harbour Hall, Tallinn',
      timeZone: 'Europe/Tallinn',
      startexAt: new Date(startexAt),
      endexOffset: 4 * 86_400,
      status: 'planning',
      ...given,
    },
  })
}

/** Whole D-day days −30 to 0 unless `start` and `end` say otherwise. */
export function makePhase(
  exercise: Pick<Exercise, 'id' | 'timeZone'>,
  {
    start,
    end,
    ...given
  }: Given<Prisma.PhaseUncheckedCreateInput, 'exerciseId'> & OwnMoment & { end?: Moment } = {},
) {
  const n = nextNumber()
  const whole = (day: number): Moment => ({ anchor: 'dday', day, minute: null, timeZone: exercise.timeZone })
  return factoryDb().phase.create({
    data: {
      exerciseId: exercise.id,
      name: `Phase ${n}`,
      position: n,
      ...momentColumns('start', start ?? whole(-30)),
      ...momentColumns('end', end ?? whole(0)),
      ...given,
    },
  })
}

/** A workshop of an hour at D-7 09:00 unless told otherwise; `days` in place of the hour, null for no length at all. */
export function makeActivity(
  exercise: Pick<Exercise, 'id' | 'timeZone'>,
  { start, ...given }: Given<Prisma.ActivityUncheckedCreateInput, 'exerciseId'> & OwnMoment = {},
) {
  const usual: Moment = { anchor: 'dday', day: -7, minute: 540, timeZone: exercise.timeZone }
  return factoryDb().activity.create({
    data: {
      exerciseId: exercise.id,
      kind: given.gate ? 'deadline' : 'workshop',
      title: `Activity ${nextNumber()}`,
      ...momentColumns('start', start ?? usual),
      ...(given.days || given.gate ? {} : { durationSeconds: 3600 }),
      ...given,
    },
  })
}

export function makeSite(
  exercise: Pick<Exercise, 'id' | 'timeZone'>,
  given: Given<Prisma.SiteUncheckedCreateInput, 'exerciseId'> = {},
) {
  return factoryDb().site.create({
    data: { exerciseId: exercise.id, name: `Hall ${nextNumber()}`, timeZone: exercise.timeZone, ...given },
  })
}

export function makeTeamKind(
  exercise: { id: string },
  given: Given<Prisma.TeamKindUncheckedCreateInput, 'exerciseId'> = {},
) {
  const data = { exerciseId: exercise.id, name: `Blue ${nextNumber()}`, letter: 'B', colour: '#2f6fb5' }
  return factoryDb().teamKind.create({ data: { ...data, ...given } })
}

/** Makes a kind of its own where none is given. */
export async function makeTeam(
  exercise: { id: string },
  given: Given<Prisma.TeamUncheckedCreateInput, 'exerciseId'> = {},
): Promise<Team> {
  const n = nextNumber()
  const kindId = given.kindId ?? (await makeTeamKind(exercise)).id
  return factoryDb().team.create({
    data: { exerciseId: exercise.id, name: `Blue Team ${n}`, number: n, ...given, kindId },
  })
}

export function makeRole(
  exercise: { id: string },
  given: Given<Prisma.RoleUncheckedCreateInput, 'exerciseId'> = {},
) {
  return factoryDb().role.create({
    data: { exerciseId: exercise.id, name: `Role ${nextNumber()}`, discipline: 'technical', ...given },
  })
}

/** Two seats of the role in the team. */
export function makeSeat(
  team: Pick<Team, 'id' | 'exerciseId'>,
  role: { id: string },
  given: Given<Prisma.SeatUncheckedCreateInput, 'exerciseId' | 'teamId' | 'roleId'> = {},
) {
  return factoryDb().seat.create({
    data: { exerciseId: team.exerciseId, teamId: team.id, roleId: role.id, most: 2, ...given },
  })
}
