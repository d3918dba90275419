import { z } from 'zod'
import { emptyAsNull, optionalLine, seenFields, tick, wholeNumber } from '@/lib/text'
import { choiceField } from '@/lib/time-typed'
import { presences, signUpBys } from '../rules'

const atActivity = { exerciseId: z.uuid(), activityId: z.uuid() }

/** Empty for no limit. */
const places = emptyAsNull(wholeNumber(0, 100_000)).default(null)
const nationPlaces = emptyAsNull(wholeNumber(0, 10_000)).default(null)

/** A moment in any notation, or nothing. */
const maybeMoment = optionalLine(200).default('')

const settingFields = {
  by: z.enum(signUpBys, 'required'),
  nationPlaces,
  opens: maybeMoment,
  opensChoice: choiceField,
  closes: maybeMoment,
  closesChoice: choiceField,
}

export const openSignUpSchema = z.object({
  ...atActivity,
  ...settingFields,
  onSitePlaces: places,
  remotePlaces: places,
})
export const editSignUpSchema = z.object({ ...atActivity, ...settingFields, open: tick, ...seenFields })

/** Places on site or remote: no size is no limit. */
export const setPlacesSchema = z.object({ ...atActivity, presence: z.enum(presences), size: places })

/** A partner's own number; none brings back the usual one. */
export const setNationPlacesSchema = z.object({
  ...atActivity,
  partnerId: z.uuid('required'),
  size: nationPlaces,
})
