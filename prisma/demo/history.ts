import { demoPeople } from '@/lib/accounts/demo-people'
import { dateOf, type Instant } from '@/lib/time'
import { DAY } from '@/lib/time-calendar'
import type { Account, Change, ChangeField, Exercise } from '../client/client'
import { type Making, one, put } from './world'

type Field = Pick<ChangeField, 'table' | 'row' | 'field' | 'from' | 'to' | 'version'>

type Written = {
  at: Instant
  by: Account
  action: string
  fields: readonly Field[]
  reason?: string
  result?: Change['result']
}

/** One write as an action and the database's triggers would have recorded it. Called in the order of time. */
export function record({ world, random }: Making, exercise: Exercise, written: Written): void {
  const { at, by, action, fields, reason, result } = written
  const change = put(world.Change, {
    id: random.id(),
    at: dateOf(at),
    actorKind: 'account',
    accountId: by.id,
    linkId: null,
    actorLabel: by.name,
    action,
    reason: reason ?? null,
    undoesId: null,
    programmeId: null,
    exerciseId: exercise.id,
    // Older than anything that this database has done.
    transactionId: BigInt(world.Change.length + 1),
    result: result ?? null,
  })
  for (const field of fields) put(world.ChangeField, { changeId: change.id, ...field })
}

/** A row as the triggers write it: instants as Postgres says them in JSON, dates without a time. */
function jsonRow(row: Record<string, unknown>): Record<string, string | number | boolean | null> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, jsonValue(key, value)]))
}

function jsonValue(key: string, value: unknown): string | number | boolean | null {
  if (value instanceof Date) return key.endsWith('On') ? value.toISOString().slice(0, 10) : jsonInstant(value)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

export function jsonInstant(at: Date): string {
  return at.toISOString().replace('.000Z', '+00:00').replace('Z', '+00:00')
}

/** The account of one of the people whom one click signs in. */
export function accountOf({ world }: Making, key: (typeof demoPeople)[number]['key']): Account {
  const { email } = one(demoPeople, person => person.key === key)
  return one(world.Account, account => account.email === email)
}

/** How the main exercise came to stand as it does: cloned, moved by a week, opened, its plans adjusted. */
export function addExerciseHistory(making: Making, exercise: Exercise): void {
  const director = accountOf(making, 'director')
  const planner = accountOf(making, 'planner')
  const registrar = accountOf(making, 'registrar')
  const { main } = making.dates
  const before = dateOf(main - 7 * DAY)
  const row = (field: string, from: string, to: string, version: number) => {
    return { table: 'Exercise', row: exercise.id, field, from, to, version }
  }
  const first = jsonRow({ ...exercise, startexAt: before, status: 'draft', version: 1 })
  const step = (day: number, hour: number) => main + day * DAY + hour * 3_600_000
  record(making, exercise, {
    at: exercise.createdAt.getTime(),
    by: director,
    action: 'exercise.clone',
    fields: [{ table: 'Exercise', row: exercise.id, field: '*', from: null, to: first, version: 1 }],
  })
  record(making, exercise, {
    at: step(-352, 1),
    by: director,
    action: 'exercise.status',
    fields: [row('status', 'draft', 'planning', 2)],
  })
  record(making, exercise, {
    at: step(-205, 3),
    by: director,
    action: 'plan.move',
    result: { kind: 'slip_startex', moved: 0, letters: 0 },
    reason: 'The range needs another week before the partners’ run',
    fields: [row('startexAt', jsonInstant(before), jsonInstant(exercise.startexAt), 3)],
  })
  record(making, exercise, {
    at: step(-196, 0),
    by: director,
    action: 'exercise.status',
    fields: [row('status', 'planning', 'registration', 4)],
  })
  moveConference(making, exercise, planner, step(-181, 2))
  widenQuota(making, exercise, registrar, step(-160, 5))
}

function moveConference(making: Making, exercise: Exercise, by: Account, at: Instant): void {
  const conference = one(
    making.world.Activity,
    row => row.exerciseId === exercise.id && row.title === 'Main planning conference',
  )
  conference.version = 2
  record(making, exercise, {
    at,
    by,
    action: 'activity.edit',
    reason: 'The arsenal is too small for this many nations',
    fields: [
      {
        table: 'Activity',
        row: conference.id,
        field: 'place',
        from: 'Old Arsenal, Tallinn',
        to: conference.place,
        version: 2,
      },
    ],
  })
}

function widenQuota(making: Making, exercise: Exercise, by: Account, at: Instant): void {
  const japan = one(making.world.Partner, row => row.code === 'JPN')
  const own = one(
    making.world.Participation,
    row => row.exerciseId === exercise.id && row.partnerId === japan.id,
  )
  const quota = one(
    making.world.Quota,
    row => row.participationId === own.id && row.roleId === null && row.siteId === null,
  )
  quota.version = 2
  record(making, exercise, {
    at,
    by,
    action: 'quota.set',
    reason: 'Eight more for the second team',
    fields: [
      { table: 'Quota', row: quota.id, field: 'size', from: quota.size - 8, to: quota.size, version: 2 },
    ],
  })
}
