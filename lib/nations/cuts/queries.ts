import { partnerName } from '@/lib/countries/rules'
import type { Tx } from '@/lib/db'
import { type Locale, localeFor } from '@/lib/locale'

type Ids = { exerciseId: string; participationId: string }

/** A contact as letters address them, with the names that they read. */
export type LetterContact = {
  accountId: string
  email: string
  locale: Locale
  timeZone: string
  exercise: string
  nation: string
}

/** Whoever acts for a delegation; readers only read along. */
export async function listLetterContacts(tx: Tx, ids: Ids): Promise<LetterContact[]> {
  const found = await tx.participation.findFirst({
    where: { id: ids.participationId, exerciseId: ids.exerciseId },
    select: {
      partner: { select: { kind: true, code: true, name: true, timeZone: true } },
      exercise: { select: { name: true, timeZone: true } },
      memberships: {
        where: { role: { in: ['point_of_contact', 'deputy_contact'] } },
        select: { account: { select: { id: true, email: true, locale: true, timeZone: true } } },
        orderBy: { id: 'asc' },
      },
    },
  })
  if (!found) return []
  const { partner, exercise } = found
  return found.memberships.map(({ account }) => {
    const locale = localeFor(account.locale ?? undefined, null)
    return {
      accountId: account.id,
      email: account.email,
      locale,
      timeZone: account.timeZone ?? partner.timeZone ?? exercise.timeZone,
      exercise: exercise.name,
      nation: partnerName(partner, locale),
    }
  })
}
