import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import { z } from 'zod'
import { partnerName } from '@/lib/countries/rules'
import { accountOf, can } from '@/lib/policy'
import { getDelegation } from '@/lib/registrations/delegation/queries'
import { partyOf } from '@/lib/registrations/rules'
import { currentActor } from '@/lib/session'
import { currentInstant } from '@/lib/time-now'

/** The actor of a page that nobody sees without signing in; afterwards the page is there again. */
export async function signedIn(path: string) {
  const actor = await currentActor()
  if (actor.kind !== 'visitor') return actor
  redirect(`/sign-in?next=${encodeURIComponent((await headers()).get('x-path') ?? path)}`)
}

/** Once a request, however many of its parts ask: layout, title and page open the same delegation. */
const open = cache(async (participationId: string) => {
  const actor = await signedIn(`/delegation/${participationId}`)
  const known = z.uuid().safeParse(participationId).success
  const delegation = known ? await getDelegation(actor, participationId) : null
  if (!delegation) notFound()
  const owner = { exerciseId: delegation.exerciseId, participationId }
  const own = accountOf(actor)?.timeZone ?? null
  return {
    actor,
    delegation,
    owner,
    now: currentInstant(),
    name: partnerName(delegation.partner, await getLocale()),
    party: partyOf(actor, participationId),
    mayNominate: can(actor, 'registration.nominate', owner),
    timeZone: own ?? delegation.partner.timeZone ?? delegation.exercise.timeZone,
  }
})

/** The delegation of a page under /delegation/[participationId], for those whose affair it is; others find nothing. */
export async function openDelegation(params: Promise<{ participationId: string }>) {
  return open((await params).participationId)
}
