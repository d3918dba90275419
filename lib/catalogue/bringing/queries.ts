import { db, type Tx } from '@/lib/db'
import { type Actor, can } from '@/lib/policy'
import type { Instant } from '@/lib/time'
import { readMoment } from '@/lib/time-typed'
import type { CatalogueContent } from '../content/schema'
import { askingFor, readVersion } from '../entries/queries'
import { readPlace } from '../place/queries'
import type { Place } from '../place/rules'
import {
  type Bringing,
  type BringProblem,
  bringProblem,
  planBringing,
  secondsAfter,
  type Wish,
} from './rules'
import type { BringInput } from './schema'

/** What bringing in would do, and what stands in its way: beside the field where it is one's own word. */
export type Prospect = {
  version: { id: string; number: number; content: CatalogueContent }
  place: Place
  plan: Bringing
  /** when each inject would be, in seconds from STARTEX */
  seconds: (number | null)[]
  problem: BringProblem | { reason: string; field: 'start' | 'storyline' | 'into' } | null
}

/** Null where this actor knows of no such version. Locks nothing: whoever writes locks the scenario first. */
export async function readProspect(
  tx: Tx,
  actor: Actor,
  { exerciseId, entryId, number, ...input }: BringInput,
  now: Instant,
): Promise<Prospect | null> {
  const asking = await askingFor(tx, exerciseId)
  const version = await readVersion(tx, actor, asking, { entryId, number })
  if (!version) return null
  const place = await readPlace(tx, exerciseId)
  const { wish, problem } = wishOf(input, version.content, place, now)
  const plan = planBringing(version.content, place, wish, () => crypto.randomUUID())
  return {
    ...{ version, place, plan },
    seconds: secondsAfter(version.content, place, wish),
    problem: problem ?? bringProblem(version.content, place, wish, plan.matches),
  }
}

/** The same for a page, with the serials that would be given if nobody else took them first. */
export async function getProspect(actor: Actor, input: BringInput, now: Instant) {
  if (!can(actor, 'scenario.edit', input)) return null
  const prospect = await readProspect(db, actor, input, now)
  return prospect && { ...prospect, serials: await serialsToCome(input, prospect) }
}

type Typed = Omit<BringInput, 'exerciseId' | 'entryId' | 'number'>

function wishOf(
  { into, storyline: name, start, startChoice, spacing, choices }: Typed,
  content: CatalogueContent,
  place: Place,
  now: Instant,
): { wish: Wish; problem: Prospect['problem'] } {
  const chosen = Object.entries(choices).flatMap(([key, id]) => (id === null ? [] : [[key, id] as const]))
  const timed = content.startsAt !== null && start !== ''
  const { frame } = place
  const read = timed
    ? readMoment({ text: start, choice: startChoice }, { frame, timeZone: frame.timeZone, now })
    : null
  // An inject is played at a time; a whole day begins at midnight.
  const moment =
    read?.ok && read.moment.anchor === 'dday' && read.moment.minute === null
      ? { ...read.moment, minute: 0 }
      : read?.ok
        ? read.moment
        : null
  const storyline = into === 'none' ? null : into === 'new' ? { name } : { id: into }
  const wish = { storyline, spacing, start: moment, choices: Object.fromEntries(chosen) }
  if (read && !read.ok) return { wish, problem: { reason: read.reason, field: 'start' } }
  if (into === 'new' && name === '') return { wish, problem: { reason: 'required', field: 'storyline' } }
  if (into === 'new' && place.storylines.some(known => known.name === name))
    return { wish, problem: { reason: 'storyline_name_taken', field: 'storyline' } }
  const known = into === 'new' || into === 'none' || place.storylines.some(({ id }) => id === into)
  return { wish, problem: known ? null : { reason: 'not_found', field: 'into' } }
}

/** As `nextSerials` would give them, without taking them. */
async function serialsToCome(
  { exerciseId, into }: BringInput,
  { plan }: Pick<Prospect, 'plan'>,
): Promise<string[]> {
  const scenario = await db.scenario.findUnique({
    where: { exerciseId },
    select: { nextStoryline: true, nextInject: true },
  })
  const storyline =
    into === 'new' || into === 'none'
      ? null
      : await db.storyline.findFirst({
          where: { id: into, exerciseId },
          select: { number: true, nextInject: true },
        })
  const number = storyline?.number ?? (into === 'new' ? (scenario?.nextStoryline ?? 1) : 0)
  const next = storyline?.nextInject ?? (into === 'none' ? (scenario?.nextInject ?? 1) : 1)
  const used = await db.injectSerial.findMany({
    where: { exerciseId, serial: { startsWith: `${number}.` } },
    select: { serial: true },
  })
  const known = new Set(used.map(({ serial }) => serial))
  const serials: string[] = []
  for (let at = next; serials.length < plan.injects.length; at++)
    if (!known.has(`${number}.${at}`)) serials.push(`${number}.${at}`)
  return serials
}
