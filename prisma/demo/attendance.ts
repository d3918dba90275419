import { dateOf, type Moment, momentColumns } from '@/lib/time'
import { DAY, MINUTE } from '@/lib/time-calendar'
import type { Attendance, Exercise, Presence, Registration, SignUpBy } from '../client/client'
import { demoGatherings } from './gatherings'
import { type Making, one, put } from './world'

export type DemoGathering = {
  /** of the activity */
  title: string
  by: SignUpBy
  onSite: number | null
  remote: number | null
  ofNation: number | null
  opens?: Moment
  closes?: Moment
  /** how many of each nation want to come, by its code */
  wanted: Record<string, number>
  agenda?: readonly {
    title: string
    start: Moment
    minutes: number
    speaker?: string
    place?: string
    link?: string
  }[]
  legs?: readonly {
    from: string
    to: string
    start: Moment
    minutes: number
    hosts?: string
    transport?: string
    note?: string
  }[]
  /** it is over, and these were there */
  over?: true
}

/** Who goes to conferences, visits and courses, who waits, and what they find there. */
export function addGatherings(making: Making, exercise: Exercise): void {
  const guests = addGuests(making, exercise)
  for (const gathering of demoGatherings) {
    const { id: activityId } = one(
      making.world.Activity,
      row => row.exerciseId === exercise.id && row.title === gathering.title,
    )
    addSignUp(making, exercise, activityId, gathering)
    addPeople(making, exercise, activityId, gathering, guests)
  }
}

function addSignUp(
  { world, random }: Making,
  exercise: Exercise,
  activityId: string,
  given: DemoGathering,
): void {
  const owner = { exerciseId: exercise.id, activityId }
  put(world.SignUp, {
    ...{ id: activityId, exerciseId: exercise.id, open: true, by: given.by, nationPlaces: given.ofNation },
    ...momentColumns('opens', given.opens ?? null),
    ...momentColumns('closes', given.closes ?? null),
    version: 1,
  })
  for (const item of given.agenda ?? []) {
    const { title, start, minutes, speaker = '', place = '', link = '' } = item
    put(world.AgendaItem, {
      ...{ id: random.id(), ...owner, title, speaker, place, link, ...momentColumns('start', start) },
      ...{ durationSeconds: minutes * 60, version: 1 },
    })
  }
  for (const leg of given.legs ?? []) {
    const { from: fromPlace, to: toPlace, start, minutes, hosts = '', transport = '', note = '' } = leg
    put(world.Leg, {
      ...{ id: random.id(), ...owner, fromPlace, toPlace, ...momentColumns('start', start) },
      ...{ durationSeconds: minutes * 60, hosts, transport, note, version: 1 },
    })
  }
}

type Guest = Pick<Registration, 'personId' | 'email' | 'givenName' | 'familyName' | 'nativeName'> & {
  partnerId: string
  participationId: string | null
}

/** In the order in which they came: who finds no place waits. */
function addPeople(
  { world, random, dates }: Making,
  exercise: Exercise,
  activityId: string,
  given: DemoGathering,
  guests: readonly Guest[],
): void {
  const row = { exerciseId: exercise.id, programmeId: exercise.programmeId, activityId, version: 1 }
  const counter = (presence: Presence | null, partnerId: string | null, size: number | null) =>
    put(world.ActivityPlaces, { id: random.id(), ...row, presence, partnerId, size, own: false, used: 0 })
  const sites = {
    on_site: counter('on_site', null, given.onSite),
    remote: counter('remote', null, given.remote),
  }
  const nations = new Map<string, ReturnType<typeof counter>>()
  const free = ({ size, used }: ReturnType<typeof counter>) => size === null || used < size
  const wanted = peopleOf(world, exercise, given, guests)
  for (const [n, person] of wanted.entries()) {
    const presence = given.onSite === 0 || (given.remote !== 0 && n % 5 === 4) ? 'remote' : 'on_site'
    const nation = nations.get(person.partnerId) ?? counter(null, person.partnerId, given.ofNation)
    nations.set(person.partnerId, nation)
    const comes = free(sites[presence]) && free(nation)
    if (comes) for (const places of [sites[presence], nation]) places.used += 1
    const signedUpAt = dateOf(dates.now - (given.over ? 30 : 9) * DAY + n * 37 * MINUTE)
    const attendedAt =
      given.over && comes && n % 9 !== 5 ? dateOf(dates.now - 12 * DAY + 7 * 60 * MINUTE) : null
    put(world.Attendance, {
      ...{ id: random.id(), ...row, ...person, presence, state: comes ? 'signed_up' : 'waiting' },
      ...{ stateAt: signedUpAt, stateReason: null, signedUpAt, lateReason: null, attendedAt, erasedAt: null },
    } satisfies Attendance)
  }
}

/** The confirmed of each nation, one nation after the other; the demo's expert first of the own. */
function peopleOf(
  world: Making['world'],
  exercise: Exercise,
  { wanted }: DemoGathering,
  guests: readonly Guest[],
): Guest[] {
  const rounds = Object.entries(wanted).flatMap(([code, count]) => {
    const partner = one(world.Partner, row => row.programmeId === exercise.programmeId && row.code === code)
    const participation = world.Participation.find(
      row => row.exerciseId === exercise.id && row.partnerId === partner.id,
    )
    const own = participation
      ? world.Registration.filter(
          row => row.participationId === participation.id && row.state === 'confirmed',
        )
          .sort((a, b) => Number(b.familyName === 'Minamihara') - Number(a.familyName === 'Minamihara'))
          .map(({ personId, email, givenName, familyName, nativeName }) => {
            return {
              personId,
              email,
              givenName,
              familyName,
              nativeName,
              partnerId: partner.id,
              participationId: participation.id,
            }
          })
      : guests.filter(guest => guest.partnerId === partner.id)
    return own.slice(0, count).map((person, round) => ({ person, round }))
  })
  return rounds.sort((a, b) => a.round - b.round).map(({ person }) => person)
}

const irish = [
  ['Aoife', 'Brannagh'],
  ['Cormac', 'Tierney'],
  ['Niamh', 'Lorcain'],
] as const

/** Ireland has no part in the exercise yet, and sends people to a course all the same. */
function addGuests({ world, random, address, dates }: Making, { programmeId }: Exercise): Guest[] {
  const partner = put(world.Partner, {
    ...{ id: random.id(), programmeId, kind: 'nation' as const, code: 'IRL', name: 'Ireland' },
    ...{ timeZone: 'Europe/Dublin', state: 'in_contact' as const, version: 1 },
  })
  return irish.map(([givenName, familyName]) => {
    const email = address(`${givenName}.${familyName}`.toLowerCase(), 'cyber.ie.example')
    const known = { email, givenName, familyName, nativeName: '' }
    const person = put(world.Person, {
      ...{ id: random.id(), programmeId, accountId: null, ...known, homeNation: 'IRL', erasedAt: null },
      createdAt: dateOf(dates.now - 20 * DAY),
    })
    return { ...known, personId: person.id, partnerId: partner.id, participationId: null }
  })
}
