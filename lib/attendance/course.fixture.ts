/** A course before an open door, for the tests of attendance: places on site and remote, a nation or two. */
import { execute } from '@/lib/action'
import type { Actor } from '@/lib/policy'
import { DAY, MINUTE } from '@/lib/time-calendar'
import { inTurn } from '@/lib/waiting-order'
import { contactOf, staffOf } from '@/prisma/actors'
import { makeParticipation, makePartner } from '@/prisma/delegation-factories'
import { factoryDb, makeActivity, makeExercise, nextNumber, usualStartexAt } from '@/prisma/factories'
import { signUpGuest } from './actions'
import { openSignUp } from './sign-up/actions'

/** Sixty days before STARTEX, and ten before the course. */
export const now = usualStartexAt - 60 * DAY

type Setting = {
  onSitePlaces?: number | null
  remotePlaces?: number | null
  nationPlaces?: number | null
  by?: 'nation' | 'person'
  opens?: string
  closes?: string
}

export async function course(given: Setting = {}) {
  const exercise = await makeExercise({ status: 'registration' })
  const activity = await makeActivity(exercise, {
    kind: 'course',
    title: 'Range course',
    audience: 'participants',
    start: { anchor: 'dday', day: -50, minute: 9 * 60, timeZone: 'Europe/Tallinn' },
    durationSeconds: 6 * 60 * 60,
  })
  const planner = await staffOf(exercise, 'planner')
  const owner = { exerciseId: exercise.id, activityId: activity.id }
  const settings = { by: 'nation', onSitePlaces: 3, remotePlaces: null, nationPlaces: null, ...given }
  const opened = await execute(openSignUp.definition, planner, { ...owner, ...settings }, now - MINUTE)
  if (!opened.ok) throw new Error(opened.error.reason)
  return { exercise, activity, planner, owner }
}

type Course = Awaited<ReturnType<typeof course>>

/** A nation of the exercise, with a contact. */
export async function nationAt({ exercise, owner }: Course, code: string) {
  const partner = await makePartner({ id: exercise.programmeId }, { code, name: code })
  const participation = await makeParticipation(exercise, { partnerId: partner.id })
  const contact = await contactOf(participation)
  return { partner, participation, contact, ids: { ...owner, participationId: participation.id } }
}

/** What the form sends of somebody who is not on the list. */
export function guest(given: Record<string, unknown> = {}) {
  const n = nextNumber()
  return {
    email: `guest${n}@example.org`,
    givenName: 'Aino',
    familyName: `Mets${n}`,
    presence: 'on_site',
    ...given,
  }
}

export function signUpOne(
  actor: Actor,
  ids: Course['owner'] & { participationId: string },
  given: Record<string, unknown> = {},
  at = now,
) {
  return execute(signUpGuest.definition, actor, { ...ids, ...guest(given) }, at)
}

/** Everybody at the activity, in the order of the line. */
export function peopleAt({ owner }: Pick<Course, 'owner'>) {
  return factoryDb().attendance.findMany({ where: owner, orderBy: [{ signedUpAt: 'asc' }, { id: 'asc' }] })
}

/** Each counter beside the people that it stands for, and who waits although there is a place: always nobody. */
export async function audit({ owner }: Pick<Course, 'owner'>) {
  const [people, places] = [
    await peopleAt({ owner }),
    await factoryDb().activityPlaces.findMany({ where: owner }),
  ]
  const wrong = places.flatMap(({ presence, partnerId, size, used }) => {
    const rows = people.filter(
      one =>
        one.state === 'signed_up' && (partnerId ? one.partnerId === partnerId : one.presence === presence),
    ).length
    return rows === used && (size === null || used <= size) ? [] : [{ presence, partnerId, size, used, rows }]
  })
  const line = people.filter(({ state }) => state === 'waiting').map(one => [one])
  const limits = places.flatMap(({ presence, partnerId, size, used }) =>
    size === null
      ? []
      : [
          {
            free: size - used,
            holds: (one: (typeof people)[number]) =>
              partnerId ? one.partnerId === partnerId : one.presence === presence,
          },
        ],
  )
  return { wrong, couldComeIn: inTurn(line, limits) }
}
export const sound = { wrong: [], couldComeIn: [] }

/** The letters written so far, by template and recipient. */
export async function letters({ exercise }: Pick<Course, 'exercise'>): Promise<string[]> {
  const rows = await factoryDb().mail.findMany({
    where: { exerciseId: exercise.id },
    select: { template: true, recipient: true },
    orderBy: { createdAt: 'asc' },
  })
  return rows.map(({ template, recipient }) => `${template} ${recipient}`)
}
