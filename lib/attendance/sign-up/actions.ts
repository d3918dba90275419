'use server'

import { action, type Write } from '@/lib/action'
import { type AttendedActivity, keepPlacesOf, lockLine, moveLineOn } from '@/lib/attendance-line'
import { tellAttendees } from '@/lib/attendance-mail'
import type { Tx } from '@/lib/db'
import { changedByEdit } from '@/lib/edit'
import { AppError, fieldRefusal } from '@/lib/errors'
import { lockPlan } from '@/lib/plan-lock'
import { can } from '@/lib/policy'
import { resolveActivity } from '@/lib/schedule/rules'
import { dateOf, type Moment, momentColumns, momentOf, optionalMomentOf, type StartexFrame } from '@/lib/time'
import { formatMoment } from '@/lib/time-format'
import { readMoments, type TypedMoment } from '@/lib/time-typed'
import type { Instant } from '@/lib/time-zones'
import { type SignUpBy, signUpKindProblem, signUpWindow, sizeProblem, windowProblem } from '../rules'
import { editSignUpSchema, openSignUpSchema, setNationPlacesSchema, setPlacesSchema } from './schema'

const pages = () => [
  '/exercises/[code]/schedule',
  '/exercises/[code]/schedule/activities/[activityId]/attendance',
  '/exercises/[code]/schedule/activities/[activityId]/programme',
  '/delegation/[participationId]/conferences',
  '/me',
]

const opensColumns = [
  'opensAnchor',
  'opensAt',
  'opensDay',
  'opensMinute',
  'opensOffset',
  'opensTimeZone',
] as const
const closesColumns = [
  'closesAnchor',
  'closesAt',
  'closesDay',
  'closesMinute',
  'closesOffset',
  'closesTimeZone',
] as const

/** Lets nations, or people themselves, sign up for a conference, a visit, a course. */
export const openSignUp = action({
  name: 'sign_up.open',
  input: openSignUpSchema,
  may: (actor, input) => can(actor, 'attendance.edit', input),
  run: async ({ tx, now }, { exerciseId, activityId, onSitePlaces, remotePlaces, ...typed }) => {
    const frame = await lockPlan(tx, exerciseId)
    const data = await settingsOf(tx, { exerciseId, activityId }, typed, frame, now)
    const { count } = await tx.signUp.createMany({
      data: [{ id: activityId, exerciseId, ...data }],
      skipDuplicates: true,
    })
    if (count === 0) throw new AppError('refused', 'sign_up_open_already')
    const { programmeId } = await tx.exercise.findUniqueOrThrow({
      where: { id: exerciseId },
      select: { programmeId: true },
    })
    const row = { exerciseId, programmeId, activityId }
    await tx.activityPlaces.createMany({
      data: [
        { ...row, presence: 'on_site', size: onSitePlaces },
        { ...row, presence: 'remote', size: remotePlaces },
      ],
    })
  },
  stale: pages,
})

/** Changes who signs up and when, and the usual places of a nation: a higher number lets in who waits. */
export const editSignUp = action({
  name: 'sign_up.edit',
  input: editSignUpSchema,
  may: (actor, input) => can(actor, 'attendance.edit', input),
  run: async (write, { exerciseId, activityId, version, opened, open, ...typed }) => {
    const { tx, now } = write
    const owner = { exerciseId, activityId }
    const frame = await lockPlan(tx, exerciseId)
    const data = { open, ...(await settingsOf(tx, owner, typed, frame, now)) }
    const row = { table: 'SignUp', id: activityId, owner: exerciseId, version, opened } as const
    const changed = await asTyped(changedByEdit(tx, row, data, [opensColumns, closesColumns]), () =>
      typedMoments(tx, owner, frame),
    )
    await tx.signUp.update({ where: { id: activityId, exerciseId }, data: changed, select: { id: true } })
    if (changed.nationPlaces === undefined) return
    await resizeUsual(tx, owner, changed.nationPlaces)
    await letIn(write, owner)
  },
  stale: pages,
})

/** How many may be there on site, or remote. */
export const setPlaces = action({
  name: 'sign_up.places',
  input: setPlacesSchema,
  may: (actor, input) => can(actor, 'attendance.edit', input),
  run: async (write, { presence, size, ...owner }) => {
    if (!(await lockLine(write.tx, owner))) throw new AppError('not_found', 'not_found')
    const where = { ...owner, presence, partnerId: null }
    const { id, used } = await write.tx.activityPlaces.findFirstOrThrow({
      where,
      select: { id: true, used: true },
    })
    const problem = sizeProblem(size, used)
    if (problem) throw fieldRefusal('size', problem, { used })
    await write.tx.activityPlaces.update({ where: { id, ...owner }, data: { size }, select: { id: true } })
    return { cameIn: await letIn(write, owner) }
  },
  stale: pages,
})

/** How many one partner may send, in place of the usual number. It need not take part in the exercise. */
export const setNationPlaces = action({
  name: 'sign_up.nation_places',
  input: setNationPlacesSchema,
  may: (actor, input) => can(actor, 'attendance.edit', input),
  run: async (write, { partnerId, size: own, ...owner }) => {
    const { tx } = write
    const { exerciseId, activityId } = owner
    if (!(await lockLine(tx, owner))) throw new AppError('not_found', 'not_found')
    await keepPlacesOf(tx, owner, partnerId)
    const usual = await tx.signUp.findFirstOrThrow({
      where: { id: activityId, exerciseId },
      select: { nationPlaces: true },
    })
    const size = own ?? usual.nationPlaces
    const { id, used } = await tx.activityPlaces.findFirstOrThrow({
      where: { ...owner, partnerId },
      select: { id: true, used: true },
    })
    const problem = sizeProblem(size, used)
    if (problem) throw fieldRefusal('size', problem, { used })
    await tx.activityPlaces.update({
      where: { id, ...owner },
      data: { size, own: own !== null },
      select: { id: true },
    })
    return { cameIn: await letIn(write, owner) }
  },
  stale: pages,
})

/** Lets in whom the new places hold, and tells them. */
async function letIn({ tx, now }: Write, owner: AttendedActivity): Promise<number> {
  const cameIn = await moveLineOn(tx, owner, dateOf(now))
  await tellAttendees(tx, owner, cameIn, 'attendance_came_in')
  return cameIn.length
}

async function resizeUsual(tx: Tx, owner: AttendedActivity, size: number | null): Promise<void> {
  const usual = { ...owner, partnerId: { not: null }, own: false }
  const most = await tx.activityPlaces.aggregate({ where: usual, _max: { used: true } })
  const used = most._max.used ?? 0
  const problem = sizeProblem(size, used)
  if (problem) throw fieldRefusal('nationPlaces', problem, { used })
  await tx.activityPlaces.updateMany({ where: usual, data: { size } })
}

type Typed = {
  by: SignUpBy
  nationPlaces: number | null
  opens: string
  opensChoice: TypedMoment['choice']
  closes: string
  closesChoice: TypedMoment['choice']
}

async function settingsOf(tx: Tx, owner: AttendedActivity, typed: Typed, frame: StartexFrame, now: Instant) {
  const activity = await tx.activity.findFirst({
    where: { id: owner.activityId, exerciseId: owner.exerciseId },
  })
  if (!activity) throw new AppError('not_found', 'not_found')
  const wrongKind = signUpKindProblem(activity.kind)
  if (wrongKind) throw new AppError('refused', wrongKind)
  const given = {
    ...(typed.opens === '' ? {} : { opens: { text: typed.opens, choice: typed.opensChoice } }),
    ...(typed.closes === '' ? {} : { closes: { text: typed.closes, choice: typed.closesChoice } }),
  }
  const read: Partial<Record<string, Moment>> = readMoments<string>(given, {
    frame,
    timeZone: frame.timeZone,
    now,
  })
  const [opens, closes] = [read.opens ?? null, read.closes ?? null]
  const { durationSeconds, days } = activity
  const { startAt } = resolveActivity({ start: momentOf(activity, 'start'), durationSeconds, days }, frame)
  const problem = windowProblem(signUpWindow({ open: true, opens, closes }, startAt, frame))
  if (problem) throw fieldRefusal(closes ? 'closes' : 'opens', problem)
  const { by, nationPlaces } = typed
  return { by, nationPlaces, ...momentColumns('opens', opens), ...momentColumns('closes', closes) }
}

async function typedMoments(tx: Tx, { exerciseId, activityId }: AttendedActivity, frame: StartexFrame) {
  const row = await tx.signUp.findFirstOrThrow({ where: { id: activityId, exerciseId } })
  const say = (moment: Moment | null) => (moment ? formatMoment(moment, frame.timeZone) : '')
  return { opens: say(optionalMomentOf(row, 'opens')), closes: say(optionalMomentOf(row, 'closes')) }
}

/** Conflicts name columns, a form has fields: six columns of a moment are one. */
async function asTyped<T>(edit: Promise<T>, theirs: () => Promise<Record<string, string>>): Promise<T> {
  try {
    return await edit
  } catch (error) {
    if (!(error instanceof AppError) || !error.extra.conflicts) throw error
    const typed = await theirs()
    const found = new Map(
      error.extra.conflicts.map(conflict => {
        const field = /^(opens|closes)[A-Z]/.exec(conflict.field)?.[1] ?? conflict.field
        return [field, { ...conflict, field, theirs: typed[field] ?? conflict.theirs }]
      }),
    )
    throw new AppError(error.code, error.reason, { conflicts: [...found.values()] })
  }
}
