import type { Word } from '@/lib/registration-mail'
import type { Instant } from '@/lib/time-zones'
import type { RegistrationState } from '../rules'

/** How long news of a delegation's people is gathered, in milliseconds: a registrar decides one after another. */
export const gathering = 10 * 60_000

/** News is told once the first of it has waited so long that most of the rest has come. */
export function isGathered(firstAt: Instant, now: Instant): boolean {
  return firstAt <= now - gathering
}

/** In the order in which a letter tells of them. */
const words = [
  'confirmed',
  'came_in',
  'waitlisted',
  'declined',
  'withdrawn',
] as const satisfies readonly Word[]

const still: Record<Word, readonly RegistrationState[]> = {
  confirmed: ['confirmed', 'checked_in'],
  came_in: ['submitted', 'endorsed'],
  waitlisted: ['waitlisted'],
  declined: ['declined'],
  withdrawn: ['withdrawn'],
}

/** False where something else has become of somebody since: then the news would be wrong when it is read. */
export function isStillTrue(what: Word, state: RegistrationState): boolean {
  return still[what].includes(state)
}

/** Names that a letter carries of each thing that happened; the counts are whole. */
export const namesPerWord = 20

type News = { id: string; name: string; what: Word }

/** What the letter says: how many of each, and as many of their names as it can carry. */
export function gather(news: readonly News[]) {
  const told = words
    .map(what => ({ what, of: news.filter(one => one.what === what) }))
    .filter(({ of }) => of.length > 0)
  return {
    total: news.length,
    counts: Object.fromEntries(told.map(({ what, of }) => [what, of.length])),
    people: told.flatMap(({ of }) => of.slice(0, namesPerWord)),
  }
}

/** Somebody of whom there is news, as they stand now. */
export type Noticed = {
  id: string
  companyId: string | null
  name: string
  what: Word
  state: RegistrationState
}
