import { createTranslator } from 'next-intl'
import { attendedEntries, dutyEntries, ownEntries } from '@/components/me/own-entries'
import { listOwnAttendances } from '@/lib/attendance/own/queries'
import {
  endEntries,
  type FollowedExercise,
  forDelegation,
  injectEntries,
  ofTeam,
  planEntries,
  scheduledEntries,
  shiftEntries,
} from '@/lib/calendars/entries/rules'
import { getOwnDates, listOwnInjects } from '@/lib/calendars/queries'
import { type CalendarEntry, type FeedSubject, mayFollow } from '@/lib/calendars/rules'
import { partnerName } from '@/lib/countries/rules'
import { env } from '@/lib/env'
import { getPlayed } from '@/lib/exercises/queries'
import { isLocale, type Locale } from '@/lib/locale'
import { catalogueOf } from '@/lib/messages'
import type { Actor } from '@/lib/policy'
import { listOwnRegistrations } from '@/lib/registrations/own/queries'
import { listPlan } from '@/lib/schedule/queries'
import { listOwnDuties } from '@/lib/shifts/own/queries'
import { listShifts } from '@/lib/shifts/queries'
import { listRotas } from '@/lib/shifts/rotas/queries'
import { crewLetter } from '@/lib/shifts/rules'
import { getTeam } from '@/lib/teams/queries'

/** A calendar's name and what is on it. */
export type Followed = { name: string; entries: CalendarEntry[] }

export function wordsIn(wish: string | null) {
  const locale: Locale = isLocale(wish) ? wish : 'en'
  const t = createTranslator({ locale, messages: textsOf(locale) })
  return {
    locale,
    ...{ startex: t('startex'), endex: t('endex'), waiting: t('waiting') },
    ownDays: t('ownDays'),
    with: (hosts: string) => t('with', { hosts }),
    inject: (serial: string) => t('inject', { serial }),
    duty: (name: string) => t('duty', { name }),
    crewOf: (name: string, letter: string) => t('crewOf', { name, letter }),
    controller: (code: string) => t('controllerName', { code }),
  }
}

/** Calendars are told outside any page, in the language of their holder. */
function textsOf(locale: Locale): Record<string, string> {
  const texts = Object.entries(catalogueOf(locale).calendars ?? {})
  return Object.fromEntries(texts.flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])))
}

type Words = ReturnType<typeof wordsIn>

/** What is on a calendar that the actor follows now; null where they may not, any more. */
export async function entriesOf(actor: Actor, feed: FeedSubject, words: Words): Promise<Followed | null> {
  if (!mayFollow(actor, feed)) return null
  const { kind, exerciseId, teamId, participationId } = feed
  if (kind === 'person') return { name: words.ownDays, entries: await ownDays(actor, words) }
  const exercise = exerciseId === null ? null : await getPlayed(actor, exerciseId)
  if (!exercise) return null
  const page = `${env.baseUrl}/exercises/${exercise.code}`
  if (kind === 'controller') {
    const injects = await listOwnInjects(actor, exercise.id)
    return {
      name: words.controller(exercise.code),
      entries: injectEntries(exercise, injects, words, `${page}/scenario`),
    }
  }
  const { activities } = await listPlan(actor, exercise.id)
  const ends = endEntries(exercise, words, `${page}/timeline`)
  if (kind === 'team') {
    const team = await getTeam(actor, exercise.id, teamId ?? '')
    if (!team) return null
    const own = planEntries(exercise, ofTeam(activities, team.id), `${page}/timeline`)
    const watches = await teamWatches(actor, exercise, team, words)
    return { name: `${exercise.code} ${team.name}`, entries: [...ends, ...own, ...watches] }
  }
  if (kind === 'nation') {
    const own = await getOwnDates(actor, exercise.id, participationId ?? '')
    if (!own) return null
    const plan = planEntries(
      exercise,
      forDelegation(activities, own.dates),
      `${env.baseUrl}/delegation/${participationId}`,
    )
    return { name: `${exercise.code} ${partnerName(own.partner, words.locale)}`, entries: [...ends, ...plan] }
  }
  return { name: exercise.code, entries: [...ends, ...planEntries(exercise, activities, `${page}/timeline`)] }
}

async function teamWatches(
  actor: Actor,
  exercise: FollowedExercise,
  team: { id: string; name: string },
  { crewOf }: Words,
): Promise<CalendarEntry[]> {
  const [shifts, rotas] = await Promise.all([listShifts(actor, exercise.id), listRotas(actor, exercise.id)])
  const named = shifts.flatMap(({ teamId, rotaId, title, crew, ...shift }) => {
    if (teamId !== team.id) return []
    const name = title || rotas.find(rota => rota.id === rotaId)?.name || team.name
    return [{ ...shift, title: crew === null ? name : crewOf(name, crewLetter(crew)) }]
  })
  return shiftEntries(exercise, named, `${env.baseUrl}/exercises/${exercise.code}/schedule/shifts`)
}

/** The same days as on the own page, of every exercise that somebody has a part in. */
async function ownDays(actor: Actor, words: Words): Promise<CalendarEntry[]> {
  const [registrations, attendances, duties] = await Promise.all([
    listOwnRegistrations(actor),
    listOwnAttendances(actor),
    listOwnDuties(actor),
  ])
  const exercises = new Map<string, FollowedExercise>(
    [...registrations, ...attendances, ...duties].map(({ exercise }) => [exercise.id, exercise]),
  )
  const days = [...exercises.values()].map(async exercise => {
    const page = `${env.baseUrl}/me?exercise=${encodeURIComponent(exercise.code)}`
    const here = attendances.filter(one => one.exercise.id === exercise.id)
    const takesPart = registrations.some(own => own.exercise.id === exercise.id)
    const activities = takesPart ? (await listPlan(actor, exercise.id)).activities : []
    const going = here.map(({ activityId }) => activityId)
    const planned = takesPart ? ownEntries(exercise, activities, words, going) : []
    const standing = dutyEntries(
      duties.filter(duty => duty.exercise.id === exercise.id),
      words,
    )
    return scheduledEntries(exercise, [...planned, ...attendedEntries(here, words), ...standing], page)
  })
  return (await Promise.all(days)).flat()
}
