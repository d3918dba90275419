import { getTranslations } from 'next-intl/server'
import { attendedEntries, dutyEntries, ownEntries } from '@/components/me/own-entries'
import type { listOwnAttendances } from '@/lib/attendance/own/queries'
import { listOwnOffers } from '@/lib/attendance/own/queries'
import type { Actor } from '@/lib/policy'
import type { OwnRegistration } from '@/lib/registrations/own/queries'
import { listPlan } from '@/lib/schedule/queries'
import type { listOwnDuties } from '@/lib/shifts/own/queries'

type Doings = {
  attendances: Awaited<ReturnType<typeof listOwnAttendances>>
  duties: Awaited<ReturnType<typeof listOwnDuties>>
}

/** Where somebody goes and what they stand, as the entries of their days. */
export async function doingEntries({ attendances, duties }: Doings) {
  const t = await getTranslations('me')
  return [
    ...attendedEntries(attendances, { waiting: t('waitsForPlace'), with: hosts => t('with', { hosts }) }),
    ...dutyEntries(duties, {
      duty: name => t('duty', { name }),
      crewOf: (name, letter) => t('crewOf', { name, letter }),
    }),
  ]
}

/** All of somebody's days in one exercise, and what else they could sign up for there. */
export async function ownDays(actor: Actor, { exercise }: Pick<OwnRegistration, 'exercise'>, doings: Doings) {
  const attendances = doings.attendances.filter(one => one.exercise.id === exercise.id)
  const duties = doings.duties.filter(duty => duty.exercise.id === exercise.id)
  const going = attendances.map(({ activityId }) => activityId)
  const [t, plan, { offers, wanted }, doing] = await Promise.all([
    getTranslations('me'),
    listPlan(actor, exercise.id),
    listOwnOffers(actor, exercise.id),
    doingEntries({ attendances, duties }),
  ])
  const ends = { startex: t('startex'), endex: t('endex') }
  return {
    entries: [...ownEntries(exercise, plan.activities, ends, [...wanted, ...going]), ...doing],
    offers: offers.filter(({ id }) => !going.includes(id)),
  }
}
