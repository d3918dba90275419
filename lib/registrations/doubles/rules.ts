import type { Instant } from '@/lib/time-zones'
import { holdsSeat, type RegistrationState } from '../rules'
import {
  type Name,
  type NameEvidence,
  nameEvidence,
  nearKeys,
  type Spelling,
  spellingOf,
} from './names/rules'

/** A registration that stands, as far as it is compared with others. */
export type Candidate = Name & {
  id: string
  participationId: string
  personId: string
  email: string
  homeNation: string
  roleId: string
  teamId: string | null
  state: RegistrationState
}

type Evidence =
  | { kind: 'same_email' | NameEvidence | 'same_home_nation' | 'same_mailbox' | 'same_role' }
  | { kind: 'both_seated' }
  | { kind: 'overlap'; from: Instant; to: Instant }

/** `registrationId` before `otherId` where both are of one exercise. */
export type Finding = {
  kind: 'same_person' | 'likely' | 'double_booked'
  registrationId: string
  otherId: string
  evidence: Evidence[]
  /** what a decision is about: other facts, another decision */
  facts: string
}

type Compared = Candidate & { spelling: Spelling; mailbox: string }

function compared(one: Candidate): Compared {
  const spelling = spellingOf(one)
  return { ...one, spelling, mailbox: ownMailbox(one.email, spelling) }
}

/** Mailboxes that belong to an office, not to a person. */
const office = /^(info|office|admin|contact|cert|soc|mail|registration)\d*$/

/** The part before the sign, where it says more than the name that is compared anyway; else empty. */
function ownMailbox(email: string, { words }: Spelling): string {
  const mailbox = email.slice(0, email.indexOf('@')).toLowerCase()
  const names = words.split(' ')
  const more = names
    .reduce((rest, word) => rest.replace(word, ' '), mailbox)
    .split(/[^a-z0-9]+/)
    .filter(part => !(part.length === 1 && names.some(word => word.startsWith(part))))
  return office.test(mailbox) || more.join('').length < 2 ? '' : mailbox
}

/** Pairs that a list brings; where there are more, something else is wrong with it. */
const mostPairs = 2000

/**
 * Pairs of registrations of different delegations that are, or may be, one human being's. Only who shares a key is
 * compared: 5,000 people take a fifth of a second, where everybody with everybody would be twelve million pairs.
 */
export function doublesAmong(people: readonly Candidate[]): Finding[] {
  const buckets = new Map<string, Compared[]>()
  for (const one of people.map(compared)) {
    for (const key of keysOf(one)) {
      const bucket = buckets.get(key)
      if (bucket) bucket.push(one)
      else buckets.set(key, [one])
    }
  }
  const found = new Map<string, Finding>()
  const seen = new Set<string>()
  for (const bucket of buckets.values()) {
    for (const [at, a] of bucket.entries()) {
      for (const b of bucket.slice(at + 1)) {
        const pair = a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`
        if (seen.has(pair)) continue
        seen.add(pair)
        const finding = findingOf(a, b)
        if (finding) found.set(pair, finding)
        if (found.size >= mostPairs) return [...found.values()]
      }
    }
  }
  return [...found.values()]
}

/** Whoever is taken for one human being shares at least one of these. */
function keysOf(one: Compared): Set<string> {
  const { spelling, homeNation, roleId, mailbox } = one
  const names = [spelling.words, ...spelling.sounds.map(sound => `~${sound}`)]
  if (spelling.native !== '') names.push(`=${spelling.native}`)
  const beside = mailbox === '' ? [homeNation] : [homeNation, `@${mailbox}`]
  return new Set([
    one.personId,
    ...names.flatMap(name => beside.map(support => `${support}|${name}`)),
    ...nearKeys(spelling).map(key => `${homeNation}|${roleId}|${key}`),
  ])
}

/** What speaks for two registrations being one human being's, or null where too little does. */
export function compare(a: Candidate, b: Candidate): Finding | null {
  return findingOf(compared(a), compared(b))
}

function findingOf(a: Compared, b: Compared): Finding | null {
  if (a.participationId === b.participationId) return null
  const samePerson = a.personId === b.personId
  const names = nameEvidence(a.spelling, b.spelling)
  const home = a.homeNation === b.homeNation
  const mailbox = a.mailbox !== '' && a.mailbox === b.mailbox
  const role = a.roleId === b.roleId
  const near = names.length === 1 && names[0] === 'near_name'
  const likely = names.length > 0 && (near ? home && role : home || mailbox)
  if (!samePerson && !likely) return null
  const evidence: Evidence[] = [
    ...(samePerson ? [{ kind: 'same_email' as const }] : []),
    ...names.map(kind => ({ kind })),
    ...(home ? [{ kind: 'same_home_nation' as const }] : []),
    ...(mailbox && !samePerson ? [{ kind: 'same_mailbox' as const }] : []),
    ...(role ? [{ kind: 'same_role' as const }] : []),
    ...(holdsSeat(a.state) && holdsSeat(b.state) ? [{ kind: 'both_seated' as const }] : []),
  ]
  const [first, second] = a.id < b.id ? [a, b] : [b, a]
  return {
    kind: samePerson ? 'same_person' : 'likely',
    registrationId: first.id,
    otherId: second.id,
    evidence,
    facts: JSON.stringify([evidence, factsOf(first), factsOf(second)]),
  }
}

/** What a decision rests on: who they are, and the seats that they hold at the same time. */
function factsOf({ spelling, email, teamId, state }: Compared) {
  const { given, family, native } = spelling
  return [given, family, native, email.toLowerCase(), holdsSeat(state) ? teamId : null]
}

/** A registration of the same person in another exercise, as far as this one's registrar may know of it. */
export type Booking = {
  registrationId: string
  otherId: string
  exerciseId: string
  startexAt: Instant
  endexAt: Instant
  roleId: string
}

/** `own` is when this exercise runs. Null where the two do not overlap. */
export function bookingFinding(
  { registrationId, otherId, exerciseId, startexAt, endexAt, roleId }: Booking,
  own: { startexAt: Instant; endexAt: Instant },
): Finding | null {
  const [from, to] = [Math.max(startexAt, own.startexAt), Math.min(endexAt, own.endexAt)]
  if (from >= to) return null
  const evidence: Evidence[] = [{ kind: 'same_email' }, { kind: 'overlap', from, to }]
  const facts = JSON.stringify([evidence, exerciseId, roleId])
  return { kind: 'double_booked', registrationId, otherId, evidence, facts }
}

export type Verdict = 'same' | 'different' | 'accepted'

/** Why a pair is not decided so, or null. `keptId` is the registration that stays where they are one person's. */
export function verdictProblem(
  { kind, registrationId, otherId }: Pick<Finding, 'kind' | 'registrationId' | 'otherId'>,
  verdict: Verdict,
  keptId: string | null,
): 'double_keep_one' | 'double_other_exercise' | 'double_is_same' | null {
  if (verdict === 'different') return kind === 'likely' ? null : 'double_is_same'
  if (verdict === 'accepted') return null
  if (keptId !== registrationId && keptId !== otherId) return 'double_keep_one'
  // What stands in another exercise is for its own registrar.
  return kind === 'double_booked' && keptId === registrationId ? 'double_other_exercise' : null
}
