import { notFound } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import { z } from 'zod'
import { signedIn } from '@/app/delegation/open-delegation'
import { partnerName } from '@/lib/countries/rules'
import { accountOf } from '@/lib/policy'
import { getCompanyDesk } from '@/lib/registrations/delegation/queries'
import { editProblem, nominateProblem } from '@/lib/registrations/door/rules'
import { currentInstant } from '@/lib/time-now'

const open = cache(async (companyId: string) => {
  const actor = await signedIn(`/company/${companyId}`)
  const known = z.uuid().safeParse(companyId).success
  const desk = known ? await getCompanyDesk(actor, companyId) : null
  if (!desk) notFound()
  const now = currentInstant()
  const { exercise, accession, window } = desk
  const door = { ...exercise, accession, window }
  return {
    actor,
    desk,
    now,
    path: `/company/${companyId}`,
    nation: partnerName(desk.partner, await getLocale()),
    mayAdd: nominateProblem(door, 'nation', now) === null,
    mayEdit: editProblem(door, 'nation', now) === null,
    timeZone: accountOf(actor)?.timeZone ?? desk.partner.timeZone ?? exercise.timeZone,
  }
})

/** The company of a page under /company/[companyId], for its own contact; others find nothing. */
export async function openCompany(params: Promise<{ companyId: string }>) {
  return open((await params).companyId)
}
