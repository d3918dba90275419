import { cache } from 'react'
import { db } from '@/lib/db'
import { type Actor, can, exercisesOf } from '@/lib/policy'
import { asWhere, exerciseRows } from '@/lib/policy-rows'
import { isCode } from '@/lib/text'
import { instantOf } from '@/lib/time'
import type { Instant } from '@/lib/time-zones'

const columns = {
  id: true,
  programmeId: true,
  code: true,
  name: true,
  venue: true,
  timeZone: true,
  startexAt: true,
  endexOffset: true,
  status: true,
  tlp: true,
  summary: true,
  lateRegistration: true,
  version: true,
  series: { select: { id: true, code: true, name: true } },
  programme: { select: { id: true, code: true, name: true, host: true, city: true } },
} as const

/** An exercise that the actor has a part in, by its code; else null. Asked once a request, by layout and page. */
export const getExercise = cache(async (actor: Actor, code: string) => {
  if (!isCode(code)) return null
  const found = await db.exercise.findFirst({
    where: { code, ...asWhere(exerciseRows(actor)) },
    select: { ...columns, clonedFrom: { select: { id: true, code: true } } },
  })
  if (!found) return null
  const { clonedFrom, ...exercise } = found
  return {
    ...inInstants(exercise),
    // Having a part in this edition is no part in the one before.
    clonedFrom:
      clonedFrom && can(actor, 'exercise.read', { exerciseId: clonedFrom.id }) ? clonedFrom.code : null,
  }
})

/** The exercises that the actor has a part in, the next STARTEX first within each programme. */
export async function listExercises(actor: Actor) {
  const rows = await db.exercise.findMany({
    where: asWhere(exerciseRows(actor)),
    select: columns,
    orderBy: [{ programme: { name: 'asc' } }, { series: { name: 'asc' } }, { startexAt: 'desc' }],
  })
  return rows.map(inInstants)
}

const publicColumns = {
  id: true,
  code: true,
  name: true,
  venue: true,
  timeZone: true,
  startexAt: true,
  endexOffset: true,
  status: true,
  tlp: true,
  summary: true,
  programme: { select: { name: true, host: true, city: true } },
} as const

/** An exercise is announced by leaving draft; what of its plan is public is said row by row. */
const isPublic = { status: { not: 'draft' } } as const

/** The next STARTEX first; what is closed after all of them, the latest first. */
export async function listPublicExercises() {
  const rows = await db.exercise.findMany({
    where: isPublic,
    select: publicColumns,
    orderBy: { startexAt: 'asc' },
    take: 100,
  })
  const [over, ahead] = [rows.filter(isClosed).reverse(), rows.filter(row => !isClosed(row))]
  return [...ahead, ...over].map(inInstants)
}

const isClosed = ({ status }: { status: string }) => status === 'closed'

/** The public page of an exercise, or null for a draft and an unknown code. */
export const getPublicExercise = cache(async (code: string) => {
  if (!isCode(code)) return null
  const found = await db.exercise.findFirst({ where: { code, ...isPublic }, select: publicColumns })
  return found && inInstants(found)
})

/** Exercises to switch to, in short; the frame asks on every page. */
export async function listExerciseChoices(actor: Actor) {
  if (exercisesOf(actor).length === 0) return []
  return db.exercise.findMany({
    where: asWhere(exerciseRows(actor)),
    select: { code: true, name: true },
    orderBy: { startexAt: 'desc' },
    take: 200,
  })
}

function inInstants<Row extends { startexAt: Date }>(
  row: Row,
): Omit<Row, 'startexAt'> & { startexAt: Instant } {
  const { startexAt, ...rest } = row
  return { ...rest, startexAt: instantOf(startexAt) }
}
