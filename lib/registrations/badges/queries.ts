import { encode } from 'uqr'
import { type Actor, can } from '@/lib/policy'
import { type ListedRegistration, listRegistrations } from '../queries'
import type { ListFilter } from '../schema'
import { badgeCode, scannedCode, typedCode } from './rules'

/** Badges of one print: as many as a large delegation has. */
export const mostBadges = 500

/** Badges of the people who hold seats, under a list's filter or of one person; null for whoever may not print them. */
export async function listBadges(
  actor: Actor,
  exerciseId: string,
  filter: ListFilter,
  personId: string | null,
) {
  if (!can(actor, 'registration.decide', { exerciseId })) return null
  const scope = { exerciseId, participationId: null }
  const seated = { ...filter, queue: 'seated' as const, sort: filter.sort ?? ('name' as const) }
  const limit = personId ? allPeople : mostBadges
  const { people, total } = await listRegistrations(actor, scope, seated, { limit, offset: 0 })
  const shown = personId ? people.filter(({ id }) => id === personId) : people
  return { badges: shown.map(badgeOf), total: personId ? shown.length : total }
}
/** Where one of them is wanted. */
const allPeople = 20_000

function badgeOf({ id, familyName, givenName, nativeName, nation, role, team }: ListedRegistration) {
  const code = badgeCode(id)
  return {
    ...{ id, familyName, givenName, nativeName, nation, team },
    role: role.name,
    code: typedCode(code),
    qr: qrOf(scannedCode(code)),
  }
}

/** A QR code as one path of an SVG: of a quarter it may be torn or dirty. The margin is the badge's own.
 * One mask for all: to try each of the eight costs eight times as much, and a scanner reads any. */
function qrOf(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'Q', border: 0, maskPattern: 0 })
  const runs = data.flatMap((row, y) => {
    const line = row.map(dark => (dark ? '1' : '0')).join('')
    return [...line.matchAll(/1+/g)].map(run => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`)
  })
  return { size, path: runs.join('') }
}
