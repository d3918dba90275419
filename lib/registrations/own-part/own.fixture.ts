/** Somebody who has a part of the own to fill in, before an open door. */
import { execute } from '@/lib/action'
import type { Actor } from '@/lib/policy'
import { DAY } from '@/lib/time-calendar'
import { expertOf } from '@/prisma/actors'
import { factoryDb, makeActivity } from '@/prisma/factories'
import { now, setting } from '../setting.fixture'
import { fillOwn } from './actions'

/** What the form sends of somebody who corrects the own name and says nothing else. */
export const sora = {
  familyName: '佐藤',
  givenName: 'そら',
  nativeName: '佐藤 そら',
  homeTimeZone: 'Asia/Tokyo',
  languages: '日本語, English',
  diet: '',
  accessNeeds: '',
  arrivalAt: '',
  departureAt: '',
  travelNote: '',
}

export async function ownPart(state: 'draft' | 'submitted' | 'confirmed' | 'declined' = 'submitted') {
  const world = await setting()
  // Thirty days before STARTEX nothing may be changed any more.
  await makeActivity(world.exercise, {
    kind: 'deadline',
    gate: 'edit_deadline',
    start: { anchor: 'dday', day: -30, minute: 0, timeZone: 'Europe/Tallinn' },
  })
  const registration = await world.person(state)
  const ids = { ...world.ids, registrationId: registration.id }
  const row = () =>
    factoryDb().registration.findUniqueOrThrow({
      where: { id: registration.id },
      include: { answers: true, needs: true },
    })
  const expert = await expertOf(registration)
  const fill = (given: object = {}, actor: Actor = expert, at = now) =>
    execute(fillOwn.definition, actor, { ...ids, version: registration.version, ...sora, ...given }, at)
  return {
    ...world,
    somebody: world.person,
    registration,
    person: ids,
    row,
    expert,
    fill,
    afterDeadline: now + 31 * DAY,
  }
}
