import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/lib/policy'
import { listCandidates } from '@/lib/shifts/candidates/queries'

/** Whom the fields of a page offer for duty, near a team or as its address asks for (`?who=`). */
export async function offeredPeople(
  actor: Actor,
  team: { exerciseId: string; teamId: string },
  who: string | string[] | undefined,
) {
  const text = typeof who === 'string' ? who.slice(0, 100).trim() : ''
  const [t, { people, more }] = await Promise.all([
    getTranslations('shifts'),
    listCandidates(actor, team.exerciseId, team.teamId, text),
  ])
  const options = people.map(({ id, name, nation, team: of, staff }) => ({
    ...{ id, label: name },
    hint: staff ? t('staff') : [nation, of ?? t('noTeam')].filter(Boolean).join(' · '),
  }))
  return { options, search: { text, found: people.length, more } }
}
