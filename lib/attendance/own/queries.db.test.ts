import { expect, it } from 'vitest'
import { execute } from '@/lib/action'
import { addAgendaItem } from '@/lib/agendas/actions'
import { addLeg } from '@/lib/itineraries/actions'
import { linkPeople } from '@/lib/people-links'
import { accountOf, visitor } from '@/lib/policy'

import { actorWithoutRole, expertOf } from '@/prisma/actors'
import { makePartner, makeRegistration } from '@/prisma/delegation-factories'
import { factoryDb } from '@/prisma/factories'
import { cancelOwn, signUpPartner, signUpSelf } from '../actions'
import { course, guest, nationAt, now, signUpOne } from '../course.fixture'
import { listOwnAttendances, listOwnOffers } from './queries'

async function setting(by: 'nation' | 'person' = 'person') {
  const visit = await course({ onSitePlaces: 1, by })
  const japan = await nationAt(visit, 'JPN')
  const registration = await makeRegistration(japan.participation, { state: 'confirmed' })
  const expert = await expertOf(registration)
  return { visit, japan, registration, expert }
}

it('what people sign up for themselves is offered to those who take part, and nothing else is', async () => {
  const { visit, expert, japan } = await setting()
  const { offers, wanted } = await listOwnOffers(expert, visit.exercise.id)
  expect(wanted).toEqual([visit.activity.id])
  expect(offers).toMatchObject([{ title: 'Range course', places: { on_site: { size: 1, used: 0 } } }])
  expect(await listOwnOffers(japan.contact, visit.exercise.id)).toEqual({ offers: [], wanted: [] })
  const ids = offers[0]?.ids ?? {}
  expect(await execute(signUpSelf.definition, expert, { ...ids, presence: 'on_site' }, now)).toMatchObject({
    data: { signedUp: 1 },
  })
  const nation = await setting('nation')
  const theirs = await listOwnOffers(nation.expert, nation.visit.exercise.id)
  expect(theirs).toEqual({ offers: [], wanted: [nation.visit.activity.id] })
})

it('one’s own days have what one goes to, with programme and itinerary, and one’s place in the line', async () => {
  const { visit, japan, registration, expert } = await setting()
  const { owner, planner } = visit
  await signUpOne(japan.contact, japan.ids, {}, now - 2)
  await signUpOne(japan.contact, japan.ids, {}, now - 1)
  await signUpOne(japan.contact, japan.ids, { email: registration.email }, now)
  await execute(
    addAgendaItem.definition,
    planner,
    { ...owner, title: 'Welcome', start: 'D-50 09:00', duration: '1h' },
    now,
  )
  await execute(
    addLeg.definition,
    planner,
    { ...owner, toPlace: 'Tallinn', start: 'D-51 20:00', duration: '' },
    now,
  )
  const [own, ...others] = await listOwnAttendances(expert)
  expect(others).toEqual([])
  expect(own).toMatchObject({
    state: 'waiting',
    position: 2,
    activity: { title: 'Range course', timeZone: 'Europe/Tallinn' },
    agenda: [{ title: 'Welcome' }],
    legs: [{ toPlace: 'Tallinn' }],
  })
  await execute(cancelOwn.definition, expert, { attendanceId: own?.id }, now)
  expect(await listOwnAttendances(expert)).toEqual([])
  expect(await listOwnAttendances(visitor)).toEqual([])
})

it('somebody whose nation has no part in the exercise sees the course too, once the address is proven', async () => {
  const { visit } = await setting()
  const partner = await makePartner({ id: visit.exercise.programmeId }, { code: 'UKR', name: 'Ukraine' })
  const asked = { ...visit.owner, partnerId: partner.id, ...guest({ email: 'olena@example.org' }) }
  await execute(signUpPartner.definition, visit.planner, asked, now)
  const olena = await actorWithoutRole({ email: 'olena@example.org' })
  expect(await listOwnAttendances(olena)).toEqual([])
  await factoryDb().$transaction(tx => linkPeople(tx, accountOf(olena)?.accountId ?? ''))
  expect((await listOwnAttendances(olena)).map(({ activity }) => activity.title)).toEqual(['Range course'])
})
