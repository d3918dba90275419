/**
 * Which rows an actor sees: one rule per kind of row, said once and compiled to the ORM's `where` and to SQL.
 * A test reads the same rows through both, and through `matches`, row by row.
 */
import type { Audience } from '@/lib/schedule/kinds/rules'
import {
  type Actor,
  can,
  exercisesOf,
  grantsOf,
  grantsWith,
  isContact,
  type Permission,
  staffRoles,
} from './policy'

/** A condition on columns of one row. `in` with `null` in its values also takes a missing value. */
export type RowRule =
  | 'everything'
  | 'nothing'
  | { column: string; in: readonly (string | null)[] }
  | { all: readonly RowRule[] }
  | { any: readonly RowRule[] }

const all = (...rules: RowRule[]): RowRule => ({ all: rules })
const any = (rules: RowRule[]): RowRule => (rules.length === 0 ? 'nothing' : { any: rules })
const is = (column: string, ...values: (string | null)[]): RowRule => ({ column, in: values })

/** Registrations: staff those of their exercises, a point of contact the own delegation's, an expert the own. */
export function registrationRows(actor: Actor): RowRule {
  return reach(actor, 'registration.read', 'exerciseId', withinExercise)
}

/** Registrations of which the actor sees what they need: diet, access, travel. */
export function needsRows(actor: Actor): RowRule {
  return reach(actor, 'registration.needs', 'exerciseId', withinExercise)
}

function withinExercise(grant: ReturnType<typeof grantsOf>[number]): RowRule {
  if (grant.scope === 'delegation')
    return all(is('exerciseId', grant.exerciseId), is('participationId', grant.participationId))
  if (grant.scope === 'company')
    return all(
      is('exerciseId', grant.exerciseId),
      is('participationId', grant.participationId),
      is('companyId', grant.companyId),
    )
  return grant.scope === 'own'
    ? all(is('exerciseId', grant.exerciseId), is('id', grant.registrationId))
    : 'nothing'
}

/** Participations and what hangs on them: staff all of the exercise, a point of contact the own. */
export function participationRows(actor: Actor, idColumn: 'id' | 'participationId' = 'id'): RowRule {
  return reach(actor, 'delegation.read', 'exerciseId', grant =>
    grant.scope === 'delegation'
      ? all(is('exerciseId', grant.exerciseId), is(idColumn, grant.participationId))
      : 'nothing',
  )
}

/** Who attends conferences, visits and courses: staff those of their exercises, a contact the own delegation's. One's
 * own are found by the account (`lib/attendance/own`): whoever attends a course need have no part in the exercise. */
export function attendanceRows(actor: Actor): RowRule {
  return reach(actor, 'attendance.read', 'exerciseId', grant =>
    grant.scope === 'delegation'
      ? all(is('exerciseId', grant.exerciseId), is('participationId', grant.participationId))
      : 'nothing',
  )
}

/** Exercises in which the actor has a part; others have the public page. */
export function exerciseRows(actor: Actor): RowRule {
  const exercises = exercisesOf(actor)
  return exercises === 'all' ? 'everything' : exercises.length === 0 ? 'nothing' : is('id', ...exercises)
}

/** Phases: by audience alone. */
export function phaseRows(actor: Actor, exerciseId: string): RowRule {
  return all(is('exerciseId', exerciseId), is('audience', ...audiencesOf(actor, exerciseId)))
}

/** Activities: by audience, and a team's own only for the team, its nations and staff. */
export function activityRows(actor: Actor, exerciseId: string): RowRule {
  const base = phaseRows(actor, exerciseId)
  if (isStaff(actor, exerciseId)) return base
  return all(base, is('teamId', null, ...teamsWithin(actor, exerciseId)))
}

/**
 * Shifts: staff and observers those of the exercise, a delegation's contact those of its teams, an expert those of the
 * own team; and whoever stands one, that one: `ownShifts`, found by the duties.
 */
export function shiftRows(actor: Actor, exerciseId: string, ownShifts: readonly string[]): RowRule {
  const here = is('exerciseId', exerciseId)
  if (can(actor, 'exercise.plan', { exerciseId })) return here
  const teams = teamsWithin(actor, exerciseId)
  const rules = [
    ...(teams.length > 0 ? [is('teamId', ...teams)] : []),
    ...(ownShifts.length > 0 ? [is('id', ...ownShifts)] : []),
  ]
  return rules.length === 0 ? 'nothing' : all(here, any(rules))
}

/** The teams in which an actor's delegation or the actor sits. */
function teamsWithin(actor: Actor, exerciseId: string): string[] {
  const teams = grantsOf(actor).flatMap(grant =>
    grant.scope === 'delegation' && grant.exerciseId === exerciseId
      ? grant.teamIds
      : grant.scope === 'own' && grant.exerciseId === exerciseId && grant.teamId !== null
        ? [grant.teamId]
        : [],
  )
  return [...new Set(teams)]
}

/** Which audiences an actor belongs to in one exercise; a visitor only to the public. */
export function audiencesOf(actor: Actor, exerciseId: string): Audience[] {
  if (isStaff(actor, exerciseId)) return ['public', 'participants', 'nations', 'staff']
  if (!can(actor, 'exercise.read', { exerciseId })) return ['public']
  const forNations = grantsOf(actor).some(
    grant => (grant.role === 'observer' || isContact(grant.role)) && reachesExercise(grant, exerciseId),
  )
  return forNations ? ['public', 'participants', 'nations'] : ['public', 'participants']
}

/** How much of a scenario its controllers see: see `injectRows`. */
export type ControllerView = 'own' | 'all'

/**
 * Injects, by need-to-know: planners all; a controller those in the own hands and, where the exercise says so, the rest
 * but what is TLP:RED or kept to a kind of team; somebody in a team what is kept to that kind of team, but never
 * TLP:RED. Everybody else, players above all, nothing: what is released is conduct's to show.
 */
export function injectRows(actor: Actor, exerciseId: string, controllersSee: ControllerView): RowRule {
  const here = is('exerciseId', exerciseId)
  if (can(actor, 'scenario.edit', { exerciseId })) return here
  const notRed = is('tlp', null, 'clear', 'green', 'amber', 'amber_strict')
  const rules: RowRule[] = []
  if (actor.kind === 'account' && can(actor, 'scenario.read', { exerciseId })) {
    rules.push(is('controllerId', actor.accountId), is('reviewerId', actor.accountId))
    if (controllersSee === 'all') rules.push(all(notRed, is('keptToKindId', null)))
  }
  const kinds = grantsOf(actor).flatMap(grant =>
    grant.scope === 'own' && grant.exerciseId === exerciseId && grant.teamKindId !== null
      ? [grant.teamKindId]
      : [],
  )
  if (kinds.length > 0) rules.push(all(notRed, is('keptToKindId', ...new Set(kinds))))
  return rules.length === 0 ? 'nothing' : all(here, any(rules))
}

/**
 * What a programme keeps of its scenarios, for whoever writes the scenario of one of its exercises, `exercise`. TLP:RED is
 * for named people: whoever made the entry, and those who plan the exercise that it was kept from.
 */
export function catalogueRows(actor: Actor, exercise: { id: string; programmeId: string }): RowRule {
  if (!can(actor, 'scenario.edit', { exerciseId: exercise.id })) return 'nothing'
  const notRed = is('tlp', 'clear', 'green', 'amber', 'amber_strict')
  const own = actor.kind === 'account' ? [is('createdById', actor.accountId)] : []
  const home = reach(actor, 'scenario.edit', 'exerciseId', () => 'nothing')
  return all(is('programmeId', exercise.programmeId), any([notRed, ...own, home]))
}

function isStaff(actor: Actor, exerciseId: string): boolean {
  if (actor.kind === 'job') return true
  const staff: readonly string[] = staffRoles
  return grantsOf(actor).some(grant => staff.includes(grant.role) && reachesExercise(grant, exerciseId))
}

function reachesExercise(grant: ReturnType<typeof grantsOf>[number], exerciseId: string): boolean {
  if (grant.scope === 'platform') return true
  return grant.scope === 'programme'
    ? grant.exerciseIds.includes(exerciseId)
    : grant.exerciseId === exerciseId
}

/** Wide grants reach whole exercises; `narrow` says what a grant inside one reaches. */
function reach(
  actor: Actor,
  permission: Permission,
  exerciseColumn: string,
  narrow: (grant: ReturnType<typeof grantsOf>[number]) => RowRule,
): RowRule {
  if (actor.kind === 'job') return 'everything'
  const grants = grantsWith(actor, permission)
  if (grants.some(grant => grant.scope === 'platform')) return 'everything'
  const whole = grants.flatMap(grant =>
    grant.scope === 'programme' ? grant.exerciseIds : grant.scope === 'exercise' ? [grant.exerciseId] : [],
  )
  const narrowed = grants.map(narrow).filter(rule => rule !== 'nothing')
  return any([...(whole.length > 0 ? [is(exerciseColumn, ...whole)] : []), ...narrowed])
}

type Where = { AND?: Where[]; OR?: Where[]; [column: string]: unknown }

/**
 * The rule as Prisma's `where`. Everything and nothing are said by the id that every such row has: inside another
 * condition Prisma takes `{ OR: [] }` and `{}` for no condition at all, and the first then finds every row.
 */
export function asWhere(rule: RowRule): Where {
  if (rule === 'everything') return { NOT: { id: { in: [] } } }
  if (rule === 'nothing') return { id: { in: [] } }
  if ('all' in rule) return { AND: rule.all.map(asWhere) }
  if ('any' in rule) return { OR: rule.any.map(asWhere) }
  const values = rule.in.filter(value => value !== null)
  const listed: Where = { [rule.column]: { in: values } }
  return rule.in.includes(null) ? { OR: [{ [rule.column]: null }, listed] } : listed
}

export type SqlText = { text: string; values: string[] }

/** The rule as an SQL condition with numbered parameters from `$first`; values are text, as ids and enums are.
 * Columns come from this file, never from input. */
export function asSql(rule: RowRule, alias: string, first = 1): SqlText {
  if (rule === 'everything') return { text: 'true', values: [] }
  if (rule === 'nothing') return { text: 'false', values: [] }
  if ('all' in rule || 'any' in rule) {
    const parts = 'all' in rule ? rule.all : rule.any
    const done = parts.reduce<{ texts: string[]; values: string[] }>(
      (sum, part) => {
        const next = asSql(part, alias, first + sum.values.length)
        return { texts: [...sum.texts, next.text], values: [...sum.values, ...next.values] }
      },
      { texts: [], values: [] },
    )
    return { text: `(${done.texts.join('all' in rule ? ' AND ' : ' OR ')})`, values: done.values }
  }
  const column = `${alias}."${rule.column}"`
  const values = rule.in.filter(value => value !== null)
  // An id compared as uuid can use its index; an enum is compared as text.
  const isId = /(^id|Id)$/.test(rule.column)
  const places = values.map((_, i) => `$${first + i}${isId ? '::uuid' : ''}`).join(', ')
  const listed = values.length === 0 ? 'false' : `${column}${isId ? '' : '::text'} IN (${places})`
  return { text: rule.in.includes(null) ? `(${column} IS NULL OR ${listed})` : listed, values }
}

/** The rule on a row in hand. */
export function matches(rule: RowRule, row: Record<string, unknown>): boolean {
  if (rule === 'everything') return true
  if (rule === 'nothing') return false
  if ('all' in rule) return rule.all.every(part => matches(part, row))
  if ('any' in rule) return rule.any.some(part => matches(part, row))
  const value = row[rule.column] ?? null
  return (typeof value === 'string' || value === null) && rule.in.includes(value)
}
