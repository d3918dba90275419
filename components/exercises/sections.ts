import type { ReactNode } from 'react'
import { type Actor, can, grantsOf } from '@/lib/policy'
import type { Section } from '../frame/section-nav'

type Counts = {
  activities: number
  injects: number | null
  teams: number | null
  nations: number | null
  registrations: number | null
  clashes: ReactNode
}
type Words = { delegation: string; mySchedule: string }

/** The sections of an exercise that this actor has any use for. */
export function sectionsOf(
  actor: Actor,
  exercise: { id: string; code: string },
  counts: Counts,
  words: Words,
): Section[] {
  const base = `/exercises/${exercise.code}`
  const about = { exerciseId: exercise.id }
  const counted = (count: number | null) => (count === null ? {} : { count })
  const sections: (Section | false)[] = [
    { key: 'overview', href: base, exact: true },
    { key: 'timeline', href: `${base}/timeline` },
    can(actor, 'scenario.read', about) && {
      key: 'scenario',
      href: `${base}/scenario`,
      ...counted(counts.injects),
    },
    { key: 'schedule', href: `${base}/schedule`, count: counts.activities },
    can(actor, 'exercise.plan', about) && { key: 'teams', href: `${base}/teams`, ...counted(counts.teams) },
    can(actor, 'nation.list', about) && {
      key: 'nations',
      href: `${base}/nations`,
      ...counted(counts.nations),
    },
    can(actor, 'registration.overview', about) && {
      key: 'registrations',
      href: `${base}/registrations`,
      ...counted(counts.registrations),
    },
    ...ownPlaces(actor, exercise.id, words),
    can(actor, 'schedule.edit', about) && {
      key: 'clashes',
      href: `${base}/clashes`,
      count: counts.clashes,
    },
    can(actor, 'history.read', about) && { key: 'history', href: `${base}/history`, group: 1 },
    can(actor, 'exercise.edit', about) && { key: 'settings', href: `${base}/settings`, group: 1 },
  ]
  return sections.filter(section => section !== false)
}

/** Where somebody's own part of this exercise is: a delegation, an expert's days. */
function ownPlaces(actor: Actor, exerciseId: string, words: Words): Section[] {
  const grants = grantsOf(actor).filter(grant => 'exerciseId' in grant && grant.exerciseId === exerciseId)
  return grants.flatMap((grant): Section[] => {
    if (grant.scope === 'delegation')
      return [{ label: words.delegation, href: `/delegation/${grant.participationId}` }]
    if (grant.scope === 'company') return [{ label: words.delegation, href: `/company/${grant.companyId}` }]
    return grant.scope === 'own' ? [{ label: words.mySchedule, href: '/me' }] : []
  })
}
