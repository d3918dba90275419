import type { Instant } from '@/lib/time-zones'
import { badgeCode, codeIn } from '../badges/rules'

/** Somebody whom the desk may check in. */
export type Arrival = {
  id: string
  familyName: string
  givenName: string
  /** in the own script; empty where it is the same */
  nativeName: string
  nation: string
  role: string
  team: { name: string; colour: string } | null
  /** when they were checked in; null for whoever is not here yet */
  arrivedAt: Instant | null
}

/** Letters that no decomposition leads back to what is on a keyboard. */
const letters: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
}

/** Text as somebody at a desk types it: without case, diacritics and what stands between words. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđðßæœþıħ]/g, letter => letters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** What a person is found by. */
export function searchable({ familyName, givenName, nativeName, nation, id }: Arrival): string {
  return ` ${folded(`${familyName} ${givenName} ${nativeName} ${nation}`)}\n${badgeCode(id)}\n${id}`
}

/** True where each word typed begins one of the person's, or where it is the badge's code or the registration's id. */
export function isFoundBy(query: string, text: string): boolean {
  const id = query.trim().toLowerCase()
  if (/^[0-9a-f-]{36}$/.test(id)) return text.endsWith(`\n${id}`)
  const code = codeIn(query)
  if (code !== null && text.includes(`\n${code}\n`)) return true
  return folded(query)
    .split(' ')
    .every(word => text.includes(` ${word}`))
}

/** How far the desk's clock may be ahead of ours, and how long its line to us may be cut, in ms. */
const AHEAD = 60_000
const CUT = 24 * 3_600_000

/** The moment of arrival as the desk saw it, or now where its clock cannot be right. */
export function arrivalAt(seen: Instant, now: Instant): Instant {
  return seen > now + AHEAD || seen < now - CUT ? now : Math.min(seen, now)
}
