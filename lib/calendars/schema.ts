import { z } from 'zod'
import { lineField } from '../text'
import { feedKinds } from './rules'

/** What a calendar is about: each kind names its own subject and no other. */
export const followSchema = z
  .object({
    kind: z.enum(feedKinds),
    name: lineField(80),
    exerciseId: z.uuid().nullish(),
    teamId: z.uuid().nullish(),
    participationId: z.uuid().nullish(),
  })
  .refine(
    ({ kind, exerciseId, teamId, participationId }) =>
      (kind === 'person') === !exerciseId &&
      (kind === 'team') === !!teamId &&
      (kind === 'nation') === !!participationId,
    { path: ['kind'], error: 'required' },
  )

export const revokeFeedSchema = z.object({ feedId: z.uuid() })
