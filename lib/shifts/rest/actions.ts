'use server'

import { action } from '@/lib/action'
import { AppError, fieldRefusal } from '@/lib/errors'
import { can } from '@/lib/policy'
import { readSeconds, shiftPages } from '@/lib/shifts/rules'
import { editRestSchema } from '@/lib/shifts/schema'

/** Says what rest an exercise asks for. One form, always whole: who has not seen the last word on it says it again. */
export const editRest = action({
  name: 'rest.edit',
  input: editRestSchema,
  may: (actor, input) => can(actor, 'schedule.edit', input),
  run: async ({ tx }, input) => {
    const { exerciseId, version, mostNights } = input
    const data = {
      leastRestMinutes: minutesOf('leastRest', input.leastRest, 0, 2880),
      mostDutyMinutes: minutesOf('mostDuty', input.mostDuty, 60, 1440),
      mostNights,
      nightFromMinute: minuteOfDay(input.nightFrom),
      nightToMinute: minuteOfDay(input.nightTo),
    }
    if (data.nightFromMinute === data.nightToMinute) throw fieldRefusal('nightTo', 'night_has_no_length')
    const done =
      version === 0
        ? await tx.restRules.createMany({ data: [{ exerciseId, ...data }], skipDuplicates: true })
        : await tx.restRules.updateMany({ where: { exerciseId, version }, data })
    if (done.count === 0) throw new AppError('conflict', 'rest_changed_meanwhile')
  },
  stale: shiftPages,
})

function minutesOf(field: string, text: string, least: number, most: number): number {
  const read = readSeconds(text)
  if (!read.ok) throw fieldRefusal(field, read.reason)
  const minutes = read.seconds / 60
  if (!Number.isInteger(minutes)) throw fieldRefusal(field, 'whole_minutes_only')
  if (minutes < least || minutes > most) throw fieldRefusal(field, `${snake(field)}_between`)
  return minutes
}

const snake = (field: string) => field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

function minuteOfDay(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return hours * 60 + minutes
}
