import type { AttendedActivity } from '@/lib/attendance-line'
import type { Tx } from '@/lib/db'
import type { Actor } from '@/lib/policy'
import { activityRows, asWhere } from '@/lib/policy-rows'
import { resolveActivity } from '@/lib/schedule/rules'
import { instantOf, momentOf, optionalMomentOf } from '@/lib/time'
import { signUpWindow } from '../rules'

/** Who may sign up for an activity and until when, for an actor who may know of it. */
export async function getOffer(tx: Tx, actor: Actor, { exerciseId, activityId }: AttendedActivity) {
  const row = await tx.activity.findFirst({
    where: { id: activityId, exerciseId, AND: [asWhere(activityRows(actor, exerciseId))] },
  })
  const signUp = row && (await tx.signUp.findFirst({ where: { id: activityId, exerciseId } }))
  if (!signUp) return null
  const exercise = await tx.exercise.findUniqueOrThrow({
    where: { id: exerciseId },
    select: { startexAt: true, timeZone: true, programmeId: true },
  })
  const { durationSeconds, days } = row
  const frame = { startexAt: instantOf(exercise.startexAt), timeZone: exercise.timeZone }
  const { startAt } = resolveActivity({ start: momentOf(row, 'start'), durationSeconds, days }, frame)
  const planned = {
    open: signUp.open,
    opens: optionalMomentOf(signUp, 'opens'),
    closes: optionalMomentOf(signUp, 'closes'),
  }
  return {
    by: signUp.by,
    programmeId: exercise.programmeId,
    startAt,
    window: signUpWindow(planned, startAt, frame),
  }
}
